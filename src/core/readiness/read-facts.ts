import {
  type AccountFacts,
  type AccountPolicy,
  type Fact,
  known,
  nothingOf,
  type PolicyInstance,
  unread,
} from '../../shared/readiness/facts.ts'
import type { Outcome } from '../gateway/gateway.ts'
import { lowerCaseKeys } from '../gateway/read-keys.ts'

/** An object of an answer, its keys in lower case. */
type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The objects of an answer, which is one object or a list of them; undefined for any other answer. */
export function recordsIn(json: unknown): readonly Json[] | undefined {
  const list = lowerCaseKeys(json)
  const items = Array.isArray(list) ? list : [list]
  return items.every(isObject) ? items : undefined
}

/** `{ users: […] }`, a list, or one user; undefined for any other answer. */
export function usersIn(json: unknown): readonly Json[] | undefined {
  const records = recordsIn(json)
  const [first] = records ?? []
  const users = first && !Array.isArray(json) && 'users' in first ? recordsIn(first['users']) : records
  return users?.every((user) => usernameOf(user) !== undefined) ? users : undefined
}

export const usernameOf = (user: Json): string | undefined =>
  typeof user['userprincipalname'] === 'string' ? user['userprincipalname'].toLowerCase() : undefined

/** The facts in one user's object (sources: MicrosoftTeams module, Get-CsOnlineUser; terraprovider/go-teams). */
export function accountFacts(user: Json, at: string): AccountFacts {
  const plans = plansOf(user)
  const facts = {
    enabled: flag(user['accountenabled']),
    kind: word(user['accounttype']),
    deleted: deletion(user),
    teamsPhone: teamsPhone(user, plans),
    personalPlan: plans.read ? known(plans.value.some((plan) => /^MCOMEETADV/i.test(plan))) : plans,
    number: numberOf(user),
    usageLocation: 'usagelocation' in user ? filled(user['usagelocation']) : unread('absent'),
    synced: flag(user['userdirsyncenabled'] ?? user['dirsyncenabled']),
    phonePolicy: policyOf(user, 'teamsipphonepolicy'),
    callingPolicy: policyOf(user, 'teamscallingpolicy'),
  }
  // Government clouds may lack the policies. That alone does not make the other facts doubtful.
  const documented = [facts.enabled, facts.kind, facts.teamsPhone, facts.number]
  const isExpectedShape =
    documented.every(({ read }) => read) &&
    Object.values(facts).every((fact) => fact.read || fact.why !== 'odd')
  return { ...nothingOf(at, known(true)), ...facts, isExpectedShape }
}

/** The service also writes booleans as words. */
function flag(value: unknown): Fact<boolean> {
  if (value === undefined || value === null) return unread('absent')
  const said = String(value).toLowerCase()
  return said === 'true' || said === 'false' ? known(said === 'true') : unread('odd')
}

function word(value: unknown): Fact<string> {
  if (value === undefined || value === null || value === '') return unread('absent')
  return typeof value === 'string' ? known(value.toLowerCase()) : unread('odd')
}

/** Whether the field has a value. Null and an empty text are none. */
function filled(value: unknown): Fact<boolean> {
  if (value === null || value === '') return known(false)
  return typeof value === 'string' ? known(value.trim() !== '') : unread('odd')
}

const deletion = (user: Json): Fact<boolean> =>
  'softdeletiontimestamp' in user ? filled(user['softdeletiontimestamp']) : unread('absent')

function listAt(user: Json, keys: readonly string[]): Fact<readonly unknown[]> {
  const key = keys.find((one) => user[one] !== undefined && user[one] !== null)
  if (key === undefined) return unread('absent')
  const list = user[key]
  return Array.isArray(list) ? known(list) : isObject(list) ? known([list]) : unread('odd')
}

/** Names of the plans that count. A plan in its grace period still counts. */
function plansOf(user: Json): Fact<readonly string[]> {
  const list = listAt(user, ['assignedplan', 'assignedplans'])
  if (!list.read) return list
  const plans = list.value.flatMap((plan) => (isObject(plan) ? [plan] : []))
  if (plans.length < list.value.length || plans.some((plan) => typeof plan['capability'] !== 'string'))
    return unread('odd')
  const statuses = plans.map((plan) => planStatuses.get(String(plan['capabilitystatus']).toLowerCase()))
  // A plan of unknown status may or may not count, so the account's plans are not known.
  if (statuses.includes(undefined)) return unread('odd')
  return known(plans.filter((_, at) => statuses[at]).map((plan) => String(plan['capability'])))
}

