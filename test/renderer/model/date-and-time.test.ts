import { expect, test } from 'vitest'
import { toTheSecond } from '../../../src/renderer/src/model/date-and-time.ts'

test('moments that are to be compared differ by seconds, too', () => {
  expect(toTheSecond('2026-03-02T09:00:01Z')).not.toBe(toTheSecond('2026-03-02T09:00:02Z'))
})

test('what the service gives as a time and is none is shown as it came', () => {
  expect(toTheSecond('a while ago')).toBe('a while ago')
})
