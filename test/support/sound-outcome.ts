import { basename } from 'node:path'
import Papa from 'papaparse'
import { expect } from 'vitest'
import { markAbandoned } from '../../src/core/run/abandoned.ts'
import { failureWords } from '../../src/shared/gateway/failure-words.ts'
import type { RunEvent, RunHappening } from '../../src/shared/run/events.ts'
import { replay } from '../../src/shared/run/reducer.ts'
import { resultFile } from '../../src/shared/run/result-file.ts'
import type { PhoneState } from '../../src/shared/run/run-state.ts'
import { endWords } from '../../src/shared/run/why-words.ts'
import type { RunEnd, ScheduleOutcome as Schedule } from './fault-schedule.ts'
import { phonesOf } from './others-batches.ts'

type BatchAdopted = Extract<RunHappening, { readonly type: 'BatchAdopted' }>

/** How the run ended in one of the folders. */
type ScheduleOutcome = Schedule & RunEnd

/** Holds the outcome of a schedule to what must always be true; `hint` names the schedule. */
export function expectSound(hint: string, schedule: Schedule): void {
  expect(schedule.counts['two at once'], `${hint}: two processes carried the run at once`).toBe(0)
  for (const end of schedule.ends) expectSoundEnd(`${hint}, ${basename(end.folder)}`, { ...schedule, ...end })
}

function expectSoundEnd(hint: string, outcome: ScheduleOutcome): void {
  const { state, journal, ledger } = outcome
  expect(Math.max(...Object.values(ledger.mostOpenBatches)), hint).toBeLessThanOrEqual(3)
  expect(replay(journal), `${hint}: the journal is not what the window showed`).toEqual(state)
  expectShownAsWritten(hint, outcome)
  expectNothingForgotten(hint, outcome)
  expectSentAsAsked(hint, outcome)
  expectOwnBatches(hint, outcome)
  expectExport(hint, outcome)
  expectRefused(hint, outcome)
  for (const phone of state.phones) {
    const where = `${hint}: ${phone.username}`
    // Held back: only the operator could go on, and did not.
    const held = state.watching.kind === 'stopped' && state.watching.reason === 'held' ? ['queued'] : []
    expect(['signed in', 'failed', 'unknown', ...held], where).toContain(phone.status)
    if (phone.status === 'unknown') expectEvidence(where, outcome, phone)
  }
  for (const [batch, { stage }] of state.batches.entries())
    if (stage === 'unknown') expectUnconfirmed(`${hint}: batch ${batch}`, outcome, batch)
}

/**
 * Only a full disk makes the window show more than is written, and never something else. What another process has
 * written since, the window does not show.
 */
function expectShownAsWritten(hint: string, { folder, halts }: ScheduleOutcome): void {
  for (const { shown, onDisk, wasFull, wasShared } of halts.filter((halt) => halt.folder === folder)) {
    if (wasFull && wasShared) continue
    if (wasFull) expect(shown.slice(0, onDisk.length), `${hint}: on disk, and not shown`).toEqual(onDisk)
    else if (wasShared) {
      const known = withoutAbandoned(shown)
      expect(onDisk.slice(0, known.length), `${hint}: shown, and not on disk`).toEqual(known)
    } else expect(shown, `${hint}: shown, and not on disk`).toEqual(markAbandoned(onDisk))
  }
}

/** An event that was only added for display gets another time when it is written. */
const withoutAbandoned = (events: readonly RunEvent[]): readonly RunEvent[] => {
  const last = events.at(-1)
  return last?.type === 'WatchStopped' && last.reason === 'ended' ? events.slice(0, -1) : events
}

/** Whatever was on the disk once is there at the end, unless somebody has restored an older journal. */
function expectNothingForgotten(hint: string, { folder, halts, journal }: ScheduleOutcome): void {
  for (const { onDisk, isForgotten } of halts.filter((halt) => halt.folder === folder))
    if (!isForgotten) expect(journal.slice(0, onDisk.length), `${hint}: was on the disk once`).toEqual(onDisk)
}

/**
 * A phone is in one accepted batch, and in one more for each time that the operator had its batch submitted again. A
 * journal that was put back has forgotten some of these times, and one of another folder knows of none; the operator has
 * not forgotten.
 */
