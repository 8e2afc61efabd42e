import { randomUUID } from 'node:crypto'
import { succeed } from '../../shared/result.ts'
import { hurriedClock } from '../clock/clock.ts'
import { createGateway } from '../gateway/client.ts'
import type { Session } from '../run/session.ts'
import { startSimulator } from '../simulator/simulator.ts'

/** Enters the simulated tenant: a simulator of its own on loopback, `speed` times faster than a real service. */
export async function exploreSimulatedTenant(options: {
  readonly userAgent: string
  readonly speed: number
  readonly seed?: number
}): Promise<Session> {
  const { userAgent, speed, seed } = options
  const clock = hurriedClock(speed)
  const simulator = await startSimulator({ now: clock.now, speed, ...(seed !== undefined && { seed }) })
  return {
    tenant: { ...simulator.tenant, simulator: randomUUID() },
    operator: simulator.operator,
    clock,
    gateway: createGateway({
      baseUrl: simulator.baseUrl,
      fetch,
      userAgent,
      tokens: async () => succeed(simulator.token),
    }),
    end: () => simulator.close(),
  }
}
