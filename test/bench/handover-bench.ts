import { createGateway } from '../../src/core/gateway/client.ts'
import { startEngine } from '../../src/core/run/engine.ts'
import type { CourseOf } from '../../src/core/simulator/batches.ts'
import { createOutcomes } from '../../src/core/simulator/outcomes.ts'
import { seededRandom } from '../../src/core/simulator/random.ts'
import { succeed } from '../../src/shared/result.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { claimsOf } from '../support/claims-of.ts'
import { inProcessAddress, inProcessService } from '../support/in-process-service.ts'
import { phoneListOf, runStarted } from '../support/run-samples.ts'
import { virtualClock } from '../support/virtual-clock.ts'
import type { Figure } from './figure.ts'
import { logReports } from './log-reports.ts'
import { median } from './median.ts'

type Shape = (seed: number) => CourseOf

const usual: Shape = (seed) => createOutcomes(seed, 0.06)

/** Each phone takes so many times as long, by the size of its batch. */
export const stretched =
  (by: (batchSize: number) => number): Shape =>
  (seed) => {
    const courseOf = usual(seed)
    return (hardwareId, username, batchSize) => {
      const { startsAt, endsAt, error } = courseOf(hardwareId, username, batchSize)
      return { startsAt: startsAt * by(batchSize), endsAt: endsAt * by(batchSize), error }
    }
  }

/** Services that bring phones through in different ways. Nobody knows which of them is like the real one. */
const shapes: Readonly<Record<string, Shape>> = {
  usual,
  'three times as fast': stretched(() => 1 / 3),
  'three times as slow': stretched(() => 3),
  'larger batches take longer': stretched((batchSize) => 0.3 + batchSize / 100),
  'phones in bursts': (seed) => {
    const courseOf = usual(seed)
    return (...phone) => {
      const { startsAt, endsAt, error } = courseOf(...phone)
      return { startsAt, endsAt: Math.ceil(endsAt / 20_000) * 20_000, error }
    }
  },
  'one phone in 300 hangs': (seed) => {
    const courseOf = usual(seed)
    return (...phone) => {
      const { startsAt, endsAt, error } = courseOf(...phone)
      const hangs = seededRandom(seed, 'hangs', phone[0])() < 1 / 300
      return { startsAt, endsAt: hangs ? endsAt + 900_000 : endsAt, error }
    }
  },
  // No constant of the pace was chosen by this one: it tells what they are worth elsewhere.
  'phones in two waves (held out)': (seed) => {
    const courseOf = usual(seed)
    return (...phone) => {
      const { startsAt, endsAt, error } = courseOf(...phone)
      const isSecond = seededRandom(seed, 'wave', phone[0])() < 0.5
      return { startsAt, endsAt: isSecond ? endsAt + 45_000 : endsAt, error }
    }
  },
}

const seeds = [1, 2, 3]
const phones = 1_800

/**
 * Runs in virtual time against services of several shapes: for how long a place of a region stays empty between two
 * batches, how often the service is asked, and how soon a change is seen.
 */
export async function benchHandover(): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const [name, shape] of Object.entries(shapes)) figures.push(...(await figuresOf(name, shape)))
  return figures
}

