import { createGateway } from '../../src/main/gateway/client.ts'
import { startEngine } from '../../src/main/run/engine.ts'
import { createEventLog, type EventLog } from '../../src/main/run/event-log.ts'
import { parseJournal } from '../../src/main/run/journal.ts'
import type { Fault } from '../../src/main/simulator/fault.ts'
import type { Ledger } from '../../src/main/simulator/ledger.ts'
import { seededRandom } from '../../src/main/simulator/random.ts'
import { regions } from '../../src/shared/gateway/region.ts'
import { fail, succeed } from '../../src/shared/result.ts'
import type { PlannedPhone, RunEvent } from '../../src/shared/run/events.ts'
import type { RunPlan } from '../../src/shared/run/plan.ts'
import type { RunState } from '../../src/shared/run/run-state.ts'
import { everyFault } from './every-fault.ts'
import { inProcessAddress, inProcessService } from './in-process-service.ts'
import { hardwareIdOf, runStarted } from './run-samples.ts'
import { virtualClock } from './virtual-clock.ts'

export type ScheduleOutcome = {
  readonly state: RunState
  /** What is on disk at the end. */
  readonly journal: readonly RunEvent[]
  readonly ledger: Ledger
  readonly kills: number
  readonly faults: number
  readonly hours: number
}

/**
 * One run under everything that can go wrong, in virtual time and by seed alone: faults of the wire, refusals,
 * somebody else's batches, tokens that expire and cannot be renewed for a while, and kills of the process at
 * any moment (a torn last line among what they leave), each followed by a resume, until the run ends.
 */
export async function faultSchedule(seed: number): Promise<ScheduleOutcome> {
  const random = seededRandom(seed, 'schedule')
  const below = (limit: number): number => Math.floor(random() * limit)
  const clock = virtualClock()
  const begun = clock.now()
  const plan = smallBatches(5 + below(40), 1 + below(6))
  const troubledUntil = begun + below(40) * 60_000
  const faultShare = random() * 0.6
  let faults = 0

  const service = inProcessService({
    clock,
    seed,
    failureShare: random() * 0.4,
    ...(random() < 0.5 && { tokenLifetimeMs: 60_000 + below(600_000) }),
    latency: () => 20 + below(3_000),
    faultOf() {
      if (clock.now() > troubledUntil || random() >= faultShare) return undefined
      faults++
      return anyFault[below(anyFault.length)]
    },
  })
  for (let other = below(4); other > 0; other--)
    service.batches.take(
      regions[below(3)] ?? 'NOAM',
      [{ userName: 'other@contoso.com', hardwareId: hardwareIdOf(60_000 + other) }],
      'other',
    )

  let disk = Buffer.alloc(0)
  let kills = 0
  let log: EventLog | undefined
  for (let life = 0; ; life++) {
    const { events: past, soundBytes } = parseJournal(disk)
    disk = disk.subarray(0, soundBytes)
    let alive = true
    // After a kill nothing that was under way ever comes back to this life.
    const whileAlive = <Value>(value: Promise<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        value.then(
          (one) => alive && resolve(one),
          (error) => alive && reject(error),
        )
      })
    let killed = (): void => {}
    const death = new Promise<void>((resolve) => {
      killed = resolve
    })
    const kill = (): void => {
      alive = false
      kills++
      killed()
    }
    const mayDie = life < 6 && random() < 0.7
    const killAfter = mayDie ? 1 + below(60) : Number.POSITIVE_INFINITY
    let steps = 0
    const step = (): boolean => {
      if (alive && ++steps >= killAfter) kill()
      return alive
    }
    log = createEventLog({
      past,
      now: clock.now,
      publish: () => {},
      journal: {
        file: 'virtual',
        append: (event) =>
          whileAlive(
            (async () => {
              if (!alive) return
              const line = Buffer.from(`${JSON.stringify(event)}\n`)
              if (step()) disk = Buffer.concat([disk, line])
              // Killed while it was written: some of the line is there, or all of it, or nothing.
              else disk = Buffer.concat([disk, line.subarray(0, below(line.length + 1))])
            })(),
          ),
        close: async () => {},
      },
    })
    const gateway = createGateway({
      baseUrl: inProcessAddress,
      userAgent: 'test',
      now: clock.now,
      fetch: (address, init) => {
        if (!step()) return new Promise(() => {})
        return whileAlive(
          service.fetch(address, init).then((response) => {
            step()
            return response
          }),
        )
      },
      tokens: async ({ renew }) => {
        if (!renew) return succeed(service.tokens.current())
        return clock.now() < troubledUntil && random() < 0.5
          ? fail({ message: 'The operator must sign in.' })
          : succeed(service.tokens.renew())
      },
    })
    const life_ = (async () => {
      if (past.length === 0) await log.record(runStarted(plan))
      else await log.record({ type: 'WatchResumed' })
      await startEngine({ gateway, log, clock, random, knownElsewhere: async () => new Set() }).done
    })()
    await clock.run(Promise.race([life_, death]))
    if (!alive) {
      await clock.run(clock.sleep(below(120) * 60_000))
      continue
    }
    const state = log.state()
    if (!state) throw new Error('The run never began')
    // Stopped for now: rights, or something undecided. The operator looks again later, a few times.
    if (state.watching.kind === 'finished' || life > 12)
      return {
        state,
        journal: parseJournal(disk).events,
        ledger: service.ledger,
        kills,
        faults,
        hours: (clock.now() - begun) / 3_600_000,
      }
    await clock.run(clock.sleep(below(60) * 60_000))
  }
}

const anyFault: readonly (Fault | 'refused')[] = ['refused', ...everyFault]

/** Batches of a few phones instead of a hundred: the same logic, thousands of schedules a minute. */
function smallBatches(size: number, perBatch: number): RunPlan {
  const phones = Array.from(
    { length: size },
    (_, index): PlannedPhone => ({
      row: index + 2,
      username: `phone${index}@contoso.com`,
      hardwareId: hardwareIdOf(index),
      region: regions[index % regions.length] ?? 'NOAM',
    }),
  )
  const batches = regions.flatMap((region) => {
    const indexes = phones.flatMap((phone, index) => (phone.region === region ? [index] : []))
    return Array.from({ length: Math.ceil(indexes.length / perBatch) }, (_, batch) => ({
      region,
      phones: indexes.slice(batch * perBatch, (batch + 1) * perBatch),
    }))
  })
  return { phones, batches, leftOut: [] }
}
