import { maxOpenBatchesPerRegion } from '../../shared/gateway/limits.ts'
import { regions } from '../../shared/gateway/region.ts'
import type { Tenant } from '../../shared/gateway/tenant.ts'
import type { SimulatedAccounts } from './accounts.ts'
import { readBatchRequest } from './batch-request.ts'
import type { Batches, SimulatedBatch } from './batches.ts'
import type { SimulatedDevices } from './devices.ts'
import type { CallKind, LedgerWriter } from './ledger.ts'
import { policiesAt, simulatedAccount } from './prepared-tenant.ts'
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
  readonly accounts: SimulatedAccounts
  readonly batches: Batches
  readonly devices: SimulatedDevices
  readonly ledger: LedgerWriter
  readonly tokens: Tokens
  readonly tenant: Tenant
  /** The operator who asked for a batch, as its records name them. */
  readonly operatorId: string
}

export type Endpoint = {
  readonly kind: CallKind
  readonly method: 'GET' | 'POST'
  readonly answer: (request: ServiceRequest, parts: ServiceParts) => Reply
}

/** Where discovery sends callers, by the header X-MS-Target-Uri. */
export const adminEndpoint = 'admin.simulated.example'

const gatewayPath = '/Teams.SipDevicesGatewayManagement/v1'

/** The simulated part of the admin API (the paths: MicrosoftTeams PowerShell module 7.7.0, terraprovider/go-teams). */
export const endpointAt = (path: string): Endpoint | undefined =>
  Object.hasOwn(endpoints, path) ? endpoints[path] : underId.find(([start]) => path.startsWith(start))?.[1]

const underId: readonly (readonly [string, Endpoint])[] = [
  ['/Skype.Policy/configurations/', { kind: 'policies', method: 'GET', answer: showPolicies }],
  ['/Teams.User/users/', { kind: 'account', method: 'GET', answer: showAccount }],
]

const endpoints: Readonly<Record<string, Endpoint>> = {
  '/Teams.Tenant/serviceDiscovery': { kind: 'serviceDiscovery', method: 'GET', answer: discover },
  '/Teams.User/users': { kind: 'accounts', method: 'GET', answer: showAccounts },
  // On another host, the device inventory's.
  '/api/v2/devices': { kind: 'devices', method: 'GET', answer: showDevices },
  '/Teams.Tenant/tenants': { kind: 'tenants', method: 'GET', answer: showTenants },
  [`${gatewayPath}/createbatch`]: { kind: 'createbatch', method: 'POST', answer: createBatch },
  [`${gatewayPath}/batchstatus`]: { kind: 'batchstatus', method: 'GET', answer: showBatch },
  [`${gatewayPath}/batchsummaries`]: { kind: 'batchsummaries', method: 'GET', answer: showSummaries },
}

const discovered = {
  Endpoints: { AdminServiceEndpoint: adminEndpoint, ConfigApiEndpoint: 'config.simulated.example' },
  Headers: { 'X-MS-Forest': 'simulated' },
}

function discover(): Reply {
  return { status: 200, body: discovered }
}

function showTenants(_request: ServiceRequest, { tenant, accounts }: ServiceParts): Reply {
  const { id: tenantId, name: displayName, domain: name } = tenant
  const verifiedDomains = [name, ...accounts.domains()].map((one) => ({ name: one, status: 'Enabled' }))
  return {
    status: 200,
    body: [{ tenantId, displayName, verifiedDomains, serviceDiscovery: discovered }],
  }
}

function showPolicies({ path }: ServiceRequest): Reply {
  const body = policiesAt(path.split('/').at(-1) ?? '')
  return body ? { status: 200, body } : refusal(404, 'ResourceNotFound', 'There is no such configuration.')
}

function showAccount({ path }: ServiceRequest, { operatorId, accounts }: ServiceParts): Reply {
  const asked = decodeURIComponent(path.split('/').at(-1) ?? '').toLowerCase()
  const operator = simulatedAccount(operatorId)
  const isTheirs = asked === operatorId.toLowerCase() || asked === operator.userPrincipalName
  const body = isTheirs ? operator : accounts.find(asked)
  return body ? { status: 200, body } : refusal(404, 'UserNotFound', 'There is no such user.')
}

