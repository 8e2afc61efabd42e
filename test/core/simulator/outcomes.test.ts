import { describe, expect, test } from 'vitest'
import { createOutcomes, type PhoneCourse } from '../../../src/core/simulator/outcomes.ts'
import { guidanceCatalogue, guidanceFor } from '../../../src/shared/gateway/guidance.ts'
import { hardwareIdOf } from '../../support/run-samples.ts'

const coursesOf = (size: number, seed: number, failureShare = 0.06): readonly PhoneCourse[] => {
  const courseOf = createOutcomes(seed, failureShare)
  return Array.from({ length: size }, (_, index) => courseOf(hardwareIdOf(index)))
}

describe('of many phones', () => {
  const courses = coursesOf(3_000, 1)

  test('about 94 in 100 sign in', () => {
    const failed = courses.filter(({ error }) => error !== undefined).length
    expect(failed / courses.length).toBeGreaterThan(0.045)
    expect(failed / courses.length).toBeLessThan(0.075)
  })

  test('the first change after 20 to 40 s, most are through in 4 minutes, all in 6', () => {
    expect(courses.filter(({ startsAt }) => startsAt < 20_000 || startsAt > 40_000)).toEqual([])
    expect(courses.filter(({ startsAt, endsAt }) => endsAt <= startsAt || endsAt > 360_000)).toEqual([])
    const late = courses.filter(({ endsAt }) => endsAt > 240_000).length / courses.length
    expect(late).toBeGreaterThan(0.02)
    expect(late).toBeLessThan(0.1)
  })

  test('every failure is one that the guidance knows', () => {
    const errors = courses.flatMap(({ error }) => (error === undefined ? [] : [error]))
    expect(errors.filter((error) => guidanceFor(error) === undefined)).toEqual([])
    expect(new Set(errors.map((error) => guidanceFor(error)?.code)).size).toBe(guidanceCatalogue.length - 1)
  })
})

test('300 failing phones show every message about a device, and equally often', () => {
  const counts = Map.groupBy(coursesOf(300, 7, 1), ({ error = '' }) => guidanceFor(error)?.code)
  expect(counts.size).toBe(guidanceCatalogue.length - 1)
  expect([...counts.values()].map(({ length }) => length)).toEqual(Array(counts.size).fill(20))
})

test('the same seed gives the same, another one something else', () => {
  expect(coursesOf(50, 3)).toEqual(coursesOf(50, 3))
  expect(coursesOf(50, 3)).not.toEqual(coursesOf(50, 4))
})

test('at a second attempt what time mends is mended, and nothing else', () => {
  const courseOf = createOutcomes(1, 1)
  const attempt = () => Array.from({ length: 60 }, (_, index) => courseOf(hardwareIdOf(index)).error)
  const codes = (errors: readonly (string | undefined)[]) =>
    errors.map((error) => (error === undefined ? undefined : guidanceFor(error)?.code))
  const mended = new Set(['device-offline', 'ad-throttling'])
  const first = codes(attempt())
  expect(first.filter((code) => code !== undefined && mended.has(code)).length).toBeGreaterThan(0)
  expect(codes(attempt())).toEqual(first.map((code) => (mended.has(code ?? '') ? undefined : code)))
})
