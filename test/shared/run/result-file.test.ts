import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { RunHappening } from '../../../src/shared/run/events.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { failedList, resultFile } from '../../../src/shared/run/result-file.ts'
import { retryPlan } from '../../../src/shared/run/retry-plan.ts'
import { text } from '../../../src/shared/text/index.ts'
import { phoneListOf, runStarted, startedWith, stateOf } from '../../support/run-samples.ts'

function finishedRun(error = 'Device is offline.') {
  const list = phoneListOf(3, 'NOAM')
  const bad = { row: 3, username: '=cmd|calc', hardwareId: '1', region: undefined, status: 'error' } as const
  const rows = list.rows.map((row, index) => (index === 1 ? bad : row))
  return stateOf(
    runStarted(planRun({ ...list, rows, issues: [] })),
    { type: 'BatchSubmitting', batch: 0, attempt: 1 },
    { type: 'BatchSubmitted', batch: 0, batchId: 'b-1' },
    {
      type: 'PhonesReported',
      batch: 0,
      phones: [
        { phone: 0, status: 'signed in', said: 'success' },
        { phone: 1, status: 'failed', said: 'failed', error },
      ],
    },
    { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
    { type: 'RunFinished' },
  )
}
const lines = (csv: string) => Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data

describe('the result file', () => {
  test('begins with a byte order mark and the columns of the original tool', () => {
    expect(resultFile(finishedRun())).toMatch(
      /^\uFEFFUsername,HardwareID,Status,Result,Region,BatchId,What to do,Time\r\n/,
    )
  })

  test('has every row of the file once, in file order, those left out too', () => {
    const [, ...rows] = lines(resultFile(finishedRun()))
    expect(rows.map(([username, , status]) => [username, status])).toEqual([
      ['phone0@contoso.com', 'signed in'],
      ["'=cmd|calc", 'left out'],
      ['phone2@contoso.com', 'failed'],
    ])
  })

  test('says in each row of a simulated run that it is one, behind our own columns and before those of the list', () => {
    const state = finishedRun()
    const others = { headings: ['Room'], rows: [{ row: 2, cells: ['Lobby'] }] }
    const rows = lines(resultFile({ ...state, tenant: { ...state.tenant, simulated: true }, others }))
    expect(rows.map((cells) => cells.slice(8))).toEqual([
      ...[
        ['Simulated', 'Room'],
        ['yes', 'Lobby'],
      ],
      ...[
        ['yes', ''],
        ['yes', ''],
      ],
    ])
    expect(lines(resultFile(state))[0]).not.toContain('Simulated')
  })

  test('does not take over from an earlier export that it was simulated', () => {
    const others = { headings: ['Simulated', 'Room'], rows: [{ row: 2, cells: ['yes', 'Lobby'] }] }
    const rows = lines(resultFile({ ...finishedRun(), others }))
    expect(rows.map((cells) => cells.slice(8))).toEqual([['Room'], ['Lobby'], [''], ['']])
  })

  test('gives the text of the service and what to do about it', () => {
    const failed = lines(resultFile(finishedRun()))[3]
    expect(failed?.slice(3, 6)).toEqual(['Device is offline.', 'NOAM', 'b-1'])
    expect(failed?.[6]).not.toBe('')
  })

  test('says why a phone is unknown, and how its batch ended', () => {
    const submitting = { type: 'BatchSubmitting', batch: 0, attempt: 1 } as const
    const resultOf = (...happenings: readonly RunHappening[]) =>
      lines(resultFile(stateOf(startedWith(1), submitting, ...happenings)))[1]?.slice(2, 4)
    const failure = {
      kind: 'unreachable',
      sent: 'maybe',
      why: { code: 'written', sentence: 'No answer came.' },
    } as const
    const left = { type: 'BatchFinished', batch: 0, end: 'operator' } as const

    const lost = { type: 'BatchOutcomeUnknown', batch: 0, failure } as const
    expect(resultOf(lost)).toEqual(['unknown', 'No answer came.'])
    expect(resultOf(lost, left)).toEqual(['unknown', 'No answer came. Batch: left unknown by the operator'])
    const unheard = "The service didn't say what became of this phone."
    expect(resultOf({ type: 'BatchOutcomeUnknown', batch: 0 })).toEqual(['unknown', unheard])
    const unknown = { kind: 'not-found', said: 'There is no such batch.' } as const
    const forgotten = { type: 'BatchFinished', batch: 0, end: 'forgotten', failure: unknown } as const
    expect(resultOf({ type: 'BatchSubmitted', batch: 0, batchId: 'b-1' }, forgotten)).toEqual([
      ...['unknown', `${unheard} Batch: There is no such batch.`],
    ])
  })

  test('lets no cell begin like a formula, whatever the service says', () => {
    const opening = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' =', '\n=', '')
    fc.assert(
      fc.property(opening, fc.string(), (start, rest) => {
        const rows = lines(resultFile(finishedRun(`${start}${rest}`)))
        expect(rows).toHaveLength(4)
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/)
      }),
    )
  })
})

describe('the failed phones', () => {
  test('are a list that opens again', () => {
    expect(lines(failedList(finishedRun()))).toEqual([
      ['Username', 'HardwareId', 'Region'],
      ['phone2@contoso.com', '00-04-F2-00-00-02', 'NOAM'],
    ])
  })

  test('are planned as a run of their own', () => {
    expect(retryPlan(finishedRun(), [])).toMatchObject({
      phones: [{ row: 4, username: 'phone2@contoso.com' }],
      batches: [{ region: 'NOAM', phones: [0] }],
      leftOut: [],
    })
  })

  test('says of phones that were not sent, and of rows that another run has, why and what to do', () => {
    const startedAt = '2026-03-02T08:00:00Z'
    const other = { runId: 'another', list: 'phones.csv', startedAt } as const
    const claimed = { code: 'claimed', claim: 'waiting', ...other } as const
    const leftOut = { row: 9, username: 'x@contoso.com', hardwareId: 'y', why: claimed }
    const state = stateOf(
      runStarted({ ...planRun(phoneListOf(2, 'NOAM')), leftOut: [leftOut] }),
      { type: 'PhonesLeftOut', batch: 0, phones: [{ phone: 0, runId: 'another', why: 'waiting' }] },
      { type: 'BatchDiscarded', batch: 0 },
    )
    const rows = resultFile(state).split('\r\n')
    expect(rows[1]).toContain(`not sent,${text.run.claimed.waiting('another')}`)
    expect(rows[1]).toContain(text.run.notSentRemedy)
    expect(rows[2]).toContain(`not sent,${text.run.discarded}`)
    expect(rows[3]).toContain(`left out,"${text.run.claimedIn.waiting('phones.csv', startedAt, 'another')}`)
    expect(rows[3]).toContain(text.run.otherRunFirst)
    expect(failedList(state)).not.toContain('phone0')
    expect(retryPlan(state, []).phones).toEqual([])
  })
})
