import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  createFailureReasons,
  failureReasons,
} from '../../../../src/renderer/src/model/run/failure-reasons.ts'
import { rowOf } from '../../support/samples.ts'

test('failures are grouped by reason, the most frequent first, whatever address a message names', () => {
  const offline = { status: 'failed', reason: 'device-offline', result: 'Device is offline.' } as const
  const untrusted = (row: number, ip: string) =>
    rowOf({
      row,
      status: 'failed',
      reason: 'public-ip-not-trusted',
      result: `Public IP IPv4 - ${ip}, IPv6 - for the device is not trusted.`,
    })
  const rows = [
    rowOf({ row: 2, ...offline }),
    rowOf({ row: 3, status: 'signed in' }),
    untrusted(4, '203.0.113.7'),
    untrusted(5, '203.0.113.8'),
    rowOf({ row: 6, status: 'failed', reason: 'Out of milk', result: 'Out of milk' }),
  ]
  expect(failureReasons(rows).map(({ phones, guidance }) => [phones, guidance?.code])).toEqual([
    [2, 'public-ip-not-trusted'],
    [1, 'device-offline'],
    [1, undefined],
  ])
})

test('failures are grouped as if it were done anew, whatever fails, is tried again, comes and goes', () => {
  const row = fc.record({
    status: fc.constantFrom('failed', 'signing in', 'signed in'),
    reason: fc.constantFrom('device-offline', 'user-not-found'),
    result: fc.constantFrom('Offline', 'Not found', 'Neither'),
  })
  const change = fc.tuple(fc.nat({ max: 7 }), fc.option(row, { nil: undefined }))
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), fc.array(change, { maxLength: 8 }), (first, changes) => {
      const grouped = createFailureReasons()
      let rows = first.map((one, at) => rowOf({ row: at + 2, ...one }))
      expect(grouped(rows)).toEqual(createFailureReasons()(rows))
      for (const [at, after] of changes) {
        rows = after
          ? rows.map((one, place) => (place === at ? rowOf({ row: at + 2, ...after }) : one))
          : rows.slice(0, at)
        expect(grouped(rows)).toEqual(createFailureReasons()(rows))
      }
    }),
  )
})
