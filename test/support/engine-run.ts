import type { Claims } from '../../src/core/run/claims.ts'
import { type Engine, startEngine } from '../../src/core/run/engine.ts'
import { createEventLog, type EventLog } from '../../src/core/run/event-log.ts'
import type { Journal } from '../../src/core/run/journal-writer.ts'
import { type fail, succeed } from '../../src/shared/result.ts'
import type { ClaimsTrouble } from '../../src/shared/run/claims-trouble.ts'
import type { RunEvent, RunHappening } from '../../src/shared/run/events.ts'
import type { RunPlan } from '../../src/shared/run/plan.ts'
import { claimsOf } from './claims-of.ts'
import { fleetingLog } from './fleeting-log.ts'
import { runStarted } from './run-samples.ts'
import { type ScriptedGateway, scriptedGateway } from './scripted-gateway.ts'
import { type VirtualClock, virtualClock } from './virtual-clock.ts'

export type EngineRun = {
  readonly clock: VirtualClock
  readonly gateway: ScriptedGateway
  readonly log: EventLog
  readonly published: readonly RunEvent[]
  /** Starts the engine on the log and lets virtual time pass to its end. */
  toEnd(during?: (engine: Engine) => Promise<void>): Promise<void>
}

/** An engine on virtual time with a journal in memory, or on one that is given. */
export async function engineRun(
  plan: RunPlan,
  options: {
    readonly script?: Parameters<typeof scriptedGateway>[1]
    readonly journal?: Journal
    readonly past?: readonly RunHappening[]
    /** Batches of other runs on this disk. */
    readonly knownElsewhere?: readonly string[]
    /** Why the runs on this disk can't be listed, asked each time. */
    readonly othersUnread?: () => ReturnType<typeof fail<ClaimsTrouble>> | undefined
    readonly keepGoing?: boolean
    /** What other runs on this disk have of the phones. */
    readonly claims?: Claims
    readonly isResumed?: boolean
  } = {},
): Promise<EngineRun> {
  const clock = virtualClock()
  const gateway = scriptedGateway({ ...clock, now: clock.steady }, options.script)
  const published: RunEvent[] = []
  const { log, onEvent } = fleetingLog(
    createEventLog({
      journal: options.journal ?? { file: 'memory', append: async () => {}, close: async () => {} },
      now: clock.now,
      publish(event) {
        onEvent()
        published.push(event)
      },
    }),
  )
  for (const happening of [runStarted(plan), ...(options.past ?? [])]) await log.record(happening)
  return {
    clock,
    gateway,
    log,
    published,
    async toEnd(during) {
      const engine = startEngine({
        ...{ gateway, log, clock, random: () => 0.5 },
        knownElsewhere: async () => options.othersUnread?.() ?? succeed(new Set(options.knownElsewhere)),
        keepGoing: options.keepGoing ?? false,
        claims: options.claims ?? claimsOf(),
        isResumed: options.isResumed ?? false,
      })
      await clock.run(Promise.all([engine.done, during?.(engine)]))
    },
  }
}
