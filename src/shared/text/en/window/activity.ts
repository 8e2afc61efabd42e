import { count, plural } from '../../plural.ts'

const then = (time: string | undefined): string => (time === undefined ? '' : ` Next try at ${time}.`)

/** One sentence for each event of a run. Batches are counted from 1. */
export const activity = {
  empty: 'Nothing has happened yet.',
  name: 'Activity log',
  copyCommands: 'Copy all commands',
  commandsCopied: 'all PowerShell commands of this run',
  copyCommand: 'Copy the command',
  commandCopied: 'the command',
  started: (phones: number, batches: number, list: string, tenant: string) =>
    `Run started in ${tenant}: ${plural(phones, 'phone')} of ${list} in ${plural(batches, 'batch', 'batches')}.`,
  retried: (phones: number, batches: number, list: string, tenant: string) =>
    `Run started in ${tenant}: ${plural(phones, 'failed phone')} of ${list} again, in ${plural(batches, 'batch', 'batches')}.`,
  submitting: (batch: number, region: string, phones: number, attempt: number) =>
    `Submitting batch ${batch}: ${plural(phones, 'phone')}, ${region}${attempt > 1 ? `, attempt ${attempt}` : ''}.`,
  submitted: (batch: number, batchId: string, warning: string | undefined) =>
    `Batch ${batch} was received as ${batchId}.${warning === undefined ? '' : ` The service warns: ${warning}`}`,
  refused: (batch: number, message: string, next: string | undefined) =>
    `Batch ${batch} was refused: ${message}${then(next)}`,
  outcomeUnknown: (batch: number, message: string | undefined) =>
    `We couldn't confirm that Microsoft received batch ${batch}.${message === undefined ? '' : ` ${message}`}`,
  released: (batch: number) =>
    `Batch ${batch} will be submitted again: the operator decided that Microsoft never received it.`,
  refusalRecognised:
    'The operator decided that an answer of this kind is a refusal: Microsoft never received such a batch.',
  failuresAccepted: 'The operator continues, although half of a batch or more failed for the same reason.',
  leftOut: (batch: number, phones: number, runs: readonly string[]) =>
    `${plural(phones, 'phone')} of batch ${batch} left out: ${runs.length === 1 ? 'run' : 'runs'} ${runs.join(', ')} ${runs.length === 1 ? 'has' : 'have'} ${phones === 1 ? 'it' : 'them'}.`,
  discarded: (batch: number) => `Batch ${batch} won't be sent: the operator discarded the queue.`,
  postponed: (batch: number, why: string) => `Batch ${batch} wasn't submitted. ${why}`,
  adopted: {
    evidence: (batch: number, batchId: string) =>
      `Batch ${batch} was found in the batch history as ${batchId}.`,
    operator: (batch: number, batchId: string) => `The operator decided that batch ${batch} is ${batchId}.`,
  },
  reported: (batch: number, signedIn: number, failed: number, signingIn: number) =>
    `Batch ${batch}: ${[
      signedIn > 0 ? `${count(signedIn)} signed in` : '',
      failed > 0 ? `${count(failed)} failed` : '',
      signingIn > 0 ? `${count(signingIn)} in progress` : '',
    ]
      .filter((part) => part !== '')
      .join(', ')}.`,
  finishedBatch: {
    service: (batch: number, said: string) => `Batch ${batch} is finished. The service says: ${said}.`,
    forgotten: (batch: number, said: string) =>
      `Batch ${batch} is no longer watched: the service doesn't know it. It says: ${said}`,
    operator: (batch: number) => `Batch ${batch} stays unconfirmed, as the operator decided.`,
  },
  interrupted: (batch: number, message: string, next: string | undefined) =>
    `Batch ${batch} can't be watched at the moment: ${message}${then(next)}`,
  resumedBatch: (batch: number) => `Batch ${batch} is watched again.`,
  resumed: 'The run was resumed.',
  stopped: {
    operator: 'The operator stopped watching. Microsoft continues with the phones already submitted.',
    closing:
      'Watching stopped because the app was closed. Microsoft continues with the phones already submitted.',
    undecided: 'Watching ended: everything else is finished, but some submissions are unconfirmed.',
    held: 'Watching ended: further batches are held back until the operator decides.',
    unchecked:
      "Watching ended: some batches weren't submitted, because we couldn't check whether another batch has their phones.",
    denied:
      'Watching stopped: the service denies access. Microsoft continues with the phones already submitted.',
    ended:
      'Watching was cut off, as by a crash or a power cut. Microsoft continued with the phones already submitted.',
    journal:
      "Watching stopped: the run's journal couldn't be written to disk, or another window or terminal has taken over the run. Microsoft continues with the phones already submitted.",
  },
  finished: 'The run is finished.',
} as const
