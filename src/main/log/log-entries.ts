import type { CallRecord } from '../../core/gateway/call.ts'
import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { saidOrWords } from '../../shared/gateway/failure-words.ts'
import type { RunEvent } from '../../shared/run/events.ts'
import { endWords, postponedWords } from '../../shared/run/why-words.ts'
import type { LogEntry } from './log.ts'

/** `GET /Teams.Tenant/tenants 200 in 120 ms`: a call of the service. */
export const callEntry = ({ method, path, status, ms, correlationId, warning }: CallRecord): LogEntry => ({
  level: status === undefined || status >= 400 || warning !== undefined ? 'warning' : 'info',
  area: 'service',
  message: `${method} ${path} ${status ?? 'no answer'} in ${Math.round(ms)} ms${warning === undefined ? '' : `, with the warning: ${warning}`}`,
  correlationId,
})

/** An event of a run on one line, without the names of its phones: those stand in the journal. */
export function runEntry(event: RunEvent): LogEntry {
  const failure = 'failure' in event ? event.failure : undefined
  const batch = 'batch' in event && event.batch !== undefined ? ` batch ${event.batch + 1}` : ''
  return {
    level: levelOf(event),
    area: 'run',
    message: `${event.type}${batch}${factsOf(event)}${failure ? `: ${describe(failure)}` : ''}`,
    ...(failure?.correlationId !== undefined && { correlationId: failure.correlationId }),
  }
}

function levelOf(event: RunEvent): LogEntry['level'] {
  if (event.type === 'WatchStopped') return event.reason === 'journal' ? 'error' : 'info'
  return 'failure' in event || event.type === 'BatchPostponed' ? 'warning' : 'info'
}

function factsOf(event: RunEvent): string {
  switch (event.type) {
    case 'RunStarted':
      return ` ${event.runId}: ${event.phones.length} phones in ${event.batches.length} batches, tenant ${event.tenant.id}`
    case 'BatchSubmitting':
      return ` attempt ${event.attempt}`
    case 'BatchSubmitted':
    case 'BatchAdopted':
      return ` as ${event.batchId}`
    case 'PhonesReported':
      return ` ${event.phones.length} phones: ${tally(event.phones.map(({ status }) => status))}`
    case 'BatchFinished':
      return ` ${endWords({ end: event })}`
    case 'WatchStopped':
      return ` ${event.reason}`
    case 'PhonesLeftOut':
      return ` ${event.phones.length} phones: ${tally(event.phones.map(({ why, runId }) => `${why} in ${runId}`))}`
    case 'BatchPostponed':
      return event.failure ? '' : `: ${postponedWords(event)}`
    case 'BatchRefused':
    case 'WatchInterrupted':
      return event.nextTryAt === undefined ? '' : `, next try ${event.nextTryAt}`
    default:
      return ''
  }
}

const tally = (words: readonly string[]): string =>
  [...new Set(words)].map((word) => `${words.filter((one) => one === word).length} ${word}`).join(', ')

const describe = (failure: GatewayFailure): string =>
  `${failure.kind}${'status' in failure ? ` ${failure.status}` : ''}, ${saidOrWords(failure)}`
