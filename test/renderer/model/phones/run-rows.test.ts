import { describe, expect, test } from 'vitest'
import { runRows } from '../../../../src/renderer/src/model/phones/run-rows.ts'
import { reduceRun } from '../../../../src/shared/run/reducer.ts'
import { text } from '../../../../src/shared/text/index.ts'
import { runOf, sheetOf } from '../../support/samples.ts'

const sheet = sheetOf(
  ['lobby@contoso.com', '00-04-F2-81-24-B3'],
  ['not a username', '00-04-F2-81-24-B4'],
  ['gate@contoso.com', '00-04-F2-81-24-B5'],
)
const submitted = runOf(
  sheet,
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchSubmitted', batch: 0, batchId: 'b' },
)

describe('the rows of a run', () => {
  test('are all rows of the file, in its order, those left out with the reason', () => {
    const rows = runRows(submitted)
    expect(rows.map(({ row, status }) => [row, status])).toEqual([
      [2, 'signing in'],
      [3, 'left out'],
      [4, 'signing in'],
    ])
    expect(rows[1]?.result).toMatch(/^"not a username" isn't a username/)
  })

  test('leave the result empty while a phone is under way, whatever the service calls that', () => {
    const pending = reduceRun(submitted, {
      seq: 4,
      at: '2026-03-02T09:01:00Z',
      type: 'PhonesReported',
      batch: 0,
      phones: [{ phone: 0, status: 'signing in', said: 'inProgress' }],
    })
    expect(runRows(pending)[0]).toMatchObject({ status: 'signing in', result: '' })
  })

  test('show the text of the service and what to do about it', () => {
    const error = 'Device is offline.'
    const failed = reduceRun(submitted, {
      seq: 4,
      at: '2026-03-02T09:01:00Z',
      type: 'PhonesReported',
      batch: 0,
      phones: [{ phone: 0, status: 'failed', said: 'failed', error }],
    })
    expect(runRows(failed)[0]).toMatchObject({
      status: 'failed',
      result: error,
      reason: 'device-offline',
      remedy: text.gateway.remedies['device-offline'],
    })
  })

  test('show an unknown message as it came, and group by it', () => {
    const failed = reduceRun(submitted, {
      seq: 4,
      at: '2026-03-02T09:01:00Z',
      type: 'PhonesReported',
      batch: 0,
      phones: [{ phone: 0, status: 'failed', said: 'failed', error: 'Out of milk' }],
    })
    expect(runRows(failed)[0]).toMatchObject({ result: 'Out of milk', reason: 'Out of milk', remedy: '' })
  })

  test('keep their identity while nothing of them changes', () => {
    const before = runRows(submitted)
    const after = runRows(
      reduceRun(submitted, {
        seq: 4,
        at: '2026-03-02T09:01:00Z',
        type: 'PhonesReported',
        batch: 0,
        phones: [{ phone: 1, status: 'signed in', said: 'success' }],
      }),
    )
    expect(after[0]).toBe(before[0])
    expect(after[1]).toBe(before[1])
    expect(after[2]).not.toBe(before[2])
    expect(after[2]).toMatchObject({ status: 'signed in', result: '' })
  })

  test('say of a phone that nobody knows about that nobody does', () => {
    const rows = runRows(
      reduceRun(submitted, {
        seq: 4,
        at: '2026-03-02T09:01:00Z',
        type: 'BatchFinished',
        batch: 0,
        end: 'service',
        serviceStatus: 'Completed',
      }),
    )
    expect(rows[0]).toMatchObject({ status: 'unknown', result: text.window.table.unknownResult })
  })
})
