import { expect, test } from 'vitest'
import { publicIpSaid } from '../../../src/renderer/src/model/public-ip-said.ts'
import type { RunState } from '../../../src/shared/run/run-state.ts'

const runWith = (...results: readonly (string | undefined)[]): RunState =>
  ({ phones: results.map((result) => ({ result })) }) as unknown as RunState

test('the public address is what the service names of a phone that is not trusted, and no other', () => {
  const said =
    'Public IP IPv4 - 203.0.113.7, IPv6 -  for the device is not trusted. Please whitelist the public IP in TAC.'
  expect(publicIpSaid(runWith(undefined, 'Device is offline. 10.0.0.7', said))).toBe('203.0.113.7')
  expect(
    publicIpSaid(runWith('Device is offline. 10.0.0.7', 'Public IP IPv4 - 999.1.1.1, IPv6 -')),
  ).toBeUndefined()
  expect(publicIpSaid(undefined)).toBeUndefined()
})
