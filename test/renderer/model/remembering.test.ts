import { expect, test } from 'vitest'
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
