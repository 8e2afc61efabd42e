import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repeats } from '../../../src/shared/phones/repeats.ts'

const length = (value: string): number => value.length

test('the places of each repeated key are found together, in order', () => {
  expect(repeats(['b', 'a', undefined, 'b', 'c', 'a', 'b'], length)).toEqual([
    [0, 3, 6],
    [1, 5],
  ])
})

test('values are compared by their keys', () => {
  expect(repeats(['A', 'b', 'a'], length, (value) => value.toLowerCase())).toEqual([[0, 2]])
})

test('nothing is found where nothing repeats', () => {
  expect(repeats([], length)).toEqual([])
  expect(repeats([undefined, undefined, 'a', 'b'], length)).toEqual([])
})

test('the fingerprint only saves work: any that is the same for the same key finds the same', () => {
  const values = fc.array(
    fc.option(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 3 }), { nil: undefined }),
  )
  const codes = (value: string): number =>
    [...value].reduce((sum, each) => sum * 7 + each.charCodeAt(0), 0) | 0
  fc.assert(
    fc.property(values, (keys) => {
      const places = Map.groupBy(keys.keys(), (place) => keys[place])
      places.delete(undefined)
      const expected = [...places.values()].filter((group) => group.length > 1)
      const byFirst = ([one = 0]: readonly number[], [other = 0]: readonly number[]) => one - other
      for (const fingerprint of [length, codes, () => 0]) {
        expect([...repeats(keys, fingerprint)].sort(byFirst)).toEqual(expected.sort(byFirst))
      }
    }),
  )
})
