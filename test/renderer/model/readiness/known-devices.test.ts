import { expect, test } from 'vitest'
import {
  askAboutDevices,
  deviceGroups,
  withTimeLeft,
} from '../../../../src/renderer/src/model/readiness/known-devices.ts'
import type { DeviceFacts, DeviceReading, InventoryAnswer } from '../../../../src/shared/inventory/device.ts'
import { judgeDevices } from '../../../../src/shared/inventory/judge-device.ts'
import { known, unread } from '../../../../src/shared/readiness/facts.ts'

const now = Date.parse('2026-03-02T09:00:00Z')
const hoursAgo = (hours: number): string => new Date(now - hours * 3_600_000).toISOString()
const listed = (change: Partial<DeviceFacts>): DeviceReading => ({
  kind: 'listed',
  device: {
    ...{ onboardedAt: known(hoursAgo(10)), signIn: known('never'), signInAt: unread('absent') },
    ...{
      user: unread('absent'),
      health: unread('absent'),
      healthAt: unread('absent'),
      firmware: unread('absent'),
    },
    ...change,
  },
})
const readings: Readonly<Record<string, DeviceReading>> = {
  used: listed({ signIn: known('signed-in'), user: known('boss@contoso.com') }),
  late: listed({ onboardedAt: known(hoursAgo(80)) }),
  soon: listed({ onboardedAt: known(hoursAgo(70)) }),
  later: listed({}),
  same: listed({ signIn: known('signed-in'), user: known('a@contoso.com') }),
  missing: { kind: 'not-listed' },
  odd: listed({ signIn: unread('odd') }),
  port: { kind: 'unread', why: 'port' },
}
const inventory: InventoryAnswer = {
  ...{ tenantId: 'one', at: hoursAgo(0), seen: 8 },
  devices: Object.entries(readings),
}
const phones = Object.keys(readings).map((hardwareId, index) => ({
  ...{ row: index + 2, username: 'a@contoso.com', hardwareId },
}))

test('phones are told by finding, what somebody has to look at first; those with time left one by one', () => {
  const judged = judgeDevices(phones, inventory, now)
  const told = deviceGroups(judged).map((group) => [
    group.kind === 'unread' ? group.why : group.kind,
    ...group.phones.map(({ hardwareId }) => hardwareId),
  ])
  expect(told).toEqual([
    ...[
      ['in-use', 'used'],
      ['late', 'late'],
      ['not-listed', 'missing'],
      ['in-use-same', 'same'],
    ],
    ...[
      ['odd', 'odd'],
      ['port', 'port'],
    ],
  ])
  expect(withTimeLeft(judged).map(({ hardwareId, deadline }) => [hardwareId, deadline])).toEqual([
    ['soon', hoursAgo(-2)],
    ['later', hoursAgo(-62)],
  ])
})

test('before a run only phones in use and late ones are told of, and of phones that are in it alone', () => {
  expect(askAboutDevices(phones, inventory, now)).toMatchObject({ inUse: [{ row: 2 }], late: 1 })
  const others = phones.filter(({ hardwareId }) => hardwareId !== 'used' && hardwareId !== 'late')
  expect(askAboutDevices(others, inventory, now)).toBeUndefined()
  expect(askAboutDevices(phones, undefined, now)).toBeUndefined()
})
