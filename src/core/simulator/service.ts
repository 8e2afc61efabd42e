import type { Tenant } from '../../shared/gateway/tenant.ts'
import type { Batches } from './batches.ts'
import { adminEndpoint, endpoints } from './endpoints.ts'
import type { LedgerWriter } from './ledger.ts'
import { type Refusal, type Reply, refusal } from './reply.ts'
import type { Tokens } from './tokens.ts'

export type ServiceRequest = {
  readonly method: string
  /** Without its query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
}

export type ServiceParts = {
  readonly batches: Batches
  readonly ledger: LedgerWriter
  readonly tokens: Tokens
  readonly tenant: Tenant
  /** Whom its records name as having asked for a batch. */
  readonly operatorId: string
}

/** The admin API's answer to a request, without a network. */
export function answerRequest(parts: ServiceParts, request: ServiceRequest): Reply {
  const { method, path, headers } = request
  const token = /^Bearer (.+)$/.exec(String(headers['authorization'] ?? ''))?.[1]
  if (token === undefined || !parts.tokens.accepts(token)) return unauthorised
  const endpoint = endpoints[path]
  if (!endpoint) return refusal(404, 'ResourceNotFound', `There is nothing at ${path}.`)
  if (endpoint.method !== method)
    return refusal(405, 'MethodNotAllowed', `${method} is not allowed here.`, { Allow: endpoint.method })
  if (endpoint.kind !== 'serviceDiscovery' && headers['x-ms-target-uri'] !== `https://${adminEndpoint}/`)
    return refusal(400, 'InvalidTargetUri', 'X-MS-Target-Uri does not name the endpoint of this tenant.')
  return endpoint.answer(request, parts)
}

export const unauthorised: Refusal = refusal(
  401,
  'Unauthorized',
  'The bearer token is missing, expired or not one of this service.',
  { 'WWW-Authenticate': 'Bearer' },
)
