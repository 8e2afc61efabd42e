import type { Claim } from '../../../run/events.ts'
import { listOfAll } from '../../list-of.ts'
import { count, plural } from '../../plural.ts'

const accounts = (number: number): string => plural(number, 'account')
const batches = (number: number): string => plural(number, 'batch', 'batches')

/** The question before phones are signed in. */
export const confirmRun = {
  title: (phones: number) => `Sign in ${plural(phones, 'phone')}?`,
  retryTitle: (phones: number) => `Sign in ${plural(phones, 'failed phone')} again?`,
  heldTitle: (phones: number) => `Sign in ${plural(phones, 'more phone')} anyway?`,
  held: 'Held back because',
  failedAlike: (phones: number, of: number) =>
    `${count(phones)} of ${plural(of, 'phone')} in a batch failed for the same reason.`,
  resumeTitle: (phones: number) => `Resume the run and sign in ${plural(phones, 'more phone')}?`,
  atService: 'Watched again',
  atServicePhones: (phones: number) =>
    phones === 0 ? 'No phone has been submitted yet' : `${plural(phones, 'phone')} already submitted`,
  before: 'Previous run',
  leftBehind: (list: string, at: string) =>
    `The run of ${list} of ${at} isn't finished and will leave the screen. Nothing is lost: the app offers to resume it when no run is being watched, and it's in History.`,
  passwordTitle: (number: number) =>
    number === 1
      ? 'The password of this account will be reset to an unknown value'
      : `The passwords of ${accounts(number)} will be reset to unknown values`,
  passwordBody:
    "The service does this to sign the phones in. Anyone who uses one of these accounts elsewhere can no longer sign in with its password. The password of a person's own account is reset too. You can't cancel a run once a batch has been submitted.",
  simulatedTitle: 'Nothing real happens: this tenant is simulated',
  simulatedBody: (number: number) =>
    number === 1
      ? 'In a real tenant, the password of this account would be reset to an unknown value.'
      : `In a real tenant, the passwords of ${accounts(number)} would be reset to unknown values.`,
  understood: (number: number) =>
    number === 1
      ? 'I understand that the password of 1 account will be reset'
      : `I understand that the passwords of ${accounts(number)} will be reset`,
  understoodSimulated: (number: number) =>
    number === 1
      ? 'I understand that in a real tenant the password of 1 account would be reset'
      : `I understand that in a real tenant the passwords of ${accounts(number)} would be reset`,
  tenant: 'Tenant',
  operator: 'Signed in as',
  way: 'Connection',
  ways: { direct: 'Direct', powershell: "Microsoft's PowerShell module" },
  list: 'List',
  regions: 'Regions',
  regionLine: (region: string, phones: number, number: number) =>
    `${region}: ${plural(phones, 'phone')} in ${batches(number)}`,
  queueNote: 'At most 3 batches of a region run at a time; the others wait in a queue.',
  leftOut: 'Left out',
  leftOutRows: (rows: number) =>
    rows === 1
      ? '1 row with errors. It stays in the list and the results.'
      : `${plural(rows, 'row')} with errors. They stay in the list and the results.`,
  nothingLeftOut: 'None',
  notChosen: (rows: number) => `${plural(rows, 'row')} not chosen`,
  warnings: 'Warnings',
  noPhones: 'None',
  nothingLeftTitle: 'All of these phones are in other runs or batches',
  nothingToDoTitle: 'Nothing is left to sign in',
  signedIn: {
    name: 'Signed in before',
    leftOut: (phones: number) =>
      `${plural(phones, 'phone')} signed in during the last 7 days ${phones === 1 ? 'is' : 'are'} left out, so that ${phones === 1 ? 'its password is' : 'their passwords are'} not reset again:`,
    included: (phones: number) =>
      `${plural(phones, 'phone')} signed in during the last 7 days ${phones === 1 ? 'is' : 'are'} included: ${phones === 1 ? 'its password is' : 'their passwords are'} reset again.`,
    chosen: (phones: number) =>
      `${plural(phones, 'selected phone')} ${phones === 1 ? 'was' : 'were'} signed in during the last 7 days:`,
    question: (phones: number) =>
      phones === 1
        ? 'What to do with the phone signed in before'
        : 'What to do with the phones signed in before',
    leave: (phones: number) => (phones === 1 ? 'Leave it out' : 'Leave them out'),
    include: (phones: number) =>
      phones === 1
        ? 'Sign it in again, which resets its password again'
        : 'Sign them in again, which resets their passwords again',
    line: (list: string, phones: number, last: string) =>
      phones === 1 ? `${list}: 1 phone, ${last}` : `${list}: ${plural(phones, 'phone')}, the last ${last}`,
    batchLine: (batchId: string, phones: number) =>
      `Batch ${batchId}, submitted elsewhere: ${plural(phones, 'phone')}`,
  },
  /** Phones that the service's batch history has, and that no run of this computer submitted. */
  elsewhere: {
    name: 'In other batches',
    reading: 'Comparing with the batches of the last day…',
    lead: (phones: number) =>
      phones === 1
        ? "1 phone is in a batch that was submitted elsewhere and isn't finished. This run won't sign it in:"
        : `${count(phones)} phones are in batches that were submitted elsewhere and aren't finished. This run won't sign them in:`,
    line: (batchId: string, at: string, phones: number) =>
      at === ''
        ? `Batch ${batchId}: ${plural(phones, 'phone')}`
        : `Batch ${batchId}, ${at}: ${plural(phones, 'phone')}`,
    show: 'Show the batch',
    showBatch: (batchId: string) => `Show the batch ${batchId}`,
    unread: (number: number) =>
      number === 1
        ? "1 batch of the last day, submitted elsewhere, couldn't be read. Some of these phones may be in it."
        : `${count(number)} batches of the last day, submitted elsewhere, couldn't be read. Some of these phones may be in them.`,
    failed: (why: string) => `${why} Someone else may have submitted some of these phones today.`,
    again: 'Compare again',
  },
  claimed: {
    name: 'In other runs',
    line: (list: string, at: string, claims: Readonly<Record<Claim, number>>) =>
      `${list}, ${at}: ${listOfAll([
        ...(claims['under way'] > 0 ? [`${count(claims['under way'])} under way`] : []),
        ...(claims.unconfirmed > 0 ? [`${count(claims.unconfirmed)} unconfirmed`] : []),
        ...(claims.waiting > 0 ? [`${count(claims.waiting)} waiting`] : []),
      ])}`,
    lead: (phones: number) =>
      `${plural(phones, 'phone')} ${phones === 1 ? 'is' : 'are'} in runs that aren't finished, and won't be signed in by this one:`,
    show: 'Show the run',
    showRun: (run: string) => `Show the run ${run}`,
    release: (phones: number) => `Release ${plural(phones, 'waiting phone')}`,
    releaseHint: (phones: number) =>
      `If you release ${phones === 1 ? 'it' : 'them'}, the other run never sends ${phones === 1 ? 'it' : 'them'}. Nothing else about that run changes.`,
    released: (phones: number) => `${plural(phones, 'phone')} released.`,
    isReadOnly:
      "That run's journal can't be read to its end. Look for these phones in the batch history; once none of them is being signed in, delete the run.",
  },
  near: {
    name: 'Check first',
    line: (devices: number, accounts: number, list: string, at: string) =>
      `${listOfAll([
        ...(devices > 0 ? [plural(devices, 'device')] : []),
        ...(accounts > 0 ? [plural(accounts, 'account')] : []),
      ])} of this list ${devices + accounts === 1 ? 'is' : 'are'} also in the run of ${list} of ${at}, but with another ${devices === 0 ? 'device' : accounts === 0 ? 'account' : 'account or device'}. That run isn't finished.`,
  },
  start: (phones: number) => `Sign in ${plural(phones, 'phone')}`,
  starting: 'Starting',
} as const
