import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Guidance } from '../../shared/gateway/guidance.ts'
import type { Region } from '../../shared/gateway/region.ts'
import type { Operator, Tenant } from '../../shared/gateway/tenant.ts'
import { createAccounts } from './accounts.ts'
import { createBatches, type RequestedPhone } from './batches.ts'
import { createDevices } from './devices.ts'
import type { ServiceParts } from './endpoints.ts'
import type { Faults } from './fault.ts'
import { simulatedOperator, simulatedOperatorId, simulatedTenant } from './identity.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createOutcomes } from './outcomes.ts'
import type { Casing } from './reply.ts'
import { createResponder } from './responder.ts'
import { createTokens } from './tokens.ts'

export type SimulatorOptions = {
  /** Wall time in ms since the epoch. Everything is computed from it when asked; there are no timers. */
  readonly now: () => number
  /** How many times faster than the service; phones take one to six minutes of simulated time. */
  readonly speed?: number
  readonly seed?: number
  /** The share of phones that fail at the first attempt, 0 to 1. */
  readonly failureShare?: number
  /** The one reason for all failures, as if the tenant lacked something. Without it, documented reasons take turns. */
  readonly failFor?: Guidance['code']
  /** The share of accounts with a defect that a lookup shows, 0 to 1. Without it, accounts are as phones need them. */
  readonly unpreparedShare?: number
  readonly casing?: Casing
  /** A free one unless given. */
  readonly port?: number
  /** A random one unless given. */
  readonly token?: string
  /** In simulated ms. Without it, tokens stay good. */
  readonly tokenLifetimeMs?: number
  /** Whether a token that is not its own is good. For tests, whose sign-in has its own issuer. */
  readonly accepts?: (token: string) => boolean
  /** The tenant that it reports, instead of the simulated one. */
  readonly tenant?: Tenant
  /** The operator that it names for a batch, instead of the simulated one. */
  readonly operatorId?: string
  readonly faults?: Faults
  /** The fault `delay` needs it. */
  readonly sleep?: (ms: number) => Promise<void>
}

export type Simulator = {
  readonly baseUrl: string
  /** The latest one. */
  readonly token: string
  readonly tenant: Tenant
  readonly operator: Operator
  readonly ledger: Ledger
  /** Issues another token. Earlier ones stay good for the rest of their lifetime. */
  renewToken(): string
  /** Adds phones to the device inventory, which starts empty. */
  onboard(hardwareIds: readonly string[]): void
  /** Starts a batch of somebody else in the tenant, and answers its ID. */
  startElsewhere(region: Region, phones: readonly RequestedPhone[]): string
  close(): Promise<void>
}

/**
 * The built-in stand-in for the admin API: HTTP on 127.0.0.1, with the paths, shapes and refusals of the service. The
 * seed decides the outcomes. Rejects when the port is taken.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const {
    now,
    speed = 1,
    seed = 1,
    failureShare = 0.06,
    casing = 'camel',
    tenant = simulatedTenant,
    operatorId = simulatedOperatorId,
  } = options
  const ledger = createLedger()
  const { failFor, unpreparedShare } = options
  const accounts = createAccounts(seed, unpreparedShare ?? 0)
  const decides = unpreparedShare === undefined ? undefined : accounts
  const courseOf = createOutcomes(seed, failureShare, failFor, decides)
  const batches = createBatches({ now, speed, courseOf })
  const devices = createDevices({ seed, now, batches, problemOf: courseOf.problemOf })
  const tokens = createTokens({
    first: options.token,
    lifetimeMs: options.tokenLifetimeMs,
    accepts: options.accepts,
    now: () => now() * speed,
  })
  const service: ServiceParts = { accounts, batches, devices, ledger, tokens, tenant, operatorId }
  const respond = createResponder({ service, casing, faults: options.faults, sleep: options.sleep })
  const server = await listen(respond, options.port ?? 0)
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    get token() {
      return tokens.current()
    },
    tenant,
    operator: simulatedOperator,
    ledger: ledger.ledger,
    renewToken: tokens.renew,
    onboard: devices.onboard,
    startElsewhere: (region, phones) => batches.take(region, phones, someoneElse).batchId,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const someoneElse = '00000000-0000-4000-8000-0000000000e1'

async function listen(
  respond: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  port: number,
) {
  // Loaded when needed: it brings Node's whole HTTP client, and commands without a tenant don't need it.
  const { createServer } = await import('node:http')
  const server = createServer((request, response) => {
    void respond(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
  return server
}
