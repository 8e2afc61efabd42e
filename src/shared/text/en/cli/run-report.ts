import type { PhoneCounts, RunEnd } from '../../../run/counts.ts'
import type { StopReason } from '../../../run/events.ts'
import { exactClockTime } from '../../moment.ts'
import { count, plural } from '../../plural.ts'
import { run } from '../run.ts'

const counts = (phones: PhoneCounts): string =>
  Object.entries(phones)
    .filter(([status, number]) => number > 0 || status === 'signed in' || status === 'failed')
    .map(([status, number]) => `${count(number)} ${status}`)
    .join(', ')

const stopped: Record<StopReason, string> = {
  operator: 'Watching was stopped. Microsoft continues with the phones already submitted.',
  closing: 'Watching was stopped. Microsoft continues with the phones already submitted.',
  undecided:
    "Everything else is finished. We couldn't confirm that Microsoft received the unknown phones; they are not sent again.",
  held: 'Further batches are held back until you decide. Microsoft continues with the phones already submitted.',
  unchecked:
    "Some batches weren't submitted, because it couldn't be checked whether another batch has their phones already.",
  denied:
    'Access denied: you need Teams Administrator and one of Authentication Administrator, Privileged Authentication Administrator or Global Administrator; Microsoft recommends the one with the fewest rights. A role that you just activated needs a new sign-in.',
  journal:
    "The run's journal couldn't be written to disk, or another window or terminal has taken the run over. Nothing more is submitted. Microsoft continues with the phones already submitted.",
  ended:
    'Watching was cut off, as by a crash or a power cut. Microsoft continued with the phones already submitted.',
}

/** The terminal's words about a run as it goes. */
export const report = {
  simulated: 'SIMULATED TENANT: nothing here is real, no password is reset.',
  started: (runId: string, phones: number, batches: number, tenant: string) =>
    `Run ${runId}: ${plural(phones, 'phone')} in ${plural(batches, 'batch', 'batches')}, tenant ${tenant}.`,
  batch: (number: number, of: number, region: string) => `Batch ${number} of ${of} (${region})`,
  submitted: (batch: string, batchId: string) => `${batch}: submitted as ${batchId}.`,
  warned: (warning: string) => `  The service warns: ${warning}`,
  adopted: (batch: string, batchId: string) => `${batch}: found in the batch history as ${batchId}.`,
  refusalRecognised: 'Answers of this kind count as a refusal by the service, as the operator decided.',
  failuresAccepted: (reason: string) => `Further batches are submitted although phones failed (${reason}).`,
  released: (batch: string) => `${batch}: to be submitted again, as the operator decided.`,
  leftOut: (batch: string, phones: number, runs: readonly string[]) =>
    `${batch}: ${plural(phones, 'phone')} left out, because another run has ${phones === 1 ? 'it' : 'them'}: ${runs.join(', ')}.`,
  discarded: (batch: string) => `${batch}: not sent, as the operator decided.`,
  postponed: (batch: string, why: string) => `${batch}: not submitted. ${why}`,
  refused: (batch: string, words: string, nextTryAt: string | undefined) =>
    `${batch}: refused: ${words}${nextTryAt === undefined ? '' : ` Next try at ${exactClockTime(nextTryAt)}.`}`,
  outcomeUnknown: (batch: string) =>
    `${batch}: we couldn't confirm that Microsoft received it. Looking in the batch history.`,
  phone: (row: number, username: string, hardwareId: string, status: string, error: string | undefined) =>
    `  row ${row}  ${username}  ${hardwareId}  ${status}${error ? `: ${error}` : ''}`,
  remedy: (remedy: string) => `      ${remedy}`,
  finished: (batch: string) => `${batch}: finished.`,
  timeLeft: (left: string) => `About ${left} left, going by the batches so far.`,
  interrupted: (batch: string, reason: string, nextTryAt: string | undefined) =>
    `${batch}: ${reason}${nextTryAt === undefined ? '' : ` Next try at ${exactClockTime(nextTryAt)}.`}`,
  answersAgain: (batch: string) => `${batch}: the service answers again.`,
  watchedAgain: 'The run was resumed.',
  stopped,
  runFinished: (ms: number) => `Finished after ${Math.round(ms / 1000)} s.`,
  ended: (end: RunEnd) => `${run.ended(end)}.`,
  counts: (phones: PhoneCounts, leftOut: number) =>
    `${counts(phones)}${leftOut > 0 ? `, ${plural(leftOut, 'row')} left out` : ''}`,
  /** Of a run that has not ended. */
  standing: (phones: PhoneCounts, simulated: boolean) =>
    simulated ? run.asSimulated(counts(phones)) : counts(phones),
}
