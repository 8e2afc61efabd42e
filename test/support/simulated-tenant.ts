import type { BatchPhone } from '../../src/core/gateway/gateway.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../src/core/simulator/simulator.ts'
import { hardwareIdOf } from './run-samples.ts'

/** A simulator whose time stands still until it is moved. */
export type HeldSimulator = Simulator & {
  /** Lets simulated ms pass (at the speed 1). */
  pass(ms: number): void
}

export async function heldSimulator(options: Partial<SimulatorOptions> = {}): Promise<HeldSimulator> {
  let now = Date.parse('2026-03-02T09:00:00Z')
  const simulator = await startSimulator({ now: () => now, ...options })
  // Not spread: the latest token is a getter.
  return Object.assign(simulator, {
    pass: (ms: number) => {
      now += ms
    },
  })
}

/** Phones as the service takes them, by number. */
export const batchPhones = (size: number, first = 0): readonly BatchPhone[] =>
  Array.from({ length: size }, (_, index) => ({
    userName: `phone${first + index}@contoso.com`,
    hardwareId: hardwareIdOf(first + index),
  }))

export type RawAnswer = { readonly status: number; readonly headers: Headers; readonly body: unknown }

/** A request as it goes over the wire, with what the simulator asks for unless it is said otherwise. */
export async function request(
  { baseUrl, token }: Pick<Simulator, 'baseUrl' | 'token'>,
  path: string,
  options: {
    readonly method?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: unknown
  } = {},
): Promise<RawAnswer> {
  const { method = 'GET', headers = {}, body } = options
  const response = await fetch(`${baseUrl}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'X-MS-Target-Uri': 'https://admin.simulated.example/',
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

export const gatewayPath = '/Teams.SipDevicesGatewayManagement/v1'

export const submit = (
  simulator: Pick<Simulator, 'baseUrl' | 'token'>,
  body: unknown,
  region = 'NOAM',
): Promise<RawAnswer> =>
  request(simulator, `${gatewayPath}/createbatch?TargetRegion=${region}`, { method: 'POST', body })
