import { exactMoment } from '../../moment.ts'
import { count, plural } from '../../plural.ts'

/** Unconfirmed submissions, at the terminal. What is said of the evidence itself is the window's: window/unconfirmed.ts. */
export const reconcile = {
  when: (at: string): string => (Number.isNaN(Date.parse(at)) ? at : exactMoment(at)),
  run: (runId: string, list: string) => `Run       ${runId}, ${list}`,
  none: (runId: string) =>
    `Run ${runId} has no unconfirmed submission. "runs" shows its state; "resume ${runId}" continues it unless it has finished.`,
  noneAnywhere: (directory: string) =>
    `No run in ${directory} has an unconfirmed submission. "runs" lists the runs there.`,
  notUnconfirmed: (batch: number, unconfirmed: readonly number[]) =>
    `Batch ${count(batch)} of this run isn't an unconfirmed submission${unconfirmed.length === 0 ? '' : `; unconfirmed: ${list(unconfirmed)}`}. Nothing was decided.`,
  noneToDecide: 'This run has no unconfirmed submission, so nothing was decided.',
  whichBatch: (unconfirmed: readonly number[]) =>
    `Several submissions are unconfirmed: ${list(unconfirmed)}. Say which one you mean with --batch.`,
  adoptOne: "--adopt is for one batch: one batch in the history can't be two batches of a run.",
  notACandidate: (batchId: string, batch: number) =>
    `${JSON.stringify(batchId)} isn't among the batches in the history that may be batch ${count(batch)}. Nothing was decided.`,
  isInHistory: (batchId: string, batch: number) =>
    `${JSON.stringify(batchId)} is in the batch history with exactly the phones of batch ${count(batch)}, so Microsoft received it. Nothing was decided. Use --adopt to track it, or "resume", which finds it.`,
  noAnswer: (batch: number) =>
    `No answer came to batch ${count(batch)} that could be a refusal. Nothing was decided.`,
  nothingDecided: 'Nothing was decided.',
  command: (runId: string, batch: number, decision: string) => `settle ${runId} --batch ${batch} ${decision}`,
  batchId: 'BATCH-ID',
  sameAccess: 'Each command takes the same access options as this one.',
  askOf: (choices: number) => `Type a number from 1 to ${choices}, or press Enter to decide later:`,
  noneOfThem: "That isn't one of the choices.",
  question: (accounts: number, phones: number, batches: number, tenant: string) =>
    `${plural(phones, 'phone')} in ${plural(batches, 'batch', 'batches')} (${tenant}) will be submitted. Type yes to reset the ${accounts === 1 ? 'password' : 'passwords'} of ${plural(accounts, 'account')} and sign ${phones === 1 ? 'it' : 'them'} in:`,
  howTo: (runId: string, batches: number) =>
    `We couldn't confirm that Microsoft received ${plural(batches, 'batch', 'batches')}: please decide. To review the evidence: settle ${runId}, with the same access options.`,
}

const list = (batches: readonly number[]): string => batches.map((batch) => `batch ${batch}`).join(', ')