function expectSentAsAsked(hint: string, { state, journal, ledger, asked, counts }: ScheduleOutcome): void {
  const released = state.batches.map((_, batch) => {
    const times = journal.filter((event) => event.type === 'BatchReleased' && event.batch === batch).length
    const wishes = asked.filter((one) => one.batch === batch && one.decision.kind === 'submit-again').length
    expect(times, `${hint}: batch ${batch} was released unasked`).toBeLessThanOrEqual(wishes)
    return counts.restored + counts.copies > 0 ? wishes : times
  })
  const accepted = Map.groupBy(
    ledger.batches.flatMap(({ phones }) => phones.map(({ hardwareId }) => hardwareId)),
    (hardwareId) => hardwareId,
  )
  for (const { hardwareId, batch } of state.phones)
    expect(
      accepted.get(hardwareId)?.length ?? 0,
      `${hint}: accepted batches with ${hardwareId}`,
    ).toBeLessThanOrEqual(1 + (released[batch] ?? 0))
  const sent = new Set(state.phones.map(({ hardwareId }) => hardwareId))
  for (const hardwareId of accepted.keys())
    expect(sent, `${hint}: ${hardwareId} is no part of the run`).toContain(hardwareId)
}

/** Each batch is one that this run made, or one that its evidence or the operator named; never another run's. */
function expectOwnBatches(hint: string, outcome: ScheduleOutcome): void {
  const { state, journal, ledger, ofOtherRun, ofOthers, asked } = outcome
  const known = state.batches.flatMap(({ batchId }) => (batchId === undefined ? [] : [batchId]))
  expect(known, `${hint}: one batch of the service for two of the run`).toEqual([...new Set(known)])
  for (const { batchId } of ofOtherRun)
    expect(known, `${hint}: the batch of another run on this disk`).not.toContain(batchId)

  const made = new Set([...ledger.batches, ...ofOthers].map(({ batchId }) => batchId))
  for (const batchId of known) expect(made, hint).toContain(batchId)
  for (const event of journal) {
    if (event.type !== 'BatchAdopted') continue
    const { batch, batchId, by } = event
    const where = `${hint}: batch ${batch}, adopted by ${by}`
    if (by === 'operator')
      expect(asked, where).toContainEqual({ batch, decision: { kind: 'adopt', batchId } })
    else {
      expect(isExact(outcome, batch, batchId), where).toBe(true)
      expect(isOfItsTime(outcome, event), `${where}, though it is older`).toBe(true)
    }
  }
}

/**
 * No phone that the service had taken when its batch was refused is called failed because of that, unless the operator
 * said so. What a copy of the folder submitted afterwards, nobody here knows of.
 */
function expectRefused(hint: string, { plan, state, journal, ledger, asked }: ScheduleOutcome): void {
  for (const [batch, { stage }] of state.batches.entries()) {
    if (stage !== 'refused') continue
    const wishes = asked.filter((one) => one.batch === batch).map(({ decision }) => decision.kind)
    if (wishes.includes('refused') || wishes.includes('submit-again')) continue
    const refusal = journal.findLast((event) => event.type === 'BatchRefused' && event.batch === batch)
    const before = ledger.batches.filter(({ takenAt }) => takenAt <= Date.parse(refusal?.at ?? ''))
    const taken = new Set(before.flatMap(({ phones }) => phones.map(({ hardwareId }) => hardwareId)))
    const had = phonesOf(plan, plan.batches[batch]?.phones ?? []).filter(({ hardwareId }) =>
      taken.has(hardwareId),
    )
    expect(had, `${hint}: batch ${batch} is called refused, and the service took it`).toEqual([])
  }
}

/** Every row of the file once, in its order, what was left out among them, each with how it stands. */
function expectExport(hint: string, { plan, state }: ScheduleOutcome): void {
  const { data } = Papa.parse<string[]>(resultFile(state).slice(1), { skipEmptyLines: true })
  const status = new Map(state.phones.map((phone) => [phone.username, phone.status as string]))
  const expected = [...plan.phones, ...plan.leftOut]
    .toSorted((a, b) => a.row - b.row)
    .map(({ username, hardwareId }) => [username, hardwareId, status.get(username) ?? 'left out'])
  expect(
    data.slice(1).map((cells) => cells.slice(0, 3)),
    `${hint}: rows of the export`,
  ).toEqual(expected)
  const named = new Map(data.map(([username, ...cells]) => [username, cells]))
  for (const { username, status, batch } of state.phones) {
    if (status !== 'unknown') continue
    const [, , result = '', , batchId = ''] = named.get(username) ?? []
    const { failure, end, batchId: expectedId = '' } = state.batches[batch] ?? {}
    expect(batchId, `${hint}: ${username}`).toBe(expectedId)
    expect(result, `${hint}: ${username}`).not.toBe('')
    const evidence = endWords({ ...(end && { end }) }) ?? (failure && failureWords(failure))
    if (evidence) expect(result, `${hint}: ${username}`).toContain(evidence)
  }
}

