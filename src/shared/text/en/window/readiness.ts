import type { ReadinessStatus } from '../../../readiness/readiness.ts'
import { count, plural } from '../../plural.ts'

const parts = (counts: Readonly<Record<ReadinessStatus, number>>, notAsked = 0): string =>
  [
    `${count(counts.ready)} ready`,
    ...(counts.fails > 0 ? [`${count(counts.fails)} will fail`] : []),
    ...(counts['may-fail'] > 0 ? [`${count(counts['may-fail'])} may fail`] : []),
    ...(counts.unread > 0 ? [`${count(counts.unread)} couldn't be read`] : []),
    ...(notAsked > 0 ? [`${count(notAsked)} not checked`] : []),
  ].join(', ')

/** Readiness in the window: which phones will fail, before anything is reset. */
export const readiness = {
  button: 'Check readiness',
  buttonHint:
    'Reads the tenant and the accounts of this list: who has no phone number, no license, no policy. Nothing is changed.',
  again: 'Check again',
  stop: 'Stop checking',
  checking: (done: number, of: number) => `Checking ${count(done)} of ${count(of)}`,
  started: 'Checking readiness.',
  stopped: 'Readiness check stopped.',
  done: (counts: Readonly<Record<ReadinessStatus, number>>) => `Readiness: ${parts(counts)}.`,
  failed: (message: string) => `Readiness couldn't be checked. ${message}`,
  why: {
    noList: 'Open a list first.',
    signedOut: 'Sign in first, or explore the simulated tenant.',
    underWay: 'A run is under way.',
    noPhones: 'No phone of this list is ready to be signed in.',
  },
  // Not as short as what the check of the list says of the same row.
  status: { ready: 'OK', fails: 'Will fail', 'may-fail': 'May fail', unread: 'Not read' },
  tab: 'Readiness',
  empty:
    'Nothing is checked yet. Select Check readiness to see which phones will fail before anything is reset.',
  emptySignedOut: 'Sign in to check which phones will fail before anything is reset.',
  counts: parts,
  readAt: (at: string) => `Read ${at}`,
  tenant: 'Tenant',
  phones: 'Phones',
  reasons: "Why phones aren't ready",
  allReady: 'Nothing that can be checked here keeps these phones from signing in.',
  select: 'Select',
  selectThese: (reason: string) => `Select: ${reason}`,
  leaveOut: 'Leave out',
  leaveOutThese: (reason: string) => `Leave out: ${reason}`,
  copyScript: 'Copy script',
  copyScriptFor: (reason: string) => `Copy script: ${reason}`,
  scriptCopied: 'PowerShell script',
  saveScript: 'Save script',
  saveScriptFor: (reason: string) => `Save script: ${reason}`,
  saveNumbers: 'Save file for numbers',
  saved: (file: string) => `Saved as ${file}. Read it before you run it: the app runs none of it.`,
  checklist: 'Check yourself',
  checklistLead: "These can't be seen from here. What you check off is kept for this tenant.",
  checklistSteps: {
    mfa: "These accounts aren't asked for multifactor authentication.",
    access: 'No Conditional Access policy blocks them, or SIP Gateway is excluded from it.',
    defaults: 'Security defaults are off.',
    directory:
      'Synced accounts: "must change password at next logon" and "cannot change password" are off, the minimum password age is 0, and password writeback is on.',
    sites: 'The public address of each site is among the trusted IP addresses, for at least 24 hours.',
  },
  conditionalAccess: 'How to exclude SIP Gateway',
  row: {
    name: 'Readiness',
    ready: (checks: number, at: string) => `${plural(checks, 'check')} passed, read ${at}.`,
    notAsked: 'Not checked.',
  },
  confirm: {
    name: 'Readiness',
    checking: (done: number, of: number) =>
      `Still checking (${count(done)} of ${count(of)}). You don't have to wait.`,
    tenantName: 'Tenant not ready',
    leftOut: (phones: number) => `${plural(phones, 'phone')} that will fail`,
    kept: (phones: number) =>
      `${plural(phones, 'phone')} that will fail ${phones === 1 ? 'is' : 'are'} signed in anyway: ${phones === 1 ? 'its password is' : 'their passwords are'} reset for nothing.`,
    keep: (phones: number) =>
      phones === 1
        ? 'Sign in the one that will fail anyway'
        : `Sign in the ${count(phones)} that will fail anyway`,
    leave: (phones: number) => (phones === 1 ? 'Leave it out' : 'Leave them out'),
    widespread: (reason: string, phones: number) =>
      `${reason}, of ${plural(phones, 'phone')}. More than half will fail for this one reason: check one of them in the admin center first.`,
    question: 'What about the phones that will fail?',
    keepAll: 'Sign in all of them anyway',
    leaveAll: 'Leave out those that will fail',
    continueAnyway: 'Continue anyway',
  },
  afterRun: {
    name: 'The tenant now',
    lacking: (phones: number) =>
      `${plural(phones, 'phone')}: not fixed yet. A retry will fail again until this is fixed.`,
    arriving: (phones: number, since: string) =>
      `${plural(phones, 'phone')}: fixed after ${since}. A policy takes up to 24 hours to apply, so a retry may fail until then.`,
    there: (phones: number) => `${plural(phones, 'phone')}: fixed. Retry now.`,
    unread: (phones: number) => `${plural(phones, 'phone')}: the tenant couldn't be read.`,
    'not-asked': (phones: number) => `${plural(phones, 'phone')}: not checked since the run.`,
    ask: 'Check again now',
  },
  setting: {
    label: 'Check readiness',
    hint: 'Reads the tenant and the accounts of a list before anything is reset. Lists of more than 3,000 accounts are only checked when you select Check readiness.',
    auto: "Automatically, once a list is open and you're signed in",
    byHand: 'Only when I ask',
  },
} as const
