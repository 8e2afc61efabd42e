import { describe, expect, test } from 'vitest'
import type { PhoneList } from '../../../src/shared/phones/phone-list.ts'
import { joinRuns, onlyRows } from '../../../src/shared/run/join-runs.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { resultFile } from '../../../src/shared/run/result-file.ts'
import type { RunState } from '../../../src/shared/run/run-state.ts'
import { phoneListOf, runStarted, stateOf } from '../../support/run-samples.ts'

const list: PhoneList = {
  ...phoneListOf(6, 'EMEA'),
  rows: phoneListOf(6, 'EMEA').rows.map((row) => (row.row === 7 ? { ...row, status: 'error' } : row)),
  issues: [{ severity: 'error', code: 'username-invalid', row: 7, message: 'Wrong.' }],
}

/** A run of these rows of the list, of which the first `failed` fail. */
function runOf(id: string, rows: readonly number[], failed: number, of = list): RunState {
  const plan = planRun(of, new Set(rows))
  return {
    ...stateOf(
      runStarted(plan),
      { type: 'BatchSubmitting', batch: 0, attempt: 1 },
      { type: 'BatchSubmitted', batch: 0, batchId: `batch of ${id}` },
      {
        type: 'PhonesReported',
        batch: 0,
        phones: plan.phones.map((_, phone) =>
          phone < failed
            ? { phone, status: 'failed', said: 'failed', error: 'Device is offline.' }
            : { phone, status: 'signed in', said: 'success' },
        ),
      },
      { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
      { type: 'RunFinished' },
    ),
    runId: id,
  }
}

const lines = (state: RunState): readonly string[][] =>
  resultFile(state)
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','))

describe('two first, then the others, then the one that failed', () => {
  const few = runOf('few', [2, 3], 1)
  const others = runOf('others', [4, 5, 6, 7], 0)
  const corrected = {
    ...list,
    rows: list.rows.map((row) => (row.row === 2 ? { ...row, username: 'new@contoso.com' } : row)),
  }
  const again = runOf('again', [2], 0, corrected)

  test('a run of chosen rows names the others, which are in its results once, and as not chosen', () => {
    expect(few.notChosen?.map(({ row }) => row)).toEqual([4, 5, 6, 7])
    expect(lines(few).map(([, , status]) => status)).toEqual([
      'failed',
      'signed in',
      ...Array(4).fill('left out'),
    ])
  })

  test('the results of all of them have every row once, as its last run left it', () => {
    const joined = joinRuns([few, others, again])
    expect(lines(joined).map(([username, , status]) => [username, status])).toEqual([
      ['new@contoso.com', 'signed in'],
      ['phone1@contoso.com', 'signed in'],
      ['phone2@contoso.com', 'signed in'],
      ['phone3@contoso.com', 'signed in'],
      ['phone4@contoso.com', 'signed in'],
      ['phone5@contoso.com', 'left out'],
    ])
    const batches = joined.phones.map(({ batch }) => joined.batches[batch]?.batchId)
    expect(batches).toEqual(['batch of again', 'batch of few', ...Array(3).fill('batch of others')])
  })

  test('the results of chosen rows are those alone', () => {
    const joined = onlyRows(joinRuns([few, others, again]), new Set([3, 7]))
    expect(lines(joined).map(([username]) => username)).toEqual(['phone1@contoso.com', 'phone5@contoso.com'])
  })

  test('what the runs have recorded is not changed by joining them', () => {
    const before = JSON.stringify([few, others, again])
    joinRuns([few, others, again])
    expect(JSON.stringify([few, others, again])).toBe(before)
  })
})
