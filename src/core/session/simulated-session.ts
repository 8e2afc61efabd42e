import { randomUUID } from 'node:crypto'
import { succeed } from '../../shared/result.ts'
import { hurriedClock } from '../clock/clock.ts'
import { createGateway } from '../gateway/client.ts'
import { createTenantReads } from '../gateway/read-tenant.ts'
import { createDeviceInventory } from '../inventory/create-device-inventory.ts'
import { startSimulator } from '../simulator/simulator.ts'
import { createLoopbackFetch } from './loopback-fetch.ts'
import type { TenantSession } from './tenant-session.ts'

/** Enough for each defect of accounts to occur among a few hundred phones, so that readiness has something to show. */
const demoUnpreparedShare = 0.1

/** Enters the simulated tenant: a simulator of its own on loopback, `speed` times faster than a real service. */
export async function exploreSimulatedTenant(options: {
  readonly userAgent: string
  readonly speed: number
  readonly seed?: number
  /** Whether its accounts lack nothing. */
  readonly isPrepared?: boolean
}): Promise<TenantSession> {
  const { userAgent, speed, seed, isPrepared = false } = options
  const clock = hurriedClock(speed)
  const simulator = await startSimulator({
    ...{ now: clock.now, speed },
    ...(!isPrepared && { unpreparedShare: demoUnpreparedShare }),
    ...(seed !== undefined && { seed }),
  })
  const service = {
    ...{ baseUrl: simulator.baseUrl, fetch: createLoopbackFetch(), userAgent },
    tokens: async () => succeed(simulator.token),
  }
  const inventory = createDeviceInventory({ ...service, clock })
  return {
    tenant: { ...simulator.tenant, simulator: randomUUID() },
    operator: simulator.operator,
    clock,
    gateway: createGateway(service),
    reads: createTenantReads(service),
    inventory: {
      read(hardwareIds, options) {
        // All phones of a list have come to the simulated tenant.
        simulator.onboard(hardwareIds)
        return inventory.read(hardwareIds, options)
      },
    },
    end: () => simulator.close(),
  }
}
