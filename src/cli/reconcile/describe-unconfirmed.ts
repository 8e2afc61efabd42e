import { assertNever } from '../../shared/assert-never.ts'
import { failureWords } from '../../shared/gateway/failure-words.ts'
import { adoptMeans, candidateFacts } from '../../shared/run/candidate-facts.ts'
import type { Choice } from '../../shared/run/choices.ts'
import { unrecognizedAnswer } from '../../shared/run/hold.ts'
import type { BatchState, RunState } from '../../shared/run/run-state.ts'
import { stillToSubmit } from '../../shared/run/still-to-submit.ts'
import { text } from '../../shared/text/index.ts'
import { harmless } from '../print.ts'
import { commandChoices } from './command-choices.ts'
import type { ExaminedBatch } from './examined-batch.ts'

const words = text.window.unconfirmed
const reconcile = text.cli.reconcile
const report = text.cli.report

/**
 * An unconfirmed submission in lines for people: what was submitted, the evidence, and each decision that it allows, with
 * the command for it or with a number to choose it by.
 */
export function describeUnconfirmed(
  examined: ExaminedBatch,
  state: RunState,
  by: 'commands' | 'numbers',
  choices: readonly Choice[] = commandChoices(examined),
): readonly string[] {
  const { batch, unconfirmed } = examined
  const { phones, batches } = stillToSubmit(state)
  const size = unconfirmed.phones.length
  const isAnswered = unrecognizedAnswer(unconfirmed) !== undefined
  return [
    report.batch(batch + 1, state.batches.length, unconfirmed.region),
    unconfirmed.since === undefined
      ? words.submitted(size, unconfirmed.region, reconcile.when(unconfirmed.submittingAt ?? ''), isAnswered)
      : words.notSubmitted(size, unconfirmed.region, reconcile.when(unconfirmed.since)),
    ...(unconfirmed.since === undefined
      ? [unconfirmed.failure ? failureWords(unconfirmed.failure) : text.run.outcomeLost]
      : []),
    ...(isAnswered && unconfirmed.failure?.kind === 'unexpected'
      ? [words.answered(unconfirmed.failure.status, unconfirmed.failure.said ?? '')]
      : []),
    ...evidenceLines(examined),
    '',
    ...choices.flatMap((choice, index) => [
      `  ${by === 'numbers' ? `${index + 1}  ` : ''}${titleOf(choice, unconfirmed)}`,
      ...meaningOf(choice, unconfirmed).map((line) => `     ${line}`),
      ...(by === 'commands' ? [`     ${commandFor(choice, state.runId, batch + 1)}`] : []),
    ]),
    '',
    ...(phones > 0 ? [words.othersToo(phones, batches), ''] : []),
  ].map(harmless)
}

function evidenceLines({ evidence }: ExaminedBatch): readonly string[] {
  if (!evidence.ok) return [evidence.failure.message, evidence.failure.remedy ?? []].flat()
  return evidence.value.length === 0 ? [words.none, words.noneHowSure] : [words.found(evidence.value.length)]
}

function titleOf({ decision }: Choice, { since }: BatchState): string {
  switch (decision.kind) {
    case 'adopt':
      return words.adopt(decision.batchId)
    case 'submit-again':
      return since === undefined ? words.submitAgain : words.submitAnyway
    case 'refused':
      return words.refused
    case 'leave':
      return words.leave
    default:
      return assertNever(decision)
  }
}

function meaningOf({ decision, candidate }: Choice, { phones, since }: BatchState): readonly string[] {
  if (!candidate)
    return [
      since !== undefined && decision.kind === 'submit-again'
        ? words.submitAnywayMeans
        : meaning[decision.kind],
    ]
  return [
    words.facts(candidateFacts(candidate, phones.length, reconcile.when)),
    ...(candidate.isEarlier ? [words.earlier] : []),
    adoptMeans(candidate),
  ]
}

const meaning = {
  get adopt() {
    return words.adoptMeans
  },
  get refused() {
    return words.refusedMeans
  },
  get 'submit-again'() {
    return words.submitAgainMeans
  },
  get leave() {
    return words.leaveMeans
  },
} as const

function commandFor({ decision }: Choice, runId: string, batch: number): string {
  if (decision.kind !== 'adopt') return reconcile.command(runId, batch, `--${decision.kind}`)
  // People paste the line into a shell, so it leaves out an ID that a shell would read differently.
  const isPlain = /^\w[\w.-]*$/.test(decision.batchId)
  return reconcile.command(runId, batch, `--adopt ${isPlain ? decision.batchId : reconcile.batchId}`)
}
