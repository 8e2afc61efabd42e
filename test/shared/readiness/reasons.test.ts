import { expect, test } from 'vitest'
import type { AccountCheck, Judged, ReadinessStatus } from '../../../src/shared/readiness/readiness.ts'
import { countStatuses, readinessReasons, widespreadIn } from '../../../src/shared/readiness/reasons.ts'

const at = '2026-03-02T09:00:00.000Z'
const phone = (name: string, ...found: readonly (readonly [AccountCheck, ReadinessStatus])[]) => ({
  name,
  checks: found.map(([check, status]): Judged<AccountCheck> => ({ check, status, at })),
})
const without = phone('a', ['number', 'fails'], ['person', 'may-fail'])
const alike = phone('b', ['number', 'fails'], ['licence', 'unread'])
const good = phone('c', ['number', 'ready'])

test('a person that may be locked out comes first, then what fails, then what could not be read', () => {
  expect(
    readinessReasons([without, alike, good]).map(({ check, status, phones }) => [
      check,
      status,
      phones.map(({ name }) => name).join(''),
    ]),
  ).toEqual([
    ['person', 'may-fail', 'a'],
    ['number', 'fails', 'ab'],
    ['licence', 'unread', 'b'],
  ])
})

test('what more than half of a list fails for is told apart; half is not more than half, and one phone is no list', () => {
  expect(widespreadIn([without, alike, good])).toEqual([{ check: 'number', phones: 2 }])
  expect(widespreadIn([without, good])).toEqual([])
  expect(widespreadIn([without])).toEqual([])
})

test('every phone is counted once', () => {
  const statuses = ['ready', 'ready', 'fails', 'unread'] as const
  expect(countStatuses(statuses.map((status) => ({ status })))).toEqual({
    ...{ ready: 2, fails: 1, 'may-fail': 0, unread: 1 },
  })
})
