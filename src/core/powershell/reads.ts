import { fail, succeed } from '../../shared/result.ts'
import { serviceBaseUrl } from '../gateway/address.ts'
import { errorCodeIn } from '../gateway/failures.ts'
import { readJson } from '../gateway/read-answer.ts'
import type { PolicyType, Read, TenantReads } from '../gateway/tenant-reads.ts'
import { answerOf } from './answers.ts'
import { type Connection, moduleName } from './connection.ts'
import { readMs, withoutAnswer } from './gateway.ts'
import type { BridgeRequest } from './messages.ts'

/** Reads a tenant by Microsoft's cmdlets. The module finds the route to the tenant's part of the service by itself. */
export function createPowerShellReads(connection: Connection, now: () => number): TenantReads {
  async function read(request: BridgeRequest, signal?: AbortSignal): Promise<Read> {
    const ready = await connection.ready(signal)
    if (!ready.ok) return { ms: 0, answer: ready }
    const startedAt = performance.now()
    const asked = await connection.ask(ready.value, request, readMs, signal)
    const ms = Math.round(performance.now() - startedAt)
    const failure = withoutAnswer(asked)
    if (failure || asked.kind !== 'answered') return { ms, answer: fail(failure ?? { kind: 'not-found' }) }
    const answer = answerOf(asked.answer)
    const { status, correlationId, warning, body } = answer
    const errorCode = status >= 400 ? errorCodeIn(body.text) : undefined
    return {
      ...{ ms, status },
      ...(correlationId !== '' && { correlationId }),
      ...(warning !== undefined && { warning }),
      ...(errorCode !== undefined && { errorCode }),
      answer: readJson({ baseUrl: serviceBaseUrl, now }, answer),
    }
  }

  return {
    async routing(signal) {
      const ready = await connection.ready(signal)
      if (!ready.ok) return { ms: 0, answer: ready }
      return {
        ms: 0,
        answer: fail({ kind: 'unexpected', status: 0, why: { code: 'missing', host: moduleName } }),
      }
    },
    tenant: (signal) => read({ op: 'tenant' }, signal),
    batchHistory: (signal) => read({ op: 'summaries' }, signal),
    batch: (batchId, signal) => read({ op: 'status', batchId }, signal),
    policies: (type, signal) => read({ op: cmdlets[type] }, signal),
    account: (user, signal) => read({ op: 'user', user }, signal),
    // The caller asks one by one for accounts that the answer lacks, as for names that no filter may contain.
    async accounts(usernames, signal) {
      const plain = usernames.filter((name) => /^[a-z\d._@-]+$/i.test(name))
      if (plain.length === 0) return { ms: 0, answer: succeed([]) }
      const filter = plain.map((name) => `UserPrincipalName -eq '${name}'`).join(' -or ')
      return read({ op: 'users', filter }, signal)
    },
  }
}

const cmdlets = {
  TeamsSipDevicesConfiguration: 'sipDevices',
  TeamsIPPhonePolicy: 'phonePolicies',
  TeamsCallingPolicy: 'callingPolicies',
  TenantTrustedIPAddress: 'trustedIps',
} as const satisfies Readonly<Record<PolicyType, string>>
