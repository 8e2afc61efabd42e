import { assertNever } from '../../assert-never.ts'
import type { RunEnd } from '../../run/counts.ts'
import type { LockHolder } from '../../run/lock-holder.ts'
import { moment } from '../moment.ts'
import { count, plural } from '../plural.ts'

const whatDamageLeaves =
  'Export its results, and try only the phones again that are shown as failed. Before you sign in any other of its phones, look for it in the batch history (on the page History): its batch may have been submitted.'

const asSimulated = (words: string): string => `Simulated: ${words}`

const wasOrWere = (number: number): string => (number === 1 ? 'was' : 'were')

/** The words about a run, in window, terminal and files. */
const noLock = 'unknown content'

export const run = {
  notChosen: 'Not chosen for this run.',
  asSimulated,
  /** The whole truth about a run that has ended, in one sentence. */
  ended({ simulated, all, signedIn, failed, unknown, notSent, before }: RunEnd) {
    const who =
      signedIn === all && all > 1
        ? `All ${plural(all, 'phone')} signed in`
        : `${count(signedIn)} of ${plural(all, 'phone')} signed in`
    const sentence = [
      who,
      failed > 0 ? `${count(failed)} failed` : '',
      unknown > 0 ? `${count(unknown)} ended unknown` : '',
      notSent > 0 ? `${count(notSent)} ${wasOrWere(notSent)} not sent` : '',
      before > 0 ? `${count(before)} ${wasOrWere(before)} signed in before` : '',
    ]
      .filter((part) => part !== '')
      .join(', ')
    return simulated ? asSimulated(sentence) : sentence
  },
  /** Why a phone is left to another run: found before the run, and named there by its list. */
  claimedIn: {
    'under way': (list: string, started: string, runId: string) =>
      `The run of ${list} of ${moment(started)} (${runId}) has this phone under way.`,
    unconfirmed: (list: string, started: string, runId: string) =>
      `We couldn't confirm that Microsoft received this phone from the run of ${list} of ${moment(started)} (${runId}).`,
    waiting: (list: string, started: string, runId: string) =>
      `This phone waits in the queue of the run of ${list} of ${moment(started)} (${runId}).`,
  },
  /** The same, found at the moment of submission. */
  claimed: {
    'under way': (runId: string) => `Not sent: run ${runId} has this phone under way.`,
    unconfirmed: (runId: string) =>
      `Not sent: we couldn't confirm whether Microsoft received this phone from run ${runId}.`,
    waiting: (runId: string) => `Not sent: this phone waits in the queue of run ${runId}.`,
    submitted: (runId: string) => `Not sent: run ${runId} submitted this phone since this run began.`,
  },
  /** Why a phone is left out that was signed in a few days ago. */
  signedInBefore: (list: string, at: string, runId: string) =>
    `Signed in on ${moment(at)} by the run of ${list} (${runId}). Signing it in again would reset the password of its account again.`,
  /** Why a phone is left out that a batch has which another computer, another program or PowerShell submitted. */
  elsewhere: {
    'signed in': (batchId: string, at: string | undefined) =>
      at === undefined
        ? `Signed in by batch ${batchId}, which was submitted elsewhere. Signing it in again would reset the password of its account again.`
        : `Signed in by batch ${batchId}, which was submitted elsewhere on ${moment(at)}. Signing it in again would reset the password of its account again.`,
    'signing in': (batchId: string, at: string | undefined) =>
      at === undefined
        ? `Batch ${batchId}, which was submitted elsewhere, has this phone under way.`
        : `Batch ${batchId}, which was submitted elsewhere on ${moment(at)}, has this phone under way.`,
  },
  otherBatchFirst:
    'Wait until that batch has ended: the page History shows it. Then sign the phone in with another run if it still needs to be.',
  includeSignedIn: 'Include it if the phone has been signed out since.',
  discarded: 'Not sent: the queue of this run was discarded.',
  editAndRunAgain: 'Correct this row in the list and sign it in with another run.',
  otherRunFirst:
    'Wait until that run has ended. Then sign the phone in with another run if it still needs to be.',
  notSentRemedy: 'Sign the phone in with another run if it still needs to be.',
  noRegion: 'No region is known for this row. Choose a region or fill in the Region column.',
  batchFile: (file: string, phones: number, firstRow: number, lastRow: number) =>
    `${file}: ${plural(phones, 'phone')} of rows ${firstRow} to ${lastRow}, columns Username and HardwareId`,
  outcomeLost:
    "The app ended before the service answered, so we couldn't confirm that Microsoft received this batch.",
  underWay: {
    message: 'A run is under way.',
    remedy: 'Wait until it has finished, or stop watching it first.',
  },
  nothingToStart: {
    message: 'There is no phone to sign in.',
    remedy: 'Correct the rows with errors, or open another list.',
  },
  noRun: { message: 'There is no run to continue.', remedy: 'Open a list and start a run.' },
  alreadyFinished: {
    message: 'This run is finished: nothing is left to watch.',
    remedy: 'Open it in History to see or export its results.',
  },
  notReadable: (file: string, reason = 'the file is empty') => ({
    message: `The journal of this run can't be read (${file}: ${reason}).`,
    remedy: 'See History for other runs on this disk.',
  }),
  folderUnread: (folder: string, reason: string) => ({
    message: `The runs of this computer can't be read (${folder}: ${reason}).`,
    remedy: 'Make sure that the folder can be read, then try again.',
  }),
  notRemoved: (file: string, reason: string) => ({
    message: `The journal of this run couldn't be deleted (${file}: ${reason}).`,
    remedy: 'Close the program that has the file open, or delete it by hand.',
  }),
  historyFailed: (why: string) => ({
    message: `The batch history couldn't be read. ${why}`,
    remedy: 'Try again in a moment. The runs on this computer are shown anyway.',
  }),
  otherTenant: (name: string) => ({
    message: `This run belongs to the tenant ${name}.`,
    remedy: 'Sign in to that tenant to resume it.',
  }),
  journalNotWritable: (file: string, reason: string) => ({
    message: `The run's journal couldn't be written (${file}: ${reason}). Nothing was sent.`,
    remedy: 'Free some disk space, or make the folder writable, then try again.',
  }),
  journalTorn: (line: number) =>
    `The journal ends in the middle of line ${count(line)}, as after a power cut. Everything before it is sound.`,
  journalForeign: (line: number) =>
    `From line ${count(line)} on, this version doesn't understand the journal.`,
  journalDamaged: (line: number) =>
    `From line ${count(line)} on, the journal is damaged: a line that was written there is unreadable or missing. What happened after that isn't shown.`,
  journalOfAnother: 'The journal belongs to a different run than its file name says.',
  journalTouched: 'Someone else has deleted, replaced or written to it.',
  lockTaken: 'Its lock is gone: someone has deleted it, or another window or terminal has taken it.',
  takenMeanwhile: {
    message:
      'Another window or terminal has taken this run over, or someone has changed its files. This one submits nothing more of it.',
    remedy: 'Continue there, or try again here.',
  },
  journalNoFile: "It isn't a file but a link, a folder or a device.",
  notContinued: (message: string) => ({
    message: `This run can't be continued. ${message}`,
    remedy: 'Continue it with the version of the app that wrote it. Its results so far can be exported.',
  }),
  notContinuedDamaged: (message: string) => ({
    message: `This run can't be continued: a batch could be submitted a second time. ${message}`,
    remedy: whatDamageLeaves,
  }),
  damaged: (message: string) => `${message} ${whatDamageLeaves}`,
  notUnconfirmed: {
    message: "This batch isn't an unconfirmed submission.",
    remedy: 'See its phones in the table.',
  },
  decidedElsewhere: {
    message: 'Another window or terminal on this computer has already decided this. Nothing was done.',
    remedy: 'Open the run in History to see its status.',
  },
  notConfirmed: {
    message: 'The run has changed since you confirmed it. Nothing was sent.',
    remedy: 'Review the run, then confirm again.',
  },
  stoppedBeforeStart: { message: 'This was canceled before it began. Nothing was sent.' },
  stoppedBeforeDecision: {
    message: 'This was stopped before anything was decided. Nothing was sent.',
    remedy: 'Review the evidence again, then decide.',
  },
  historyChanged: {
    message: "The batch history has changed, or it hasn't been read yet. Nothing was decided.",
    remedy: 'Review the evidence again, then decide.',
  },
  oneForTwo: {
    message: 'One batch in the history was chosen for two batches of the run. Nothing was decided.',
    remedy: 'Choose it for one of them, then decide about the other.',
  },
  noEvidence: (why: string) => ({
    message: `The batch history couldn't be read. ${why}`,
    remedy: 'Try again in a moment.',
  }),
  otherUnread: (file: string, reason: string) => ({
    message: `Nothing was sent: another run may have some of these phones, and its journal can't be read (${file}: ${reason}).`,
    remedy:
      "Close the program that has the file open, then try again. If that doesn't help, look for the phones in the batch history (on the page History). Once none of them is being signed in there, delete the unreadable run in History, or move its file to another folder.",
  }),
  claimsLocked(holder: LockHolder | undefined) {
    const message = (who: string) =>
      `Nothing was sent: another window or terminal${who} has been choosing phones to submit for half a minute.`
    const again = 'Try again in a moment.'
    if (!holder) return { message: message(''), remedy: again }
    const since = moment(holder.since)
    const onlyIf = (gone: string) => `${again} Only if ${gone}, delete the file ${holder.file}.`
    switch (holder.kind) {
      case 'process':
        return {
          message: message(` (process ${holder.process} on this computer, since ${since})`),
          remedy: onlyIf('that process is gone or is another program'),
        }
      case 'computer':
      case 'environment':
        return {
          message: message(` (process ${holder.process} on ${holder.computer}, since ${since})`),
          remedy: onlyIf('the app no longer runs there'),
        }
      case 'unreadable':
        return {
          message: `Nothing was sent: we can't tell whether another window or terminal is choosing phones to submit (${holder.file}: ${holder.reason ?? noLock}).`,
          remedy: onlyIf('no window or terminal submits phones of this folder'),
        }
      default:
        return assertNever(holder)
    }
  },
  claimedMeanwhile: (phones: number, runId: string) => ({
    message: `Nothing was sent: in the meantime, run ${runId} has taken ${plural(phones, 'phone')} of this list.`,
    remedy: 'Review the run, then confirm again.',
  }),
  allClaimed: {
    message: 'Nothing was sent: other runs have all of these phones by now.',
    remedy: 'Review the run, then confirm again.',
  },
  allSignedIn: {
    message: 'Nothing was sent: all of these phones have been signed in by now.',
    remedy: 'Review the run, then confirm again.',
  },
  allElsewhere: {
    message: 'Nothing was sent: batches that were submitted elsewhere have these phones under way by now.',
    remedy: 'Review the run, then confirm again.',
  },
  inOtherBatches: (batches: number) =>
    batches === 1
      ? "The service already has a batch with phones of this one, and this run didn't submit it. A copy of the run may have been resumed elsewhere."
      : `The service already has ${count(batches)} batches with phones of this one, and this run didn't submit them. A copy of the run may have been resumed elsewhere.`,
  historyUnread: (reason: string) =>
    `The batch history couldn't be read, so we can't tell whether a copy of this run has submitted these phones. ${reason}`,
  laterUnread: (file: string, reason: string) => ({
    message: `The journal of a later run can't be read (${file}: ${reason}). It may have signed these phones in already, so nothing was sent.`,
    remedy:
      "Close the program that has the file open, then try again. If that doesn't help, look for the phones in the batch history, export the failed rows and open them as a list.",
  }),
  leftUnknown: 'left unknown by the operator',
  unknownAfter: (why: string, batch: string) => `${why} Batch: ${batch}`,
  watchedElsewhere(holder: LockHolder | undefined) {
    const remedy = 'Continue there, or stop watching there first.'
    const by = 'This run is being watched by another window or terminal'
    if (!holder) return { message: `${by} on this computer.`, remedy }
    const since = moment(holder.since)
    const onlyIf = (gone: string) => `Only if ${gone}, delete the file ${holder.file} and try again.`
    switch (holder.kind) {
      case 'process':
        return {
          message: `${by} on this computer since ${since}.`,
          remedy: `${remedy} ${onlyIf(`process ${holder.process} of this computer is another program`)}`,
        }
      case 'computer': {
        const { computer } = holder
        return {
          message: `${by} on ${computer} since ${since}.`,
          remedy: `${remedy} ${onlyIf(`${computer} no longer runs the app, or is an earlier name of this computer`)}`,
        }
      }
      case 'environment':
        return {
          message: `${by} since ${since}, on another computer called ${holder.computer} or in another environment of this one, such as a container or WSL.`,
          remedy: `${remedy} ${onlyIf('the app no longer runs there')}`,
        }
      case 'unreadable':
        return {
          message: `It can't be told whether this run is being watched: its lock can't be read (${holder.file}: ${holder.reason ?? noLock}).`,
          remedy: `Close the program that has that file open, then try again. ${onlyIf('no window or terminal watches this run')}`,
        }
      default:
        return assertNever(holder)
    }
  },
}
