import type { z } from 'zod'
import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { fail, succeed } from '../../shared/result.ts'
import { createKnownSecrets } from '../../shared/text/secrets/known-secrets.ts'
import type { Fetch } from '../network/fetch.ts'
import { adminApiResource, isAllowedBaseUrl } from './address.ts'
import { sendAuthorised, sendOnce } from './authorised-call.ts'
import type { Answer, Call, CallRecord, Wire } from './call.ts'
import { readCreateBatchAnswer } from './create-batch-answer.ts'
import { beforeTheCall, discoverRoute, routeFinder } from './discovery.ts'
import type { Gateway, Outcome, TokenProvider } from './gateway.ts'
import { gatewayPath, tenantsPath } from './paths.ts'
import { readAnswer, readStatus } from './read-answer.ts'
import { byTargetUri } from './routing.ts'
import { batchReport, batchSummaries, tenantAnswer } from './schemas.ts'

export type GatewayOptions = {
  /** One that isAllowedBaseUrl accepts; any other is a bug and throws. */
  readonly baseUrl: string
  readonly fetch: Fetch
  readonly tokens: TokenProvider
  /** Our own honest name and version. */
  readonly userAgent: string
  /** How long to wait for an answer, in ms. Taking a batch of 100 may take the service a while. */
  readonly timeouts?: { readonly createBatch?: number; readonly other?: number }
  /** In bytes, where that is less than limitsOf allows. */
  readonly largestAnswer?: number
  readonly now?: () => number
  /** Told of every HTTP call, also of repeated ones; never of tokens and bodies. */
  readonly onCall?: (call: CallRecord) => void
}

/**
 * The admin API over HTTP. Our knowledge of it comes from the MicrosoftTeams PowerShell module 7.7.0 and from
 * terraprovider/go-teams. Nobody here has seen it on a live tenant, so the client reads answers liberally; anything else
 * is an `unexpected` failure with the beginning of the answer. No method rejects for what the network or the service does.
 * The client repeats only calls that change nothing and were answered with 401.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { baseUrl, fetch, tokens, userAgent, largestAnswer, now = Date.now, onCall } = options
  if (!isAllowedBaseUrl(baseUrl)) throw new TypeError(`Not an address of the admin API: ${baseUrl}`)
  const secrets = createKnownSecrets()
  const resource = adminApiResource
  const wire: Wire = { baseUrl, resource, fetch, userAgent, largestAnswer, secrets, now, onCall }
  const { createBatch: createBatchMs = 60_000, other: otherMs = 30_000 } = options.timeouts ?? {}

  const findRoute = routeFinder((signal) => discoverRoute(wire, tokens, otherMs, signal))

  async function send(call: Call): Promise<Outcome<Answer>> {
    const route = await findRoute(call.signal)
    if (!route.ok) return fail(beforeTheCall(route.failure, new URL(baseUrl).host))
    return sendAuthorised(wire, tokens, call, byTargetUri(route.value))
  }

  async function ask<Content>(call: Call, schema: z.ZodType<Content>): Promise<Outcome<Content>> {
    const answer = await send(call)
    return answer.ok ? readAnswer(wire, answer.value, schema) : answer
  }

  const get = (path: string, signal: AbortSignal | undefined): Call => ({
    method: 'GET',
    path,
    timeoutMs: otherMs,
    signal,
  })

  return {
    async createBatch(region, phones, signal) {
      const path = `${gatewayPath}/createbatch?TargetRegion=${region}`
      const body = phones.map(({ userName, hardwareId }) => ({ userName, hardwareId }))
      const route = await findRoute(signal)
      if (!route.ok) return fail(beforeTheCall(route.failure, new URL(baseUrl).host))
      const call: Call = { method: 'POST', path, body, timeoutMs: createBatchMs, signal }
      const answer = await sendOnce(wire, tokens, call, byTargetUri(route.value))
      if (!answer.ok) return answer
      const outcome = readCreateBatchAnswer(wire, answer.value)
      const { warning } = answer.value
      if (outcome.ok) return succeed({ ...outcome.value, ...(warning !== undefined && { warning }) })
      if (outcome.failure.kind !== 'expired') return outcome
      // The next submission gets another token, or says why there is none.
      const renewed = await tokens({ resource, renew: true, ...(signal && { signal }) })
      return renewed.ok
        ? outcome
        : fail({ ...outcome.failure, why: { code: 'no-token', signIn: renewed.failure.kind } })
    },
    async batchStatus(batchId, signal) {
      const path = `${gatewayPath}/batchstatus?batchid=${encodeURIComponent(batchId.toWellFormed())}`
      const outcome = await ask(get(path, signal), batchReport)
      if (!outcome.ok) return outcome
      const answered = outcome.value.batchId ?? batchId
      return answered.toLowerCase() === batchId.toLowerCase()
        ? succeed({ ...outcome.value, batchId: answered })
        : fail(anotherBatch(answered, new URL(baseUrl).host))
    },
    batchSummaries: (signal) => ask(get(summariesPath, signal), batchSummaries),
    async checkAccess(signal) {
      const answer = await send(get(summariesPath, signal))
      return answer.ok ? readStatus(wire, answer.value) : answer
    },
    tenant: (signal) => ask(get(tenantsPath, signal), tenantAnswer),
  }
}

const summariesPath = `${gatewayPath}/batchsummaries`

function anotherBatch(said: string, host: string): GatewayFailure {
  return { kind: 'unexpected', status: 200, why: { code: 'another-batch', host }, said }
}
