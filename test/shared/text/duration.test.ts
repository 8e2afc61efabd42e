import { expect, test } from 'vitest'
import { duration } from '../../../src/shared/text/duration.ts'

test.each([
  [0, '0 s'],
  [12_900, '12 s'],
  [252_000, '4 min 12 s'],
  [3_600_000, '1 h 0 min'],
  [3_720_000, '1 h 2 min'],
  [-5, '0 s'],
])('%i ms are written as %s', (ms, words) => {
  expect(duration(ms)).toBe(words)
})
