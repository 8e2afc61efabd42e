import { count, plural } from '../../plural.ts'

/** Batches in doubt, at the terminal. What is said of the evidence itself is the window's: window/doubt.ts. */
export const settle = {
  when: (moment: string): string => {
    const time = new Date(moment)
    return Number.isNaN(time.getTime())
      ? moment
      : time.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })
  },
  run: (runId: string, list: string) => `Run       ${runId}, ${list}`,
  none: (runId: string) =>
    `No batch of run ${runId} is in doubt. "runs" tells how it stands; "resume ${runId}" goes on with it unless it is finished.`,
  noneAnywhere: (directory: string) =>
    `No run in ${directory} has a batch in doubt. "runs" lists what is there.`,
  notInDoubt: (batch: number, inDoubt: readonly number[]) =>
    `Nothing is in doubt about batch ${count(batch)} of this run${inDoubt.length === 0 ? '' : `, only about ${list(inDoubt)}`}. Nothing was decided.`,
  noneToDecide: 'No batch of this run is in doubt, so nothing was decided.',
  whichBatch: (inDoubt: readonly number[]) =>
    `Several batches are in doubt: ${list(inDoubt)}. Say with --batch which one is meant.`,
  adoptOne: '--adopt is for one batch: what the service has on record cannot be two batches of a run.',
  notACandidate: (batchId: string, batch: number) =>
    `${JSON.stringify(batchId)} is not among the batches on record that may be batch ${count(batch)}. Nothing was decided.`,
  isOnRecord: (batchId: string, batch: number) =>
    `${JSON.stringify(batchId)} is on record with exactly the phones of batch ${count(batch)}, so the service took it. Nothing was decided. Use --adopt to watch it, or "resume", which finds it.`,
  noAnswer: (batch: number) =>
    `No answer came to batch ${count(batch)} that could be a refusal. Nothing was decided.`,
  nothingDecided: 'Nothing was decided.',
  command: (runId: string, batch: number, decision: string) => `settle ${runId} --batch ${batch} ${decision}`,
  batchId: 'BATCH-ID',
  sameAccess: 'Each command takes the same access options as this one.',
  askOf: (choices: number) => `Type a number from 1 to ${choices}, or press Enter to decide later:`,
  noneOfThem: 'That is none of them.',
  question: (accounts: number, phones: number, batches: number, tenant: string) =>
    `${plural(phones, 'phone')} in ${plural(batches, 'batch', 'batches')} (${tenant}) will be submitted. Type yes to reset the passwords of ${plural(accounts, 'account')} and sign them in:`,
  howTo: (runId: string, batches: number) =>
    `Whether the service took ${plural(batches, 'batch', 'batches')} is not known, so that is for you to decide. To see the evidence: settle ${runId}, with the same access options.`,
  help: [
    'Without a decision it prints what was submitted, what the service has on record that may be it, and the',
    'command for each decision (exit 4); at a terminal it asks. With one it goes on watching like "resume".',
    'Nothing is decided that the evidence does not support, and nothing is sent without --yes or your word.',
  ].join('\n'),
}

const list = (batches: readonly number[]): string => batches.map((batch) => `batch ${batch}`).join(', ')