/**
 * Unknown only where the service never told, and the run says why: what came instead of an answer, that whoever
 * waited for it ended, that the operator left it, that the service no longer finds the batch, or that the batch
 * the operator named has not these phones.
 */
function expectEvidence(where: string, outcome: ScheduleOutcome, { batch: index }: PhoneState): void {
  const { state, journal, hidden, asked } = outcome
  const batch = state.batches[index]
  const decisions = asked.filter((one) => one.batch === index).map(({ decision }) => decision)
  if (batch?.stage === 'unknown') {
    if (!batch.failure && !batch.suspects)
      expect(endedBeforeTheAnswer(journal, index), `${where}: nothing says why`).toBe(true)
    return
  }
  expect(batch?.stage, where).toBe('finished')
  const { batchId = '', end } = batch ?? {}
  if (end?.end === 'operator') expect(decisions, where).toContainEqual({ kind: 'leave' })
  else if (end?.end === 'service' && end.serviceStatus === 'Completed') {
    expect(decisions, where).toContainEqual({ kind: 'adopt', batchId })
    expect(isExact(outcome, index, batchId), where).toBe(false)
  } else expect(hidden, `${where}: ${JSON.stringify(end)}`).toContain(batchId)
}

/** Whether the run was taken up again between the last submission of the batch and what became of it. */
function endedBeforeTheAnswer(journal: ScheduleOutcome['journal'], batch: number): boolean {
  const sent = journal.findLastIndex((event) => event.type === 'BatchSubmitting' && event.batch === batch)
  const after = journal.slice(sent + 1)
  const known = after.findIndex((event) => event.type === 'BatchOutcomeUnknown' && event.batch === batch)
  return after.slice(0, known).some(({ type }) => type === 'WatchResumed')
}

/** What the service did take is unconfirmed only where its own record does not show which batch it is. */
function expectUnconfirmed(where: string, outcome: ScheduleOutcome, index: number): void {
  const { state, record, hidden, ofOtherRun } = outcome
  const taken = new Set([...state.batches, ...ofOtherRun].map(({ batchId }) => batchId))
  const exact = record.filter(({ batchId }) => !taken.has(batchId) && isExact(outcome, index, batchId))
  const [only, ...more] = exact
  if (!only || more.length > 0 || hidden.has(only.batchId)) return
  const { since, submittingAt = '' } = state.batches[index] ?? {}
  const submitted = Date.parse(since ?? submittingAt)
  expect(only.takenAt, `${where}: the batch history shows which it is`).toBeLessThan(
    submitted - clockDifference,
  )
}

/**
 * Whether the service was asked for it no earlier than the batch was submitted, as far as two clocks tell, or the run
 * began: what it has not submitted itself, a copy of it may have.
 */
function isOfItsTime({ journal, record }: ScheduleOutcome, adopted: RunEvent & BatchAdopted): boolean {
  const before = journal.slice(0, adopted.seq - 1)
  const sent = before.findLast((event) => event.type === 'BatchSubmitting' && event.batch === adopted.batch)
  const found = record.find(({ batchId }) => batchId === adopted.batchId)
  const from = replay(before)?.batches[adopted.batch]?.stage === 'unknown' ? sent : undefined
  return found !== undefined && found.takenAt >= Date.parse((from ?? before[0])?.at ?? '') - clockDifference
}

const clockDifference = 10 * 60_000

function isExact({ plan, record }: ScheduleOutcome, index: number, batchId: string): boolean {
  const found = record.find((one) => one.batchId === batchId)
  const planned = plan.batches[index]
  return (
    found?.region === planned?.region &&
    idsOf(found?.items) === idsOf(planned && phonesOf(plan, planned.phones))
  )
}

const idsOf = (phones: readonly { readonly hardwareId: string }[] = []): string =>
  phones
    .map(({ hardwareId }) => hardwareId)
    .toSorted()
    .join()
