import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countChanged } from '../../../src/renderer/src/model/count-changed.ts'

test('counts as if it were counted anew, whatever changes, comes and goes', () => {
  const item = fc.record({ word: fc.constantFrom('failed', 'signed in', 'queued') })
  const change = fc.tuple(fc.nat({ max: 9 }), fc.option(item, { nil: undefined }))
  fc.assert(
    fc.property(fc.array(item, { maxLength: 10 }), fc.array(change, { maxLength: 8 }), (first, changes) => {
      const count = countChanged(({ word }: { readonly word: string }) => word)
      let items = first
      const expectCounted = (): void => {
        const counts = Object.entries(count(items)).filter(([, number]) => number !== 0)
        const anew = Map.groupBy(items, ({ word }) => word)
        expect(new Map(counts)).toEqual(new Map([...anew].map(([word, all]) => [word, all.length])))
      }
      expectCounted()
      for (const [at, after] of changes) {
        if (after) items = items.map((one, place) => (place === at ? after : one))
        else items = items.slice(0, at)
        expectCounted()
      }
    }),
  )
})
