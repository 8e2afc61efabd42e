import { fail } from '../../shared/result.ts'
import { createKnownSecrets } from '../../shared/text/secrets/known-secrets.ts'
import { adminApiResource, isAllowedBaseUrl } from './address.ts'
import { sendAuthorised } from './authorised-call.ts'
import type { Wire } from './call.ts'
import type { GatewayOptions } from './client.ts'
import { beforeTheCall, discoverRoute, routeFinder } from './discovery.ts'
import { errorCodeIn } from './failures.ts'
import { discoveryPath, gatewayPath, tenantsPath } from './paths.ts'
import { readAnswer, readJson } from './read-answer.ts'
import { readPages } from './read-pages.ts'
import { byForest, byTargetUri, type Routing, unrouted } from './routing.ts'
import { discovery, type Route, tenantRoute } from './schemas.ts'
import type { PolicyType, Read, TenantReads } from './tenant-reads.ts'

/**
 * Reads a tenant over the admin API, with the headers that Microsoft's module sends call by call. All calls are GET. The
 * paths come from the module 7.9.0 (terraprovider/go-teams) and were never seen by this project on a live tenant.
 */
export function createTenantReads(options: GatewayOptions): TenantReads {
  const { baseUrl, fetch, tokens, userAgent, largestAnswer, now = Date.now, onCall } = options
  if (!isAllowedBaseUrl(baseUrl)) throw new TypeError(`Not an address of the admin API: ${baseUrl}`)
  const common = { fetch, userAgent, largestAnswer, secrets: createKnownSecrets(), now, onCall }
  const wire: Wire = { ...common, baseUrl, resource: adminApiResource }
  const timeoutMs = options.timeouts?.other ?? 30_000
  const findRoute = routeFinder((signal) => discoverRoute(wire, tokens, timeoutMs, signal))
  let known: Route | undefined

  /** `learn`: the schema of an answer that has the route in it. */
  async function read(
    path: string,
    routing: Routing,
    signal: AbortSignal | undefined,
    more: { readonly pathInLog?: string; readonly learn?: typeof discovery | typeof tenantRoute } = {},
  ): Promise<Read> {
    const { learn, ...shown } = more
    const startedAt = performance.now()
    const sent = await sendAuthorised(
      wire,
      tokens,
      { method: 'GET', path, timeoutMs, signal, ...shown },
      routing,
    )
    const ms = Math.round(performance.now() - startedAt)
    if (!sent.ok) {
      const { correlationId } = sent.failure
      return { ms, ...(correlationId !== undefined && { correlationId }), answer: sent }
    }
    const { status, correlationId, warning, body } = sent.value
    const route = learn && readAnswer(wire, sent.value, learn)
    if (route?.ok) known ??= route.value
    const errorCode = status >= 400 ? errorCodeIn(body.text) : undefined
    return {
      ...{ ms, status, correlationId },
      ...(warning !== undefined && { warning }),
      ...(errorCode !== undefined && { errorCode }),
      answer: readJson(wire, sent.value),
    }
  }

  async function readRouted(path: string, signal: AbortSignal | undefined, pathInLog = path): Promise<Read> {
    if (!known) {
      const found = await findRoute(signal)
      if (!found.ok) return { ms: 0, answer: fail(beforeTheCall(found.failure, new URL(baseUrl).host)) }
      known = found.value
    }
    return read(path, byTargetUri(known), signal, { pathInLog })
  }

  return {
    routing: (signal) => read(discoveryPath, unrouted, signal, { learn: discovery }),
    tenant: (signal) =>
      read(tenantsPath, known ? byTargetUri(known) : unrouted, signal, { learn: tenantRoute }),
    batchHistory: (signal) => readRouted(`${gatewayPath}/batchsummaries`, signal),
    batch: (batchId, signal) =>
      readRouted(`${gatewayPath}/batchstatus?batchid=${encodeURIComponent(batchId.toWellFormed())}`, signal),
    // Others read policies without any of these headers: where no route is known, there is no need of one.
    policies: (type: PolicyType, signal) =>
      read(`/Skype.Policy/configurations/${type}`, byForest(known), signal),
    account: (id, signal) =>
      readRouted(
        `/Teams.User/users/${encodeURIComponent(id.toWellFormed())}`,
        signal,
        '/Teams.User/users/{account}',
      ),
    // As the module asks for several (Get-CsOnlineUser with a list of names).
    accounts: (usernames, signal) =>
      readPages(
        `/Teams.User/users?psfilter=${encodeURIComponent(usernames.map(byUsername).join(' or '))}`,
        (path) => readRouted(path, signal, '/Teams.User/users?psfilter={accounts}'),
        baseUrl,
      ),
  }
}

const byUsername = (name: string): string =>
  `userprincipalname eq '${name.toWellFormed().replaceAll("'", "''")}'`
