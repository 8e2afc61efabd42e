import { guidanceFor } from '../gateway/guidance.ts'
import type { BatchState, PhoneState, RunState } from './run-state.ts'

/**
 * Why no further batch of a run is submitted until the operator says so.
 * `answer`: createbatch got an answer that is not recognisably the service's; the others may get the same answer.
 * `failures`: half of a finished batch or more failed for the same reason; the others may fail the same way, and their
 * passwords would be reset for nothing.
 */
export type Hold =
  | { readonly kind: 'answer'; readonly batch: number; readonly answer: string }
  | ({ readonly kind: 'failures'; readonly batch: number } & FailurePattern)

/** `phones` of the `of` phones of a batch failed for this reason; `said` is the text of the first of them. */
export type FailurePattern = {
  readonly reason: string
  readonly said: string
  readonly phones: number
  readonly of: number
}

type Held = Pick<RunState, 'batches' | 'phones' | 'recognisedRefusals' | 'acceptedFailures'>

/** What holds further batches back; undefined where nothing does. An unrecognized answer comes first. */
export function holdOf(run: Held): Hold | undefined {
  return answerHold(run) ?? failuresHold(run)
}

/** The kind of the unrecognized answer that leaves the batch unconfirmed; undefined where it is no such batch. */
export const unrecognizedAnswer = (
  batch: Pick<BatchState, 'stage' | 'failure'> | undefined,
): string | undefined =>
  batch?.stage === 'unknown' && batch.failure?.kind === 'unexpected' ? batch.failure.answer : undefined

// The engine asks after each event, of a run that may have a thousand batches: nothing is made for those that hold nothing.
function answerHold({ batches, recognisedRefusals }: Held): Hold | undefined {
  const batch = batches.findIndex((state) => {
    const answer = unrecognizedAnswer(state)
    return answer !== undefined && !recognisedRefusals.includes(answer)
  })
  const answer = unrecognizedAnswer(batches[batch])
  return answer === undefined ? undefined : { kind: 'answer', batch, answer }
}

function failuresHold({ batches, phones, acceptedFailures }: Held): Hold | undefined {
  const patternIn = (state: BatchState | undefined): FailurePattern | undefined =>
    state?.stage === 'finished' ? patternOf(state, phones) : undefined
  const batch = batches.findIndex((state) => {
    const pattern = patternIn(state)
    return pattern && !acceptedFailures.includes(pattern.reason)
  })
  const pattern = patternIn(batches[batch])
  return pattern && { kind: 'failures', batch, ...pattern }
}

// Nothing changes about the phones of a finished batch, so each is counted once, however often somebody asks.
const patterns = new WeakMap<BatchState, { readonly pattern: FailurePattern | undefined }>()

function patternOf(batch: BatchState, phones: readonly PhoneState[]): FailurePattern | undefined {
  const known = patterns.get(batch)
  if (known) return known.pattern
  const pattern = patternAmong(batch.phones.flatMap((index) => phones[index] ?? []))
  patterns.set(batch, { pattern })
  return pattern
}

/** The reason for which half of these phones or more failed. One phone alone is no pattern. */
function patternAmong(phones: readonly PhoneState[]): FailurePattern | undefined {
  const byReason = new Map<string, { readonly said: string; phones: number }>()
  for (const { status, result = '' } of phones) {
    if (status !== 'failed') continue
    const reason = failureReason(result)
    const known = byReason.get(reason)
    if (known) known.phones += 1
    else byReason.set(reason, { said: result, phones: 1 })
  }
  for (const [reason, { said, phones: failed }] of byReason)
    if (failed > 1 && failed * 2 >= phones.length) return { reason, said, phones: failed, of: phones.length }
  return undefined
}

/**
 * What two failures have in common that happened for the same reason: the code of a documented message, else the text
 * without the accounts, addresses and numbers that differ from phone to phone.
 */
function failureReason(said: string): string {
  return (
    guidanceFor(said)?.code ??
    said
      .toLowerCase()
      .replace(/\S+@\S+/g, '#')
      .replace(/[0-9a-f]*\d[0-9a-f]*([-:.][0-9a-f]+)*/g, '#')
      .replace(/\s+/g, ' ')
      .trim()
  )
}
