import { describe, expect, test } from 'vitest'
import type { DeviceFacts, DeviceReading } from '../../../src/shared/inventory/device.ts'
import { byUrgency, judgeDevices } from '../../../src/shared/inventory/judge-device.ts'
import { known, unread } from '../../../src/shared/readiness/facts.ts'

const now = Date.parse('2026-03-02T09:00:00Z')
const hoursAgo = (hours: number): string => new Date(now - hours * 3_600_000).toISOString()
const device: DeviceFacts = {
  ...{ onboardedAt: known(hoursAgo(10)), signIn: known('never'), signInAt: unread('absent') },
  ...{
    user: unread('absent'),
    health: known('Healthy'),
    healthAt: unread('absent'),
    firmware: unread('absent'),
  },
}
const listed = (change: Partial<DeviceFacts> = {}): DeviceReading => ({
  kind: 'listed',
  device: { ...device, ...change },
})
const signedOut = (hours: number): DeviceReading =>
  listed({ signIn: known('signed-out'), signInAt: known(hoursAgo(hours)) })
const signedInBy = (user: DeviceFacts['user']): DeviceReading => listed({ signIn: known('signed-in'), user })

/** Beside a phone that the inventory has, so that it says something about the others. */
function judge(reading: DeviceReading, username = 'Lobby@contoso.com') {
  const hardwareId = '00-04-F2-81-24-B3'
  const devices = [[hardwareId, reading] as const, ['00-04-F2-00-00-02', listed()] as const]
  const [first] = judgeDevices([{ username, hardwareId }], { at: hoursAgo(0), devices }, now)
  if (!first) throw new Error('It is not judged')
  const { status, finding } = first.judged
  return { status, ...finding }
}

describe('the deadline of a phone', () => {
  test.each([
    ['that is new, 72 hours after it was onboarded', listed(), 62, 'onboarded'],
    ['that was signed out, 168 hours after that', signedOut(167), 1, 'signed-out'],
  ])('%s, is still to come', (_, reading, hoursLeft, since) => {
    expect(judge(reading)).toEqual({
      ...{ status: 'ready', kind: 'in-time', since },
      deadline: hoursAgo(-hoursLeft),
    })
  })

  test.each([
    ['that is new', listed({ onboardedAt: known(hoursAgo(72)) })],
    ['that was signed out', signedOut(168)],
  ])('%s is over on the hour, which may fail and never surely does', (_, reading) => {
    expect(judge(reading)).toMatchObject({ status: 'may-fail', kind: 'late', deadline: hoursAgo(0) })
  })
})

test('a phone that another account uses may fail and says whose it is; one that its own account uses says so', () => {
  expect(judge(signedInBy(known('boss@contoso.com')))).toEqual({
    ...{ status: 'may-fail', kind: 'in-use', user: 'boss@contoso.com' },
  })
  expect(judge(signedInBy(unread('absent')))).toEqual({ status: 'may-fail', kind: 'in-use' })
  expect(judge(signedInBy(known('lobby@contoso.com')))).toEqual({ status: 'may-fail', kind: 'in-use-same' })
})

test.each([
  ['a state in unknown words', listed({ signIn: unread('odd') }), 'odd'],
  ['no state', listed({ signIn: unread('absent') }), 'absent'],
  ['no time of the sign-out', listed({ signIn: known('signed-out') }), 'absent'],
  ['no time of the onboarding', listed({ onboardedAt: unread('odd') }), 'odd'],
  ['a port of an adapter', { kind: 'unread', why: 'port' } as const, 'port'],
])('%s is not read: neither ready nor failing', (_, reading, why) => {
  expect(judge(reading)).toEqual({ status: 'unread', kind: 'unread', why })
})

test('a phone that the inventory does not have may fail, where it has none of a list, nothing is known', () => {
  expect(judge({ kind: 'not-listed' })).toEqual({ status: 'may-fail', kind: 'not-listed' })
  const phones = [{ username: 'a@b.example', hardwareId: 'x' }]
  const [alone] = judgeDevices(phones, { at: hoursAgo(0), devices: [['x', { kind: 'not-listed' }]] }, now)
  expect(alone?.judged).toMatchObject({ status: 'unread', finding: { why: 'none-listed' } })
})

test('a phone that was not asked about is not judged', () => {
  const phones = [{ username: 'a@b.example', hardwareId: 'x' }]
  expect(judgeDevices(phones, { at: hoursAgo(0), devices: [] }, now)).toEqual([])
})

test('the most urgent is first: used by somebody else, then by deadline, then what is not known', () => {
  const readings: readonly DeviceReading[] = [
    ...[{ kind: 'unread', why: 'port' } as const, { kind: 'not-listed' } as const, listed(), signedOut(166)],
    ...[signedInBy(known('boss@contoso.com')), signedOut(170), signedInBy(known('a@b.example'))],
  ]
  const phones = readings.map((_, index) => ({ username: 'a@b.example', hardwareId: String(index) }))
  const devices = readings.map((reading, index) => [String(index), reading] as const)
  const sorted = byUrgency(judgeDevices(phones, { at: hoursAgo(0), devices }, now))
  expect(sorted.map(({ hardwareId }) => Number(hardwareId))).toEqual([4, 5, 3, 2, 1, 6, 0])
})
