import { createGateway } from '../../src/core/gateway/client.ts'
import { startEngine } from '../../src/core/run/engine.ts'
import type { CourseOf, SimulatedBatch } from '../../src/core/simulator/batches.ts'
import { maxOpenBatchesPerRegion, maxPhonesPerBatch } from '../../src/shared/gateway/limits.ts'
import { regions } from '../../src/shared/gateway/region.ts'
import { succeed } from '../../src/shared/result.ts'
import { inBatchesOf, planRun } from '../../src/shared/run/plan.ts'
import { claimsOf } from '../support/claims-of.ts'
import { inProcessAddress, inProcessService } from '../support/in-process-service.ts'
import { phoneListOf, runStarted } from '../support/run-samples.ts'
import { virtualClock } from '../support/virtual-clock.ts'
import type { Figure } from './figure.ts'
import { stretched } from './handover-bench.ts'
import { logReports } from './log-reports.ts'
import { median } from './median.ts'

/**
 * Runs of 300 phones in one region, 1,000 and 3,000 in three, in virtual time against the simulated service:
 * how close to the least possible time, and how much less than the original tool asks (one batch after
 * another, a poll every second).
 */
export async function benchRun(): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const size of [300, 1_000, 3_000]) figures.push(...(await figuresOf(size)))
  return figures
}

async function figuresOf(size: number): Promise<readonly Figure[]> {
  const { batches, makespan, statusCalls, delays } = await run(size)
  const alone = batches.reduce((sum, batch) => sum + durationOf(batch), 0)
  const name = (what: string): string => `run of ${size} phones: ${what}`
  return [
    {
      name: name('time over the least possible'),
      value: makespan / leastPossible(batches),
      unit: 'ratio',
      limit: 1.05,
    },
    { name: name("time over the original tool's"), value: makespan / alone, unit: 'ratio', limit: null },
    {
      name: name("status calls over the original tool's"),
      value: statusCalls / (alone / 1_000),
      unit: 'ratio',
      limit: 0.5,
    },
    {
      name: name("delay from a phone's change to its row, median"),
      value: median(delays) / 1_000,
      unit: 's',
      limit: 3,
    },
  ]
}

/**
 * The same with 1,000 phones against a service whose batches take the longer the larger they are: one of 100 phones 1.3
 * times as long as usual, one of 25 half as long. In batches of several sizes: each keeps all places of its regions
 * busy, so each is held to the least that is possible without knowing how long a batch will take. Which size is best
 * depends on the service alone.
 */
export async function benchBatchSizes(): Promise<readonly Figure[]> {
  const courseOf = stretched((batchSize) => 0.3 + batchSize / 100)(1)
  const full = await run(1_000, { courseOf })
  const figures: Figure[] = []
  for (const batchSize of [100, 50, 25]) {
    const { batches, makespan } = batchSize === 100 ? full : await run(1_000, { courseOf, batchSize })
    const alone = full.batches.reduce((sum, batch) => sum + durationOf(batch), 0)
    const figure = (what: string, value: number, limit: number | null): Figure => ({
      name: `run of 1,000 phones, larger batches take longer, batches of ${batchSize}: ${what}`,
      ...{ value, unit: 'ratio', limit },
    })
    figures.push(
      // A batch of 25 takes some 150 s and its place may stay empty for 4 s at most (handover), 1.5 s in the median.
      figure('time over that of places that are never empty', makespan / neverEmpty(batches), 1.03),
      figure("time over the original tool's", makespan / alone, null),
      figure('time over that of batches of 100', makespan / full.makespan, null),
    )
  }
  return figures
}

async function run(
  size: number,
  {
    courseOf,
    batchSize = maxPhonesPerBatch,
  }: { readonly courseOf?: CourseOf; readonly batchSize?: number } = {},
) {
  const clock = virtualClock()
  const begun = clock.now()
  const service = inProcessService({
    clock,
    seed: 1,
    failureShare: 0.06,
    latency: () => 100,
    faultOf: () => undefined,
    ...(courseOf && { courseOf }),
  })
  const { log, reportedAt } = logReports(clock.now)
  const gateway = createGateway({
    baseUrl: inProcessAddress,
    userAgent: 'bench',
    now: clock.now,
    fetch: service.fetch,
    tokens: async () => succeed(service.tokens.current()),
  })
  await log.record(
    runStarted(inBatchesOf(planRun(phoneListOf(size, size === 300 ? 'NOAM' : undefined)), batchSize)),
  )
  await clock.run(
    startEngine({
      ...{ gateway, log, clock, random: () => 0.5, claims: claimsOf(), isResumed: false },
      knownElsewhere: async () => succeed(new Set<string>()),
    }).done,
  )
  if (log.state()?.watching.kind !== 'finished') throw new Error('The run did not finish')

  const batches = service.batches.recent()
  const statusCalls = service.ledger.batches.reduce((sum, batch) => sum + batch.statusCalls, 0)
  const delays = batches.flatMap(({ items, takenAt }) =>
    items.map(({ hardwareId, endsAt }) => (reportedAt.get(hardwareId) ?? Number.NaN) - (takenAt + endsAt)),
  )
  return { batches, makespan: clock.now() - begun, statusCalls, delays }
}

const durationOf = ({ items }: SimulatedBatch): number => Math.max(...items.map(({ endsAt }) => endsAt))

/** The best schedule of these batches with three places a region, found by trying all that could be it. */
function leastPossible(batches: readonly SimulatedBatch[]): number {
  return Math.max(
    ...regions.map((region) =>
      bestSchedule(
        batches
          .filter((batch) => batch.region === region)
          .map(durationOf)
          .toSorted((a, b) => b - a),
      ),
    ),
  )
}

/** Each batch, in the order of the run, takes the place of its region that is free first, and at once. */
function neverEmpty(batches: readonly SimulatedBatch[]): number {
  const inOrder = batches.toSorted((a, b) => a.takenAt - b.takenAt)
  return Math.max(
    ...regions.map((region) => {
      const places = Array.from({ length: maxOpenBatchesPerRegion }, () => 0)
      for (const batch of inOrder.filter((one) => one.region === region)) {
        const first = places.indexOf(Math.min(...places))
        places[first] = (places[first] ?? 0) + durationOf(batch)
      }
      return Math.max(...places)
    }),
  )
}

function bestSchedule(durations: readonly number[]): number {
  let best = Number.POSITIVE_INFINITY
  const places = Array.from({ length: maxOpenBatchesPerRegion }, () => 0)
  const place = (next: number): void => {
    const duration = durations[next]
    const longest = Math.max(...places)
    if (longest >= best) return
    if (duration === undefined) {
      best = longest
      return
    }
    for (const [index, until] of places.entries()) {
      // Places that are free at the same time are alike.
      if (places.indexOf(until) !== index) continue
      places[index] = until + duration
      place(next + 1)
      places[index] = until
    }
  }
  place(0)
  return durations.length === 0 ? 0 : best
}
