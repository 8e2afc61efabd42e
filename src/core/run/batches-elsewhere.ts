import { succeed } from '../../shared/result.ts'
import type { BatchElsewhere } from '../../shared/run/run-memory.ts'
import type { Elsewhere, PhoneElsewhere } from '../../shared/run/submitted-elsewhere.ts'
import type { BatchReport, BatchSummary, Gateway, Outcome } from '../gateway/gateway.ts'
import { phoneKey } from './batch-phones.ts'
import { phoneStatus } from './phone-status.ts'

/** In ms, how far back batches are compared: the work of a day. */
const looksBack = 24 * 3_600_000
/** The most batches to ask the service about, the latest first: colleagues submit far fewer in a day. */
const mostBatches = 40
const atATime = 4

/** How long the question before a run waits for this, in ms. Then it comes anyway, and says what is missing. */
export const longestReadMs = 20_000

/**
 * Batches that are over, by ID in lower case, as they were read. They no longer change, so nobody asks for them twice.
 */
export type ReadBatches = Map<string, BatchReport>

/**
 * Reads which phones others have submitted in this tenant during the last 24 hours: by another computer, another program or
 * PowerShell. Only reads, at most four at a time. Fails if the history itself cannot be read. Counts a batch as unread if the
 * service doesn't tell its phones, or `signal` leaves no time for it.
 *
 * A phone is under way as long as any of these batches has it under way. Otherwise its latest batch counts, and a phone
 * that failed there is free. `known`: the IDs of the batches of this disk, in lower case. `now`: ms since the epoch.
 */
export async function batchesElsewhere(
  gateway: Pick<Gateway, 'batchSummaries' | 'batchStatus'>,
  about: {
    readonly known: ReadonlySet<string>
    readonly now: number
    readonly read?: ReadBatches
    readonly signal?: AbortSignal
  },
): Promise<Outcome<Elsewhere>> {
  const { known, now, read = new Map<string, BatchReport>(), signal } = about
  const history = await gateway.batchSummaries(signal)
  if (!history.ok) return history
  // One that does not say its time may be of now.
  const ofOthers = history.value.filter(
    (summary) => now - timeOf(summary) < looksBack && !known.has(summary.batchId.toLowerCase()),
  )
  const latestFirst = ofOthers.toSorted((one, other) => timeOf(other) - timeOf(one) || 0)
  const asked = latestFirst.slice(0, mostBatches)
  const reports: (BatchReport | undefined)[] = []
  for (let first = 0; first < asked.length; first += atATime)
    reports.push(
      ...(await Promise.all(
        asked.slice(first, first + atATime).map(({ batchId }) => reportOf(gateway, batchId, read, signal)),
      )),
    )
  return succeed({
    batches: batchesOf(asked, reports),
    unread: latestFirst.length - reports.filter((report) => report !== undefined).length,
  })
}

/** Undefined if the service tells no phones of it: a batch that is just being made may have them a moment later. */
async function reportOf(
  gateway: Pick<Gateway, 'batchStatus'>,
  batchId: string,
  read: ReadBatches,
  signal: AbortSignal | undefined,
): Promise<BatchReport | undefined> {
  const id = batchId.toLowerCase()
  const known = read.get(id)
  if (known) return known
  if (signal?.aborted) return undefined
  const report = await gateway.batchStatus(batchId, signal)
  if (!report.ok || report.value.items.length === 0) return undefined
  if (report.value.items.every(({ status }) => phoneStatus(status) !== 'signing in'))
    read.set(id, report.value)
  return report.value
}

/** Each phone in the batch that counts for it. The latest batch comes first. */
function batchesOf(
  summaries: readonly BatchSummary[],
  reports: readonly (BatchReport | undefined)[],
): Elsewhere['batches'] {
  const places = new Map<string, { readonly batch: number; readonly status: string }>()
  for (const [batch, report] of reports.entries())
    for (const item of report?.items ?? []) {
      const key = phoneKey(item)
      const status = phoneStatus(item.status)
      const isLater = places.get(key)
      if (!isLater || (status === 'signing in' && isLater.status !== 'signing in'))
        places.set(key, { batch, status })
    }
  return summaries.flatMap((summary, batch) => {
    const phones = (reports[batch]?.items ?? []).flatMap((item): readonly PhoneElsewhere[] => {
      const status = phoneStatus(item.status)
      const place = places.get(phoneKey(item))
      if (place?.batch !== batch || place.status !== status || status === 'failed') return []
      return [{ username: item.userName, hardwareId: item.hardwareId, status }]
    })
    return phones.length === 0 ? [] : [{ ...named(summary), phones }]
  })
}

function named({ batchId, requestTime, userId }: BatchSummary): BatchElsewhere {
  const time = Date.parse(requestTime ?? '')
  return {
    batchId,
    ...(!Number.isNaN(time) && { requestTime: new Date(time).toISOString() }),
    ...(userId !== undefined && { userId }),
  }
}

/** Undated ones come first. */
function timeOf({ requestTime }: BatchSummary): number {
  const time = Date.parse(requestTime ?? '')
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time
}
