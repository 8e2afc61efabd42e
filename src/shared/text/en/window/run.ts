import { duration } from '../../duration.ts'
import { count, plural } from '../../plural.ts'
import { confirmRun } from './confirm-run.ts'

const batches = (number: number): string => plural(number, 'batch', 'batches')

const leavesUnknown = (unknown: number): string =>
  `${plural(unknown, 'unknown phone')} ${unknown === 1 ? 'is' : 'are'} not among them: you decide whether Microsoft received ${unknown === 1 ? 'it' : 'them'}.`

const ofFailed = (phones: number, failed: number): string =>
  `${count(phones)} of ${plural(failed, 'failed phone')} ${phones === 1 ? 'was' : 'were'}`

/** A run: its confirmation, its progress and how it ended. */
export const run = {
  stopWatching: 'Stop watching',
  stopWatchingHint:
    "Microsoft continues with the phones already submitted and can't be stopped. Batches in the queue wait.",
  watchAgain: 'Resume run',
  watchAgainHint: 'Watch the phones again, and submit the batches that still wait.',
  retryFailed: 'Retry failed',
  retryFailedHint: (phones: number, unknown: number) =>
    `Sign in the ${plural(phones, 'failed phone')} again, as a new run.${unknown === 0 ? '' : ` ${leavesUnknown(unknown)}`}`,
  unknownNotRetried: (unknown: number) =>
    `${plural(unknown, 'unknown phone')} ${unknown === 1 ? 'is' : 'are'} never retried without your decision.`,
  noFailed: 'No phone failed.',
  retry: {
    someLeftOut: (phones: number) =>
      `${plural(phones, 'other')} ${phones === 1 ? 'was' : 'were'} tried since and ${phones === 1 ? 'is' : 'are'} left out.`,
    allLeftOut: 'No failed phone is left to sign in again.',
    leftOut: {
      'signed in': (phones: number, failed: number, list: string, at: string) =>
        `${ofFailed(phones, failed)} signed in since by the run of ${list} of ${at}.`,
      open: (phones: number, failed: number, list: string, at: string) =>
        `${ofFailed(phones, failed)} taken up since by the run of ${list} of ${at}, which isn't finished: watch it to its end, or decide about it, first.`,
      unknown: (phones: number, failed: number, list: string, at: string) =>
        `${ofFailed(phones, failed)} left unknown by the run of ${list} of ${at}: we don't know whether ${phones === 1 ? 'it is' : 'they are'} signed in.`,
    },
  },
  export: 'Export results',
  exportSelected: (rows: number) => `Export ${count(rows)} selected`,
  exportHint: 'Save every row with its status as a CSV file (Ctrl+E)',
  exportFailed: 'Export failed rows',
  exportFailedHint: 'Save the failed rows as a list that can be opened again',
  moreResults: 'More about the results',
  report: 'Report…',
  reportHint: 'Save a report to hand over: every phone with its status, what failed and what to do',
  copySummary: 'Copy summary',
  copySummaryHint:
    'Copy the run as text for a ticket: counts, batch IDs, reasons, correlation IDs, no phones',
  copySummaryNames: 'Copy summary with usernames',
  summary: 'the summary of the run',
  exported: (path: string) => `Saved: ${path}`,
  confirm: confirmRun,
  strip: {
    name: 'Progress of the run',
    running: (done: number, all: number) => `${count(done)} of ${plural(all, 'phone')} done`,
    elapsed: 'Elapsed',
    notSent: (withErrors: number, ofOthers: number, takenOut: number) =>
      `Not sent: ${[
        withErrors > 0 ? `${plural(withErrors, 'row')} with errors` : '',
        ofOthers > 0 ? `${plural(ofOthers, 'phone')} that other runs or batches have` : '',
        takenOut > 0 ? `${plural(takenOut, 'phone')} taken out of this run` : '',
      ]
        .filter((part) => part !== '')
        .join(', ')}. The rows say why.`,
    allWell: 'No phone failed.',
    simulated: 'The tenant was simulated: no phone and no password was touched.',
    timeLeft: (left: string) => `About ${left} left`,
    timeLeftHint: 'Estimated from the batches that have finished so far',
    stopped: 'Watching stopped; Microsoft continues',
    stoppedUnsent: 'Stopped; Microsoft received no batch',
    undecided: 'The run waits for your decision',
    stoppedWhy: {
      operator:
        'Microsoft continues with the phones already submitted. Batches in the queue wait until you resume the run.',
      closing:
        'The app was closed. Microsoft continues with the phones already submitted; batches in the queue wait until you resume the run.',
      undecided: 'Everything else is finished.',
      held: 'Further batches are held back until you decide.',
      unchecked:
        "Some batches weren't submitted, because we couldn't check whether another batch has their phones. See Batches for the reason, then resume the run.",
      denied: 'The service denies access to this account: a role is missing.',
      journal:
        "The run's journal couldn't be written to disk, or another window or terminal has taken over the run. Continue there, or free some disk space and resume the run here.",
      ended:
        'Watching was cut off, as by a crash or a power cut. Microsoft continued with the phones already submitted; batches in the queue wait until you resume the run.',
    },
    hold: {
      answer: (batch: number) => `The answer to batch ${batch} doesn't look like one of the service's.`,
      failures: (batch: number, phones: number, of: number) =>
        `${count(phones)} of ${plural(of, 'phone')} in batch ${batch} failed for the same reason.`,
      said: (said: string) => (said === '' ? 'The service gave no reason.' : `The service says: ${said}`),
      rest: (phones: number) =>
        `${plural(phones, 'phone')} ${phones === 1 ? 'is' : 'are'} held back and not submitted until you decide.`,
      goOn: (phones: number) => `Sign in the other ${plural(phones, 'phone')}`,
      goOnHint: 'Fix the cause first if you can: these phones may fail for the same reason.',
    },
    denied: {
      lead: (username: string) => `${username} needs the role`,
      teams: 'Teams Administrator',
      and: 'and one that may reset passwords:',
      recommended: 'Authentication Administrator',
      others:
        '(recommended by Microsoft: it has the fewest rights), Privileged Authentication Administrator or Global Administrator.',
      activated:
        'A role that you just activated applies after a new sign-in: sign in again, then resume the run.',
      signInAgain: 'Sign in again',
    },
    /** Offered when a call failed directly and nothing was sent. */
    otherWay: {
      stopped:
        "Microsoft's own PowerShell commands may work in this tenant where the direct connection doesn't: choose them in Settings, then resume the run or retry its phones.",
      watched:
        "Microsoft hasn't received a batch yet. Its own PowerShell commands may work in this tenant where the direct connection doesn't: stop watching, choose them in Settings, then resume the run.",
      choose: 'Choose the connection…',
    },
    interrupted: (number: number) => `${batches(number)} can't be watched at the moment`,
    lookNow: 'Check now',
    lookNowHint: 'Ask the service now instead of at the next try',
    quiet: (batch: number, minutes: number) =>
      `Batch ${batch}: no phone has changed for ${plural(minutes, 'minute')}.`,
    quietMore: (number: number) => `The same goes for ${plural(number, 'other batch', 'other batches')}.`,
    quietWhy:
      "Large batches take longer and may get stuck. You can't cancel one: check again, check by hand, or stop watching and come back later.",
    copyCommand: 'Copy the command',
    copyCommandHint: (batch: number) => `Copy the command that shows batch ${batch} in PowerShell`,
    command: 'the command',
    nextTry: (time: string) => `Next try at ${time}.`,
    failedFirst: 'Failed first',
    fileOrder: 'File order',
    why: 'Why they failed',
    region: (
      region: string,
      finished: number,
      all: number,
      running: number,
      queued: number,
      otherwise: number,
    ) =>
      `${region}: ${[
        `${count(finished)} of ${batches(all)} finished`,
        running > 0 ? `${count(running)} running` : '',
        queued > 0 ? `${count(queued)} queued` : '',
        otherwise > 0 ? `${count(otherwise)} unconfirmed` : '',
      ]
        .filter((part) => part !== '')
        .join(', ')}`,
    queueWhy: 'Queued: 3 batches at a time per region.',
    progress: (percent: number) => `${percent} % of the phones are done`,
  },
  announce: {
    started: (phones: number, number: number) =>
      `The run has started: ${plural(phones, 'phone')} in ${batches(number)}.`,
    progress: (signedIn: number, failed: number, all: number) =>
      `${count(signedIn)} of ${plural(all, 'phone')} signed in, ${count(failed)} failed.`,
    interrupted: (message: string) => `Watching is interrupted. ${message}`,
    finished: (ms: number, ended: string) => `The run is finished after ${duration(ms)}: ${ended}.`,
  },
  batches: {
    keys: 'Arrow keys move from batch to batch, Tab goes to what can be done with one.',
    columns: {
      batch: 'Batch',
      region: 'Region',
      phones: 'Phones',
      stage: 'State',
      details: 'Details',
    },
    batchId: 'Batch ID',
    stage: {
      queued: 'Queued',
      submitting: 'Submitting',
      waiting: 'Waiting',
      open: 'Running',
      unknown: 'Unknown',
      refused: 'Refused',
      finished: 'Finished',
      'not sent': 'Not sent',
    },
    interrupted: 'Not watched at the moment',
    progress: (done: number, all: number) => `${count(done)} of ${count(all)}`,
    queued: 'Queued: 3 batches at a time per region.',
    held: "Held back. It isn't submitted until you decide.",
    queuedStopped: 'Not submitted. It waits until you resume the run.',
    quiet: (minutes: number) => `No phone has changed for ${plural(minutes, 'minute')}.`,
    notSubmittedYet: 'Not submitted at the moment',
    notSent: 'No phone of this batch was sent. Its phones say why.',
    unknown: "We couldn't confirm that Microsoft received this batch. It isn't sent again automatically.",
    leftUnknown: 'Left unknown, as the operator decided.',
    correlation: (id: string) => `Correlation ID ${id}`,
    copyBatchId: (batch: number) => `Copy the ID of batch ${batch}`,
  },
  failures: {
    empty: 'No phone failed.',
    emptyYet: 'No phone has failed so far.',
    lead: (phones: number, reasons: number) =>
      `${plural(phones, 'phone')} failed, for ${plural(reasons, 'reason')}`,
    phones: (phones: number) => plural(phones, 'phone'),
    unknownMessage: "There's no advice for this message. It's shown as the service wrote it.",
    noMessage: 'The service gave no reason',
    show: 'Show these rows',
    retryThese: (phones: number) => `Retry ${count(phones)}`,
    retry: {
      later: 'Retry later, as it is',
      'after-fix': 'Fix this, then retry',
      'smaller-batch': 'Retry with a smaller batch size (Settings, Advanced)',
    },
  },
} as const
