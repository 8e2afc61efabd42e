import type { ServerResponse } from 'node:http'
import { createGateway, type GatewayOptions } from '../../src/core/gateway/client.ts'
import type { Gateway, Outcome } from '../../src/core/gateway/gateway.ts'
import type { GatewayFailure } from '../../src/shared/gateway/failure.ts'
import { succeed } from '../../src/shared/result.ts'
import { type SeenRequest, type SmallServer, smallServer } from './small-server.ts'

export const discoveryPath = '/Teams.Tenant/serviceDiscovery'

export type AdminApi = SmallServer & {
  readonly gateway: Gateway
  /** What came after discovery. */
  readonly calls: () => readonly SeenRequest[]
}

/** The real client against a server that answers discovery as documented and the rest as told. */
export async function adminApi(
  answer: (request: SeenRequest, response: ServerResponse) => void,
  options: Partial<GatewayOptions> = {},
): Promise<AdminApi> {
  const server = await smallServer((request, response) => {
    if (request.path === discoveryPath) json(response, 200, route)
    else answer(request, response)
  })
  return {
    ...server,
    gateway: gatewayTo(server.baseUrl, options),
    calls: () => server.seen.filter(({ path }) => path !== discoveryPath),
  }
}

export function gatewayTo(baseUrl: string, options: Partial<GatewayOptions> = {}): Gateway {
  return createGateway({
    baseUrl,
    fetch,
    userAgent: 'client-test/1.0',
    tokens: async () => succeed('first-token'),
    ...options,
  })
}

export const route = {
  Endpoints: { AdminServiceEndpoint: 'admin.contoso.example', ConfigApiEndpoint: 'config.contoso.example' },
  Headers: { 'X-MS-Forest': 'forest-1' },
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** The failure of an outcome that has to be one. */
export function failureIn(outcome: Outcome<unknown>): GatewayFailure {
  if (outcome.ok) throw new Error(`Expected a failure, got ${JSON.stringify(outcome.value)}`)
  return outcome.failure
}

/** The value of an outcome that has to have one. */
export function valueIn<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`Expected a value, got ${JSON.stringify(outcome.failure)}`)
  return outcome.value
}