/** It understands only usernames in the filter, as Microsoft's module writes them. */
function showAccounts({ query }: ServiceRequest, { accounts }: ServiceParts): Reply {
  const names = [...(query.get('psfilter') ?? '').matchAll(/userprincipalname eq '((?:[^']|'')*)'/g)]
  const users = names.flatMap(([, name = '']) => accounts.find(name.replaceAll("''", "'")) ?? [])
  return { status: 200, body: { users } }
}

/** It ignores the filter, because all its devices are SIP phones. */
function showDevices({ query }: ServiceRequest, { devices }: ServiceParts): Reply {
  const from = Number(query.get('continuationToken') ?? 0)
  const size = Number(query.get('limit') ?? 20)
  const page = devices.page(from, size)
  const continuationToken = page.isLast ? null : String(from + size)
  return { status: 200, body: { devices: page.devices, continuationToken } }
}

function createBatch({ query, body }: ServiceRequest, { batches, ledger, operatorId }: ServiceParts): Reply {
  const refuse = (reply: Refusal): Reply => {
    ledger.refused(reply.body.errorCode)
    return reply
  }
  const region = regions.find((name) => name === query.get('TargetRegion'))
  if (!region)
    return refuse(refusal(400, 'InvalidTargetRegion', `TargetRegion must be one of ${regions.join(', ')}.`))
  const phones = readBatchRequest(body)
  if (!phones.ok) return refuse(phones.failure)
  const open = batches.openIn(region).length
  if (open >= maxOpenBatchesPerRegion) return refuse(regionFull(region, open))
  const batch = batches.take(region, phones.value, operatorId)
  ledger.took(batch, open + 1)
  return { status: 200, body: { batchId: batch.batchId, batchItemsCount: batch.items.length } }
}

const regionFull = (region: string, open: number): Refusal =>
  refusal(
    409,
    'ConcurrentBatchLimitReached',
    `${open} batches are in progress in region ${region}; at most ${maxOpenBatchesPerRegion} can run at the same time.`,
  )

function showBatch({ query }: ServiceRequest, { batches, ledger }: ServiceParts): Reply {
  const batchId = query.get('batchid')
  if (!batchId) return refusal(400, 'MissingBatchId', 'The query has no batchid.')
  const batch = batches.find(batchId)
  if (!batch) return refusal(404, 'BatchNotFound', `There is no batch ${batchId}.`)
  ledger.asked(batchId)
  const age = batches.age(batch)
  const batchItems = batch.items.map(({ userName, hardwareId, startsAt, endsAt, error }) => ({
    userName,
    hardwareId,
    ...itemState(age, startsAt, endsAt, error),
  }))
  return { status: 200, body: { ...heading(batch, age), batchItems } }
}

/** `success` and `failed` were seen (the original tool's script); the words on the way are ours. */
function itemState(age: number, startsAt: number, endsAt: number, error: string | undefined) {
  if (age < startsAt) return { status: 'pending', error: null }
  if (age < endsAt) return { status: 'inProgress', error: null }
  return error === undefined ? { status: 'success', error: null } : { status: 'failed', error }
}

function showSummaries(_request: ServiceRequest, { batches }: ServiceParts): Reply {
  const body = batches
    .recent()
    .map((batch) => ({ ...heading(batch, batches.age(batch)), batchItemsCount: batch.items.length }))
  return { status: 200, body }
}

/** Uses the same age as for the phones, so a completed batch has no phone in progress. */
function heading({ batchId, region, takenAt, userId, items }: SimulatedBatch, age: number) {
  const batchStatus = items.every(({ endsAt }) => age >= endsAt) ? 'Completed' : 'InProgress'
  return { batchId, batchStatus, region, requestTime: new Date(takenAt).toISOString(), userId }
}