async function figuresOf(shape: string, courseOf: Shape): Promise<readonly Figure[]> {
  const runs: Awaited<ReturnType<typeof run>>[] = []
  for (const seed of seeds) runs.push(await run(seed, courseOf))
  const empty = runs.flatMap((one) => one.empty)
  const delays = runs.flatMap((one) => one.delays).toSorted((a, b) => a - b)
  const calls = runs.reduce((sum, one) => sum + one.calls, 0)
  const open = runs.reduce((sum, one) => sum + one.open, 0)
  // A batch that hangs is looked at ever more seldom, and its end is seen the later for it.
  const hangs = shape.endsWith('hangs')
  const figure = (what: string, value: number, unit: string, limit: number | null): Figure => ({
    name: `handover, ${shape}: ${what}`,
    value: Math.round(value * 1_000) / 1_000,
    ...{ unit, limit },
  })
  return [
    figure('place empty between two batches, median', median(empty) / 1_000, 's', 1.5),
    figure('place empty between two batches, most', Math.max(...empty) / 1_000, 's', hangs ? null : 4),
    figure(
      'status calls per second and batch, times median delay',
      (calls / open) * median(delays),
      'calls',
      0.52,
    ),
    figure(
      '99 of 100 changes seen within',
      (delays[Math.ceil(delays.length * 0.99) - 1] ?? Number.NaN) / 1_000,
      's',
      6,
    ),
    figure(
      'least between two looks at a batch',
      Math.min(...runs.map((one) => one.closest)) / 1_000,
      's',
      null,
    ),
    figure('most calls at a time', Math.max(...runs.map((one) => one.mostAtOnce)), 'calls', 3),
  ]
}

async function run(seed: number, courseOf: Shape) {
  const clock = virtualClock()
  const latency = seededRandom(seed, 'latency')
  const service = inProcessService({
    ...{ clock, seed, failureShare: 0.06, courseOf: courseOf(seed) },
    latency: () => 50 + 100 * latency(),
    faultOf: () => undefined,
  })
  const { log, reportedAt } = logReports(clock.now)
  let atOnce = 0
  let mostAtOnce = 0
  let closest = Number.POSITIVE_INFINITY
  const lookedAt = new Map<string, number>()
  const gateway = createGateway({
    ...{ baseUrl: inProcessAddress, userAgent: 'bench', now: clock.now },
    tokens: async () => succeed(service.tokens.current()),
    async fetch(address, init) {
      const batchId = new URL(address).searchParams.get('batchid')
      if (batchId !== null) {
        closest = Math.min(closest, clock.now() - (lookedAt.get(batchId) ?? Number.NEGATIVE_INFINITY))
        lookedAt.set(batchId, clock.now())
      }
      mostAtOnce = Math.max(mostAtOnce, ++atOnce)
      return service.fetch(address, init).finally(() => atOnce--)
    },
  })
  await log.record(runStarted(planRun(phoneListOf(phones))))
  await clock.run(
    startEngine({
      ...{ gateway, log, clock, random: seededRandom(seed, 'spread'), claims: claimsOf(), isResumed: false },
      knownElsewhere: async () => succeed(new Set<string>()),
    }).done,
  )
  if (log.state()?.watching.kind !== 'finished') throw new Error('The run did not finish')

  const batches = service.batches.recent().toReversed()
  const lasts = batches.map(({ items, takenAt, region }) => {
    const endsAt = takenAt + Math.max(...items.map((item) => item.endsAt))
    return { takenAt, region, endsAt }
  })
  return {
    ...{ mostAtOnce, closest, empty: emptyOf(lasts) },
    calls: service.ledger.batches.reduce((sum, { statusCalls }) => sum + statusCalls, 0),
    open: lasts.reduce((sum, { takenAt, endsAt }) => sum + endsAt - takenAt, 0),
    delays: batches.flatMap(({ items, takenAt }) =>
      items.map((item) => (reportedAt.get(item.hardwareId) ?? Number.NaN) - (takenAt + item.endsAt)),
    ),
  }
}

/** For how long, in ms, each place that a batch took had been empty: the one whose batch ended last before. */
function emptyOf(
  batches: readonly { readonly takenAt: number; readonly endsAt: number; readonly region: string }[],
): readonly number[] {
  const free = new Map<string, number[]>()
  return batches.flatMap(({ region, takenAt, endsAt }) => {
    const ends = free.get(region) ?? []
    free.set(region, ends)
    const own = ends.findLastIndex((end) => end <= takenAt)
    const [before] = own < 0 ? [] : ends.splice(own, 1)
    ends.push(endsAt)
    ends.sort((a, b) => a - b)
    return before === undefined ? [] : [takenAt - before]
  })
}
