import { compare, valuesOf } from '../../shared/doctor/compare.ts'
import { expectations } from '../../shared/doctor/expectations.ts'
import { shownCode } from '../../shared/doctor/masks.ts'
import {
  type Check,
  type CheckId,
  type CheckOutcome,
  checkIds,
  type DoctorReport,
  type Unprepared,
} from '../../shared/doctor/report.ts'
import { maskedSentence } from '../../shared/doctor/vocabulary.ts'
import type { Operator, Tenant } from '../../shared/gateway/tenant.ts'
import type { ModuleFacts } from '../../shared/powershell/module-facts.ts'
import type { Read, TenantReads } from '../gateway/tenant-reads.ts'

/**
 * Tests a tenant. Reads everything that the app will need of it, one thing after the other, and compares the answers
 * with the documentation. Changes nothing in the tenant. `onCheck` hears of each check as it ends.
 */
export async function examineTenant(options: {
  readonly session: {
    readonly tenant: Tenant
    readonly operator: Operator
    readonly reads: TenantReads
    /** Absent for direct calls to the admin API. */
    readonly way?: 'powershell'
    readonly module?: () => ModuleFacts | undefined
  }
  readonly appVersion: string
  readonly now: () => number
  readonly signal?: AbortSignal
  readonly onCheck?: (check: Check) => void
}): Promise<DoctorReport> {
  const { session, appVersion, now, signal, onCheck } = options
  const { tenant, operator, reads } = session
  const account = operator.objectId ?? (operator.username.includes('@') ? operator.username : undefined)
  const checks: Check[] = []
  let latest: string | undefined

  const asked: Readonly<Record<CheckId, () => Promise<Read> | 'no-batch' | 'no-account'>> = {
    routing: () => reads.routing(signal),
    tenant: () => reads.tenant(signal),
    'batch-history': () => reads.batchHistory(signal),
    'latest-batch': () => (latest === undefined ? 'no-batch' : reads.batch(latest, signal)),
    'sip-devices': () => reads.policies('TeamsSipDevicesConfiguration', signal),
    'phone-policies': () => reads.policies('TeamsIPPhonePolicy', signal),
    'calling-policies': () => reads.policies('TeamsCallingPolicy', signal),
    'trusted-addresses': () => reads.policies('TenantTrustedIPAddress', signal),
    'operator-account': () => (account === undefined ? 'no-account' : reads.account(account, signal)),
  }
  // The module finds the route to the tenant by itself, and does not report it.
  const isByModule = session.way === 'powershell'
  for (const id of checkIds.filter((one) => !isByModule || one !== 'routing')) {
    const isLost = id === 'latest-batch' && !hasHistory(checks)
    const read = isLost || isHopeless(checks) ? 'after-failure' : await asked[id]()
    const check = typeof read === 'string' ? skipped(id, read) : checkOf(id, read, tenant, isByModule)
    if (id === 'batch-history' && typeof read !== 'string') latest = latestBatch(read)
    checks.push(check)
    onCheck?.(check)
  }
  const at = new Date(now()).toISOString()
  const module = session.module?.()
  return {
    ...{ at, appVersion, tenantId: tenant.id, simulated: tenant.simulated },
    ...(isByModule && { way: 'powershell' as const }),
    ...(module && { module }),
    checks,
  }
}

/** Whether the next read would fail alike or come too soon: no sign-in, no network, or the service asks to wait. */
function isHopeless(checks: readonly Check[]): boolean {
  const failed = checks.flatMap(({ outcome }) => (outcome.kind === 'failed' ? [outcome.failure] : []))
  return (
    failed.some((failure) => failure === 'expired' || failure === 'throttled') ||
    failed.filter((failure) => failure === 'unreachable').length >= 2
  )
}

const hasHistory = (checks: readonly Check[]): boolean =>
  checks.some(
    ({ id, outcome }) =>
      id === 'batch-history' && (outcome.kind === 'expected' || outcome.kind === 'differs'),
  )

const paths: Readonly<Record<CheckId, string>> = {
  routing: '/Teams.Tenant/serviceDiscovery',
  tenant: '/Teams.Tenant/tenants',
  'batch-history': '/Teams.SipDevicesGatewayManagement/v1/batchsummaries',
  'latest-batch': '/Teams.SipDevicesGatewayManagement/v1/batchstatus?batchid={batch}',
  'sip-devices': '/Skype.Policy/configurations/TeamsSipDevicesConfiguration',
  'phone-policies': '/Skype.Policy/configurations/TeamsIPPhonePolicy',
  'calling-policies': '/Skype.Policy/configurations/TeamsCallingPolicy',
  'trusted-addresses': '/Skype.Policy/configurations/TenantTrustedIPAddress',
  'operator-account': '/Teams.User/users/{operator}',
}

