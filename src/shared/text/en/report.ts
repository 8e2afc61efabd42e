import { moment } from '../moment.ts'
import { count, plural } from '../plural.ts'

/** The report about the phones of a site, for whoever ordered the work. */
export const report = {
  title: 'SIP phone sign-in report',
  titleAt: (site: string) => `SIP phone sign-in report: ${site}`,
  by: 'SIP Gateway Bulk Sign-in',
  simulated: 'Simulated: no phone and no account was touched',
  simulatedBody:
    'Everything in this report comes from the simulated tenant of the app. It shows how a report looks, and proves nothing about real phones.',
  unfinished: (runs: number) =>
    runs === 1
      ? "A run in this report isn't finished: its results may change."
      : `${count(runs)} runs in this report aren't finished: their results may change.`,
  facts: {
    site: 'Site',
    tenant: 'Tenant',
    tenantId: 'Tenant ID',
    operator: 'Operator',
    list: 'Phone list',
    dates: 'Signed in',
    written: 'Report written',
    version: 'Written with',
  },
  dates: (first: string, last: string) =>
    moment(first) === moment(last) ? moment(first) : `${moment(first)} to ${moment(last)}`,
  written: (at: string, zone: string) => `${moment(at)} (all times: ${zone})`,
  notChosen: (phones: number) =>
    phones === 1
      ? "1 phone of the list wasn't part of these runs."
      : `${count(phones)} phones of the list weren't part of these runs.`,
  counts: {
    'signed in': 'Signed in',
    failed: 'Failed',
    unknown: 'Unknown',
    'not sent': 'Not sent',
    before: 'Signed in before',
    'not chosen': 'Not in these runs',
    open: 'Not done yet',
  },
  todo: {
    title: 'What is left to do',
    nothing: 'Nothing. Every phone is signed in.',
    columns: { status: 'Status', phones: 'Phones', why: 'Why', whatToDo: 'What to do', rows: 'Rows' },
    unknownHint: 'Check the phone, or find it in the batch history, before you sign it in again.',
    notChosen: 'See the report of the other runs of this list, or sign these phones in with another run.',
    none: "There's no advice for this message. It's shown as the service wrote it.",
    /** The numbers of the first rows, and how many more there are. */
    rowNumbers: (named: readonly number[], more: number) =>
      `${named.map(count).join(', ')}${more > 0 ? ` and ${count(more)} more` : ''}`,
  },
  phones: {
    title: (phones: number) => `All ${plural(phones, 'phone')} and their final status`,
    columns: {
      row: 'Row',
      username: 'Account',
      hardwareId: 'Hardware ID',
      region: 'Region',
      status: 'Status',
      time: 'Since',
      result: 'Result',
    },
  },
  runs: {
    title: 'Runs',
    lead: 'The final status of a phone is that of the last run that submitted it.',
    columns: {
      started: 'Started',
      list: 'List',
      operator: 'Operator',
      phones: 'Outcome',
      id: 'Run and batches',
    },
    open: 'Not finished',
    batches: (ids: readonly string[]) => `Batches: ${ids.join(', ')}`,
  },
  urls: {
    title: 'Provisioning URLs of these regions',
    lead: 'A new phone needs the URL for its region and kind before it can be signed in.',
    columns: { region: 'Region', device: 'Device', url: 'URL', option: 'DHCP option' },
  },
  /** Reasons why there is no report. */
  failures: {
    noRun: { message: 'There is no run to report on.', remedy: 'Sign in the phones of a list first.' },
    otherTenant: {
      message: 'These runs belong to different tenants, or some are simulated and others are not.',
      remedy: 'Make a report for each tenant.',
    },
  },
} as const
