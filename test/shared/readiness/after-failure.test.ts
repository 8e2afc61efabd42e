import { expect, test } from 'vitest'
import { checkAbout, retryAdvice } from '../../../src/shared/readiness/after-failure.ts'
import type {
  AccountCheck,
  Judged,
  JudgedAccount,
  ReadinessStatus,
} from '../../../src/shared/readiness/readiness.ts'

const failedAt = '2026-03-02T09:00:00.000Z'
const later = '2026-03-02T09:20:00.000Z'
const now = Date.parse('2026-03-02T09:21:00.000Z')

const account = (check: AccountCheck, status: ReadinessStatus, at = later): JudgedAccount => ({
  status,
  checks: [{ check, status, at } satisfies Judged<AccountCheck>],
})
const advice = (
  check: AccountCheck,
  judged: JudgedAccount | undefined,
  lacked = {},
  moment = now,
): ReturnType<typeof retryAdvice> => retryAdvice(check, failedAt, judged, lacked, moment)

test('what the tenant still lacks makes a retry fail again; what is there by now makes it worth it', () => {
  expect(advice('number', account('number', 'fails'))).toEqual({ kind: 'lacking' })
  expect(advice('number', account('number', 'ready'))).toEqual({ kind: 'there' })
  // Of an account that is gone nothing else is judged.
  expect(advice('number', account('exists', 'fails'))).toEqual({ kind: 'lacking' })
})

test('what was read before the phone failed, or not at all, says nothing; nor does what could not be read', () => {
  expect(advice('number', undefined)).toEqual({ kind: 'not-asked' })
  expect(advice('number', account('number', 'ready', '2026-03-02T08:59:00.000Z'))).toEqual({
    kind: 'not-asked',
  })
  expect(advice('number', account('number', 'unread'))).toEqual({ kind: 'unread' })
})

test('a policy that is there takes up to 24 hours, counted from when it was last seen to be missing', () => {
  const there = account('phone-policy', 'ready')
  expect(advice('phone-policy', there)).toEqual({ kind: 'arriving', since: failedAt })
  const seen = '2026-03-02T09:10:00.000Z'
  expect(advice('phone-policy', there, { 'phone-policy': seen })).toEqual({ kind: 'arriving', since: seen })
  expect(advice('phone-policy', there, { 'calling-policy': seen })).toEqual({
    kind: 'arriving',
    since: failedAt,
  })
  expect(advice('phone-policy', there, {}, now + 24 * 3_600_000)).toEqual({ kind: 'there' })
})

test('readiness has a word about each documented message that concerns an account, and none about a device', () => {
  expect(checkAbout('common-area-policy-missing')).toBe('phone-policy')
  expect(checkAbout('user-not-found')).toBe('exists')
  expect(checkAbout('device-offline')).toBeUndefined()
  expect(checkAbout(undefined)).toBeUndefined()
})
