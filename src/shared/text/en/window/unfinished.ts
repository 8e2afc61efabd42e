import { count, plural } from '../../plural.ts'

const ifNot = "If that's no longer so, History says what to do."

const standing = {
  'signed in': 'signed in',
  failed: 'failed',
  'signing in': 'signing in',
  submitting: 'submitting',
  queued: 'queued',
  unknown: 'unknown',
  'not sent': 'not sent',
  'left out': 'left out',
}
type Standing = keyof typeof standing

/** Runs of this disk that are not finished, as they are offered at launch. */
export const unfinished = {
  name: 'Unfinished runs',
  title: "A run isn't finished",
  line: (list: string, phones: number) => `The run of ${list} (${plural(phones, 'phone')}) isn't finished.`,
  started: (phones: number, at: string) => `${plural(phones, 'phone')}, started on ${at}.`,
  startedBy: (phones: number, at: string, operator: string) =>
    `${plural(phones, 'phone')}, started on ${at} by ${operator}.`,
  /** How many phones there are of each status. */
  stands: (counts: readonly (readonly [number, Standing])[]) =>
    `${counts
      .filter(([number]) => number > 0)
      .map(([number, status]) => `${count(number)} ${standing[status]}`)
      .join(', ')}.`,
  why: {
    operator: 'Watching was stopped.',
    closing: 'The app was closed.',
    held: 'Further batches are held back until you decide.',
    undecided: "Watching ended because we couldn't confirm that Microsoft received some of the batches.",
    unchecked:
      "Watching ended because we couldn't check whether the waiting phones are already in another batch.",
    denied: 'Watching ended because the service denied access.',
    journal: "Watching ended because the run's journal couldn't be written to disk.",
    ended: 'Watching was cut off, as by a crash or a power cut.',
  },
  goesOn: 'Microsoft continues with the phones already submitted.',
  simulatedEnded: 'The simulated service ended with the app: it may no longer know these phones.',
  toSubmit: (phones: number, batches: number) =>
    `${plural(phones, 'phone')} in ${plural(batches, 'batch', 'batches')} ${phones === 1 ? "hasn't" : "haven't"} been submitted yet. You're asked before ${phones === 1 ? 'it is' : 'they are'}.`,
  resume: 'Resume run',
  show: 'Show',
  notNow: 'Not now',
  more: (runs: number) =>
    runs === 1
      ? "1 more run of this tenant isn't finished."
      : `${count(runs)} more runs of this tenant aren't finished.`,
  history: 'Show in History',
  watchedElsewhere: (lists: readonly string[]) =>
    `${
      lists.length === 1
        ? `The run of ${lists[0]} is being watched by another window or terminal on this computer.`
        : `${count(lists.length)} runs are being watched by other windows or terminals on this computer.`
    } ${ifNot}`,
  watchedOnAnother: (list: string, computer: string) =>
    `The run of ${list} is being watched on the computer ${computer}. ${ifNot}`,
  watchedInAnotherEnvironment: (list: string, computer: string) =>
    `The run of ${list} is being watched on another computer called ${computer}, or in another environment of this one. ${ifNot}`,
  lockUnreadable: (list: string) =>
    `We can’t tell whether the run of ${list} is being watched: its lock can’t be read. ${ifNot}`,
  otherTenant: (runs: number, tenant: string) =>
    runs === 1
      ? `1 unfinished run belongs to ${tenant}: sign in there to resume it.`
      : `${count(runs)} unfinished runs belong to ${tenant}: sign in there to resume them.`,
  shown: (list: string) => `The run of ${list} is shown.`,
} as const