/** Whether a plan of this status counts (Microsoft Graph, assignedPlan). */
const planStatuses: ReadonlyMap<string, boolean> = new Map([
  ['enabled', true],
  ['warning', true],
  ['deleted', false],
  ['suspended', false],
  ['lockedout', false],
])

/** A resource account's plan (MCOEV_VIRTUALUSER) does not count for a phone. */
function teamsPhone(user: Json, plans: Fact<readonly string[]>): Fact<boolean> {
  if (!plans.read) return plans
  const its = plans.value.filter((plan) => /^MCOEV(?:_|$)/i.test(plan))
  if (its.some((plan) => !/VIRTUALUSER/i.test(plan))) return known(true)
  // A resource account's plan has the feature PhoneSystem as well.
  if (its.length > 0) return known(false)
  const features = listAt(user, ['featuretypes'])
  if (features.read && features.value.every((one) => typeof one === 'string'))
    return known(features.value.some((feature) => String(feature).toLowerCase() === 'phonesystem'))
  return known(false)
}

function numberOf(user: Json): Fact<boolean> {
  const line = 'lineuri' in user ? filled(user['lineuri']) : unread('absent')
  const numbers = listAt(user, ['telephonenumbers'])
  if ((line.read && line.value) || (numbers.read && numbers.value.length > 0)) return known(true)
  return line.read ? line : numbers.read ? known(false) : line
}

/** Without a list, the policy is not known. In a list without an entry of the type, the policy Global applies. */
function policyOf(user: Json, type: string): Fact<AccountPolicy> {
  const list = listAt(user, ['effectivepolicyassignments'])
  if (!list.read) return list
  const entries = list.value.flatMap((entry) => (isObject(entry) ? [entry] : []))
  if (entries.length < list.value.length || entries.some((entry) => typeof entry['policytype'] !== 'string'))
    return unread('odd')
  const entry = entries.find((one) => String(one['policytype']).toLowerCase() === type)
  if (!entry) return known({ name: 'Global', by: 'global' })
  const assigned = entry['policyassignment']
  const name = isObject(assigned) ? assigned['displayname'] : undefined
  if (!isObject(assigned) || typeof name !== 'string' || name === '') return unread('odd')
  const isGroup = String(assigned['assignmenttype']).toLowerCase() === 'group'
  return known({ name: bare(name), by: isGroup ? 'group' : 'direct' })
}

/** Instances are named `Tag:Name` or `Global`. Assignments are named `Name`. */
const bare = (identity: string): string => identity.replace(/^tag:/i, '')

/** Instances of TeamsIPPhonePolicy. Microsoft writes the modes both with SignIn and with Signin. */
export const phonePoliciesIn = (answer: Outcome<unknown>): Fact<readonly PolicyInstance[]> =>
  instancesIn(answer, (record) => {
    const mode = saidAt(record, 'signinmode')
    return {
      fits: mode === undefined ? unread('absent') : known(mode === 'commonareaphonesignin'),
      ...(mode === 'usersignin' && { note: 'user-sign-in' as const }),
    }
  })

/** Instances of TeamsCallingPolicy. */
export const callingPoliciesIn = (answer: Outcome<unknown>): Fact<readonly PolicyInstance[]> =>
  instancesIn(answer, (record) => ({
    fits: flag(record['allowsipdevicescalling']),
    ...(saidAt(record, 'allowcallredirect') === 'disabled' && { note: 'no-redirect' as const }),
  }))

function saidAt(record: Json, key: string): string | undefined {
  const value = record[key]
  return value === undefined || value === null ? undefined : String(value).toLowerCase()
}

function instancesIn(
  answer: Outcome<unknown>,
  read: (record: Json) => Omit<PolicyInstance, 'name'>,
): Fact<readonly PolicyInstance[]> {
  if (!answer.ok) return unread(answer.failure.kind)
  const records = recordsIn(answer.value)
  if (!records || records.some(({ identity }) => typeof identity !== 'string')) return unread('odd')
  return known(records.map((record) => ({ name: bare(String(record['identity'])), ...read(record) })))
}

/** Names of the domains of the tenant, in lower case. */
export function domainsIn(answer: Outcome<unknown>): Fact<readonly string[]> {
  if (!answer.ok) return unread(answer.failure.kind)
  const [tenant] = recordsIn(answer.value) ?? []
  if (!tenant) return unread('odd')
  const list = listAt(tenant, ['verifieddomains'])
  if (!list.read) return list
  const names = list.value.map((one) => (isObject(one) ? one['name'] : one))
  return names.every((name) => typeof name === 'string')
    ? known(names.map((name) => String(name).toLowerCase()))
    : unread('odd')
}
