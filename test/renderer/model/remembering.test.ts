import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedPlaces } from '../../../src/renderer/src/model/changed-places.ts'
import { countChanged } from '../../../src/renderer/src/model/count-changed.ts'
import { mapChanged } from '../../../src/renderer/src/model/map-changed.ts'
import { memoizeLast } from '../../../src/renderer/src/model/memoize-last.ts'

test('the last answer is remembered while the arguments are the same', () => {
  let derived = 0
  const sum = memoizeLast((a: number, b: number) => {
    derived += 1
    return { sum: a + b }
  })
  expect(sum(1, 2)).toBe(sum(1, 2))
  expect(derived).toBe(1)
  expect(sum(2, 2)).toEqual({ sum: 4 })
  expect(derived).toBe(2)
})

test('only items that are others than before are mapped again', () => {
  const mapped: number[] = []
  const double = mapChanged((item: { readonly n: number }) => {
    mapped.push(item.n)
    return { twice: item.n * 2 }
  })
  const [one, two, three] = [{ n: 1 }, { n: 2 }, { n: 3 }]
  const before = double([one, two])
  const after = double([one, three, two])
  expect(mapped).toEqual([1, 2, 3, 2])
  expect(after[0]).toBe(before[0])
  expect(after).toEqual([{ twice: 2 }, { twice: 6 }, { twice: 4 }])
})

test('the places that changed are those of all lists made of one list, step by step or from far back', () => {
  const turns = fc.array(fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 2 })), { maxLength: 4 }), {
    maxLength: 6,
  })
  const items = Array.from({ length: 10 }, () => ({ n: 0 }))
  fc.assert(
    fc.property(turns, (changes) => {
      const twice = mapChanged(({ n }: { readonly n: number }) => ({ n: n * 2 }))
      const counted = countChanged(({ n }: { readonly n: number }) => String(n))
      let now = items
      const lists = [twice(now)]
      counted(lists[0] ?? [])
      for (const some of changes) {
        now = now.map((item, at) => {
          const change = some.find(([place]) => place === at)
          return change ? { n: change[1] } : item
        })
        const list = twice(now)
        lists.push(list)
        expect(list).toEqual(now.map(({ n }) => ({ n: n * 2 })))
        const anew = countChanged(({ n }: { readonly n: number }) => String(n))(list)
        const isThere = ([, number]: readonly [string, unknown]): boolean => number !== 0
        expect(Object.entries(counted(list)).filter(isThere).toSorted()).toEqual(
          Object.entries(anew).toSorted(),
        )
      }
      for (const before of lists)
        for (const after of lists) {
          const places = changedPlaces(before, after)
          for (const [at, item] of after.entries()) if (item !== before[at]) expect(places).toContain(at)
          expect(new Set(places).size).toBe(places.length)
        }
    }),
  )
})
