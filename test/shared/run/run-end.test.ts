import { describe, expect, test } from 'vitest'
import type { LeftOutRow } from '../../../src/shared/run/events.ts'
import { pastRun } from '../../../src/shared/run/past-run.ts'
import { pastRunEnd, runEnd, verdictOf } from '../../../src/shared/run/run-end.ts'
import type { PhoneStatus, RunState } from '../../../src/shared/run/run-state.ts'
import { text } from '../../../src/shared/text/index.ts'
import { startedWith, stateOf } from '../../support/run-samples.ts'

const start = stateOf(startedWith(10), { type: 'RunFinished' })

/** A run whose phones have ended so, in their order; the others are signed in. */
function endedAs(...statuses: readonly PhoneStatus[]): RunState {
  const phones = start.phones.map((phone, index) => ({ ...phone, status: statuses[index] ?? 'signed in' }))
  return { ...start, phones }
}
const row: LeftOutRow = { row: 99, username: 'x', hardwareId: 'y', why: { code: 'no-region' } }
const before: LeftOutRow = {
  ...row,
  why: { code: 'signed-in', list: 'phones.csv', at: '2026-03-01T09:00:00.000Z', runId: 'a' },
}
const said = (state: RunState): string => text.run.ended(runEnd(state))

describe('the end of a run', () => {
  test('is well only where every phone and row of the list is signed in', () => {
    expect(verdictOf(runEnd(endedAs()))).toBe('well')
    expect(said(endedAs())).toBe('All 10 phones signed in')
    const leftOut = { ...endedAs(), leftOut: [row] }
    expect(verdictOf(runEnd(leftOut))).toBe('partly')
    expect(said(leftOut)).toBe('10 of 11 phones signed in, 1 was not sent')
  })

  test('names what was not sent, whether it failed or not', () => {
    const seven = Array.from({ length: 7 }, () => 'not sent' as const)
    expect(said(endedAs(...seven))).toBe('3 of 10 phones signed in, 7 were not sent')
    expect(verdictOf(runEnd(endedAs(...seven)))).toBe('partly')
    expect(said(endedAs('failed', 'unknown', 'not sent'))).toBe(
      '7 of 10 phones signed in, 1 failed, 1 ended unknown, 1 was not sent',
    )
    expect(verdictOf(runEnd(endedAs('failed')))).toBe('failed')
  })

  test('does not count against a run what was signed in before it', () => {
    const state = { ...endedAs(), leftOut: [before] }
    expect(verdictOf(runEnd(state))).toBe('well')
    expect(said(state)).toBe('All 10 phones signed in, 1 was signed in before')
  })

  test('says of a simulated run that it is one', () => {
    expect(said({ ...endedAs(), tenant: { ...start.tenant, simulated: true } })).toBe(
      'Simulated: All 10 phones signed in',
    )
  })

  test('is the same in a list of runs', () => {
    const state = { ...endedAs('failed', 'not sent'), leftOut: [row, before] }
    expect(pastRunEnd(pastRun(state, undefined))).toEqual(runEnd(state))
  })
})
