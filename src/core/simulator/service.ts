import { adminEndpoint, endpointAt, type ServiceParts, type ServiceRequest } from './endpoints.ts'
import type { CallKind } from './ledger.ts'
import { type Refusal, type Reply, refusal } from './reply.ts'

/** The admin API's answer to a request, without a network. */
export function answerRequest(parts: ServiceParts, request: ServiceRequest): Reply {
  const { method, path, headers } = request
  const token = /^Bearer (.+)$/.exec(String(headers['authorization'] ?? ''))?.[1]
  if (token === undefined || !parts.tokens.accepts(token)) return unauthorised
  const endpoint = endpointAt(path)
  if (!endpoint) return refusal(404, 'ResourceNotFound', `There is nothing at ${path}.`)
  if (endpoint.method !== method)
    return refusal(405, 'MethodNotAllowed', `${method} is not allowed here.`, { Allow: endpoint.method })
  const target = headers['x-ms-target-uri']
  // A client may ask for the tenant before it knows the route, because the tenant's answer has it. Policies and devices
  // need none.
  const isUnrouted = target === undefined && mayBeUnrouted.has(endpoint.kind)
  if (!isUnrouted && target !== `https://${adminEndpoint}/`)
    return refusal(400, 'InvalidTargetUri', 'X-MS-Target-Uri does not name the endpoint of this tenant.')
  return endpoint.answer(request, parts)
}

const mayBeUnrouted: ReadonlySet<CallKind> = new Set(['serviceDiscovery', 'tenants', 'policies', 'devices'])

export const unauthorised: Refusal = refusal(
  401,
  'Unauthorized',
  'The bearer token is missing, expired or not one of this service.',
  { 'WWW-Authenticate': 'Bearer' },
)