const nothingSeen = { present: [], missing: [], added: [], addedMore: 0, values: [] } as const

const skipped = (id: CheckId, why: 'no-batch' | 'no-account' | 'after-failure' | 'no-route'): Check => ({
  ...{ id, request: `GET ${paths[id]}`, ...nothingSeen },
  outcome: { kind: 'skipped', why },
})

function checkOf(id: CheckId, read: Read, tenant: Tenant, isByModule: boolean): Check {
  const { ms, status, correlationId, warning, answer } = read
  const asked = {
    ...{ id, request: `GET ${paths[id]}`, ms },
    ...(status !== undefined && { status }),
    ...(correlationId !== undefined && { correlationId }),
    ...(warning !== undefined && { warning: maskedSentence(warning) }),
  }
  if (!answer.ok) {
    // A call without a correlation ID was never sent. The call for the route failed, and has a line of its own.
    const { kind, said } = answer.failure
    const isSent = isByModule || correlationId !== undefined || kind === 'expired'
    const code = read.errorCode === undefined ? undefined : shownCode(read.errorCode)
    const outcome: CheckOutcome | undefined = isSent
      ? {
          ...{ kind: 'failed', failure: kind },
          ...(code !== undefined && { code }),
          ...(said !== undefined && { said: maskedSentence(said) }),
        }
      : undefined
    return outcome ? { ...asked, ...nothingSeen, outcome } : skipped(id, 'no-route')
  }
  const { records, lacksNeeded, isOtherShape, ...seen } = compare(answer.value, expectations[id])
  const outcome = (): CheckOutcome => {
    if (isOtherShape) return { kind: 'differs', how: 'other-shape' }
    if (lacksNeeded) return { kind: 'differs', how: 'missing-keys' }
    if (id === 'tenant' && isOther(answer.value, tenant)) return { kind: 'differs', how: 'other-tenant' }
    const what = unprepared(id, answer.value, records)
    return what ? { kind: 'unprepared', what } : { kind: 'expected' }
  }
  return { ...asked, ...seen, outcome: outcome() }
}

function isOther(json: unknown, { id }: Tenant): boolean {
  const ids = valuesOf(json, 'tenantId').map((value) => String(value).toLowerCase())
  return id !== '' && !ids.includes(id.toLowerCase())
}

/** The preparation that the tenant lacks, by an answer of the expected shape. */
function unprepared(id: CheckId, json: unknown, records: number): Unprepared | undefined {
  const isSaid = (key: string, word: string): boolean =>
    valuesOf(json, key).some((value) => String(value).toLowerCase() === word)
  switch (id) {
    case 'sip-devices':
      return isSaid('BulkSignIn', 'enabled') || isSaid('BulkSignIn', 'true') ? undefined : 'bulk-sign-in-off'
    case 'phone-policies':
      return isSaid('SignInMode', 'commonareaphonesignin') ? undefined : 'no-phone-policy'
    case 'calling-policies':
      return isSaid('AllowSIPDevicesCalling', 'true') ? undefined : 'no-calling-policy'
    case 'trusted-addresses':
      return records > 0 ? undefined : 'no-trusted-address'
    default:
      return undefined
  }
}

/** The latest batch of the history. If no times can be compared, the first one that has an ID. */
function latestBatch({ answer }: Read): string | undefined {
  if (!answer.ok) return undefined
  const list = Array.isArray(answer.value) ? answer.value.slice(0, 20_000) : [answer.value]
  const batches = list.flatMap((one) => {
    const [id] = valuesOf(one, 'batchId')
    const [time] = valuesOf(one, 'requestTime')
    if ((typeof id !== 'string' && typeof id !== 'number') || String(id).length > 200 || id === '') return []
    return [{ id: String(id), at: Date.parse(String(time)) }]
  })
  const later = (one: (typeof batches)[number], other: typeof one): typeof one =>
    other.at > one.at || Number.isNaN(one.at) ? (Number.isNaN(other.at) ? one : other) : one
  const [first] = batches
  return first && batches.reduce(later, first).id
}
