import { describe, expect, test } from 'vitest'
import { progressOf } from '../../../../src/renderer/src/model/run/standing.ts'
import { standingByRegion, stripWords } from '../../../../src/renderer/src/model/run/strip-words.ts'
import { failureWords } from '../../../../src/shared/gateway/failure-words.ts'
import type { RunHappening } from '../../../../src/shared/run/events.ts'
import { planRun } from '../../../../src/shared/run/plan.ts'
import { replay } from '../../../../src/shared/run/reducer.ts'
import { text } from '../../../../src/shared/text/index.ts'
import { eventsOf, phoneListOf, runStarted } from '../../../support/run-samples.ts'
import { runOf, sheetOf } from '../../support/samples.ts'

const sheet = sheetOf(
  ['lobby@contoso.com', '00-04-F2-81-24-B3'],
  ['gate@contoso.com', '00-04-F2-81-24-B4'],
  ['not a username', '00-04-F2-81-24-B5'],
)
const submitted: readonly RunHappening[] = [
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchSubmitted', batch: 0, batchId: 'b' },
]
const reported = (first: 'signed in' | 'failed', second: 'signed in' | 'failed'): RunHappening => ({
  type: 'PhonesReported',
  batch: 0,
  phones: [
    { phone: 0, status: first, said: first },
    { phone: 1, status: second, said: second },
  ],
})
const ended: readonly RunHappening[] = [
  { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
  { type: 'RunFinished' },
]
const failure = {
  kind: 'throttled',
  why: { code: 'written', sentence: 'The service asks for fewer requests.' },
} as const

describe('the strip above the table', () => {
  test('says how many phones are done, and how the batches of each region stand', () => {
    const words = stripWords(runOf(sheet, ...submitted, reported('signed in', 'failed')))
    expect(words).toEqual({
      kind: 'running',
      title: '2 of 2 phones done',
      lines: ['NOAM: 0 of 1 batch finished, 1 running'],
    })
  })

  test('says why batches are queued', () => {
    const state = replay(eventsOf(runStarted(planRun(phoneListOf(500, 'EMEA')))))
    expect(state && stripWords(state).lines).toEqual([
      'EMEA: 0 of 5 batches finished, 5 queued',
      text.window.run.strip.queueWhy,
    ])
  })

  test('says what a batch waits for, instead of places that are free', () => {
    const offline = {
      kind: 'unreachable',
      sent: 'no',
      why: { code: 'written', sentence: 'There is no network.' },
    } as const
    const words = stripWords(
      runOf(
        sheet,
        { type: 'BatchSubmitting', batch: 0, attempt: 1 },
        { type: 'BatchRefused', batch: 0, failure: offline, nextTryAt: '2026-03-02T09:00:30.000Z' },
      ),
    )
    expect(words.lines).not.toContain(text.window.run.strip.queueWhy)
    expect(words.lines.join(' ')).toContain('There is no network. ')
  })

  test('says why watching stands still, and how far the run is all the same', () => {
    const words = stripWords(runOf(sheet, ...submitted, { type: 'WatchInterrupted', batch: 0, failure }))
    expect(words.kind).toBe('interrupted')
    expect(words.title).toBe("1 batch can't be watched at the moment")
    expect(words.lines).toEqual([failureWords(failure), '0 of 2 phones done'])
  })

  test('says that the service goes on when nobody watches', () => {
    const words = stripWords(runOf(sheet, ...submitted, { type: 'WatchStopped', reason: 'operator' }))
    expect(words).toMatchObject({
      kind: 'stopped',
      lines: [text.window.run.strip.stoppedWhy.operator, '0 of 2 phones done'],
    })
  })

  test('does not count phones as done while it is open whether the service took them', () => {
    const unconfirmed: readonly RunHappening[] = [
      { type: 'BatchSubmitting', batch: 0, attempt: 1 },
      { type: 'BatchOutcomeUnknown', batch: 0, failure },
      { type: 'WatchStopped', reason: 'undecided' },
    ]
    const undecided = runOf(sheet, ...unconfirmed)
    expect(stripWords(undecided)).toMatchObject({
      kind: 'stopped',
      title: text.window.run.strip.undecided,
      lines: [text.window.run.strip.stoppedWhy.undecided, '0 of 2 phones done'],
    })
    expect(progressOf(undecided)).toMatchObject({ done: 0, signedIn: 0, failed: 0, unknown: 0 })
    const left: RunHappening = { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'left' }
    const resumed: RunHappening = { type: 'WatchResumed' }
    const decided = runOf(sheet, ...unconfirmed, resumed, left)
    expect(stripWords(decided).title).toBe('2 of 2 phones done')
    expect(progressOf(decided)).toMatchObject({ done: 1, signedIn: 0, failed: 0, unknown: 2 })
  })

  test('is well at the end when all phones are signed in', () => {
    const state = runOf(sheet, ...submitted, reported('signed in', 'signed in'), ...ended)
    expect(stripWords({ ...state, leftOut: [] })).toEqual({
      kind: 'well',
      title: 'All 2 phones signed in',
      lines: ['No phone failed.'],
    })
  })

  test('is not well where rows of the list were not sent, and says how many and why', () => {
    const words = stripWords(runOf(sheet, ...submitted, reported('signed in', 'signed in'), ...ended))
    expect(words).toEqual({
      kind: 'partly',
      title: '2 of 3 phones signed in, 1 was not sent',
      lines: ['Not sent: 1 row with errors. The rows say why.'],
    })
    const state = runOf(sheet, ...submitted, reported('signed in', 'signed in'), ...ended)
    expect(progressOf(state)).toMatchObject({ done: 1, signedIn: 2, notSent: 1 })
  })

  test('says of a simulated run that it is one, under way and at the end', () => {
    const simulated = (...happenings: readonly RunHappening[]) => {
      const state = runOf(sheet, ...happenings)
      return stripWords({ ...state, tenant: { ...state.tenant, simulated: true } })
    }
    expect(simulated(...submitted).title).toBe('Simulated: 0 of 2 phones done')
    const { title, lines } = simulated(...submitted, reported('signed in', 'failed'), ...ended)
    expect(title).toBe('Simulated: 1 of 3 phones signed in, 1 failed, 1 was not sent')
    expect(lines).toContain(text.window.run.strip.simulated)
  })

  test('counts what failed at the end', () => {
    const state = runOf(sheet, ...submitted, reported('signed in', 'failed'), ...ended)
    expect(stripWords(state)).toMatchObject({
      kind: 'failed',
      title: '1 of 3 phones signed in, 1 failed, 1 was not sent',
    })
    expect(progressOf(state)).toMatchObject({ done: 1, signedIn: 1, failed: 1, unknown: 0 })
  })
})

test('a refused batch is neither running nor finished', () => {
  const { batches } = runOf(sheet, submitted[0] ?? { type: 'RunFinished' }, {
    type: 'BatchRefused',
    batch: 0,
    failure,
  })
  expect(standingByRegion(batches)).toEqual([
    { region: 'NOAM', all: 1, open: 0, queued: 0, finished: 0, otherwise: 1 },
  ])
})
