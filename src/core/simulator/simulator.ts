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
  /** Which part of the phones does not sign in at the first attempt, 0 to 1. */
  readonly failureShare?: number
  /** For what all of them fail, as where something is missing in the tenant; else for all documented reasons in turn. */
  readonly failFor?: Guidance['code']
  /** Which part of the accounts has a defect that a lookup shows, 0 to 1. Without it, accounts are as phones need them. */
  readonly unpreparedShare?: number
  readonly casing?: Casing
  /** A free one unless given. */
  readonly port?: number
  /** A random one unless given. */
  readonly token?: string
  /** In simulated ms; without it tokens stay good. */
  readonly tokenLifetimeMs?: number
  /** Which tokens besides its own are good; for tests, whose sign-in has an issuer of its own. */
  readonly accepts?: (token: string) => boolean
  /** Who it says it is, unless the simulated tenant. */
  readonly tenant?: Tenant
  /** Whom it names as having asked for a batch, unless the simulated operator. */
  readonly operatorId?: string
  readonly faults?: Faults
  /** For the fault `delay`, which cannot do without. */
  readonly sleep?: (ms: number) => Promise<void>
}

export type Simulator = {
  readonly baseUrl: string
  /** The latest one. */
  readonly token: string
  readonly tenant: Tenant
  readonly operator: Operator
  readonly ledger: Ledger
  /** Issues another token; the ones before stay good for the rest of their lifetime. */
  renewToken(): string
  /** Tells the device inventory of phones, which has none of its own. */
  onboard(hardwareIds: readonly string[]): void
  /** A batch that somebody else of the tenant has started; answers its ID. */
  startElsewhere(region: Region, phones: readonly RequestedPhone[]): string
  close(): Promise<void>
}

/**
 * The built-in stand-in for the admin API: HTTP on 127.0.0.1, the paths, shapes and refusals of the service,
 * outcomes by seed. Rejects when the port is taken.
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
  // Loaded when it is needed, for it brings Node's whole HTTP client, which a command without a tenant does without.
  const { createServer } = await import('node:http')
  const server = createServer((request, response) => {
    void respond(request, response)
  })
  // A connection that was closed for having been idle would lose a request that is on its way at that moment.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
  return server
}
