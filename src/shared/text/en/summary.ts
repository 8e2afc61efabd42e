import { count, plural } from '../plural.ts'

type Counts = Readonly<Record<'signed in' | 'failed' | 'unknown' | 'not sent', number>>

const parts = (...some: readonly (readonly [number, string])[]): string =>
  some
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${count(number)} ${what}`)
    .join(', ')

/** A run as text to paste into a ticket. */
export const summary = {
  title: 'SIP Gateway Bulk Sign-in: summary of a run',
  simulated: 'Simulated tenant: nothing real happened.',
  facts: {
    app: 'App version',
    list: 'List',
    tenant: 'Tenant',
    operator: 'Operator',
    run: 'Run',
    started: 'Started (UTC)',
    ended: 'Ended (UTC)',
    asOf: 'As of (UTC)',
    duration: 'Duration',
    standing: 'Status',
  },
  retryOf: (runId: string) => `(retries the failed phones of ${runId})`,
  tenant: (name: string, id: string) => (name === id ? id : `${name} (${id})`),
  version: (now: string, then: string) => (now === then ? now : `${now}; the run was started with ${then}`),
  standing: {
    watching: 'under way',
    finished: 'finished',
    stopped: 'no longer watched, not finished',
  },
  phones: 'Phones',
  all: 'All regions',
  region: (region: string, phones: number, counts: Counts, other: number) =>
    `${region}: ${plural(phones, 'phone')}${phones === 0 ? '' : `: ${parts([counts['signed in'], 'signed in'], [counts.failed, 'failed'], [counts.unknown, 'unknown'], [counts['not sent'], 'not sent'], [other, 'not done yet'])}`}`,
  leftOut: (rows: number) => `${plural(rows, 'row')} of the list left out because of errors`,
  batches: 'Batches',
  batch: (number: number, region: string, phones: number, stage: string, id: string) =>
    `${number}. ${region}, ${plural(phones, 'phone')}, ${stage}: ${id}`,
  stage: {
    queued: 'queued',
    submitting: 'submitting',
    waiting: 'waiting',
    open: 'running',
    unknown: 'unconfirmed',
    refused: 'refused',
    finished: 'finished',
    'not sent': 'not sent',
  },
  noId: 'no batch ID',
  failures: 'Why phones failed',
  failure: (phones: number, said: string) => `${plural(phones, 'phone')}: ${said}`,
  remedy: (remedy: string) => `   What to do: ${remedy}`,
  noReason: 'The service gave no reason',
  someone: '(username)',
  failed: 'Failed phones',
  trouble: 'Failed calls, with the correlation IDs that Microsoft support asks for',
  call: (at: string, batch: number, id: string, message: string) => `${at} batch ${batch} ${id} ${message}`,
} as const
