import { looksLikePerson } from '../phones/looks-like-person.ts'
import type { AccountFacts, AccountPolicy, Fact, PolicyInstance, TenantFacts, UnreadReason } from './facts.ts'
import {
  type AccountCheck,
  type Judged,
  type JudgedAccount,
  type PersonSign,
  type ReadinessStatus,
  type TenantCheck,
  worstOf,
} from './readiness.ts'

type Outcome = Pick<Judged<string>, 'status' | 'why' | 'value' | 'note'>

/** Judges what was read of the tenant. */
export function judgeTenant(facts: TenantFacts): readonly Judged<TenantCheck>[] {
  const { at } = facts
  return [
    { check: 'rights', at, ...judge(facts.rights, (may) => (may ? 'ready' : 'fails')) },
    { check: 'bulk-sign-in', at, ...judge(facts.bulkSignIn, (on) => (on ? 'ready' : 'fails')) },
    {
      ...{ check: 'trusted-addresses', at },
      ...judge(facts.trustedAddresses, (number) => (number > 0 ? 'ready' : 'fails')),
    },
  ]
}

/**
 * Judges the facts of one account by the prerequisites that Microsoft documents. A fact that was not read is `unread`: it
 * neither passes nor fails. If an answer about the account or the tenant had an unexpected shape, no check says more than
 * `may-fail`.
 */
export function judgeAccount(username: string, account: AccountFacts, tenant: TenantFacts): JudgedAccount {
  const isExpected = account.isExpectedShape && isExpectedShape(tenant)
  const found = outcomes(username, account, tenant)
  const checks = found.map(([check, outcome]): Judged<AccountCheck> => {
    const status = outcome.status === 'fails' && !isExpected ? 'may-fail' : outcome.status
    return { check, at: account.at, ...outcome, status }
  })
  return { status: worstOf(checks), checks }
}

/** By username in lower case. */
export type AccountsRead = ReadonlyMap<string, AccountFacts>

/**
 * Judges all accounts that were read. That accounts are found by username was never seen on a live tenant: where none was,
 * "no such account" is not certain.
 */
export function judgeAccounts(
  accounts: AccountsRead,
  tenant: TenantFacts,
): ReadonlyMap<string, JudgedAccount> {
  const areFound = [...accounts.values()].some(({ exists }) => exists.read && exists.value)
  return new Map(
    [...accounts].map(([name, facts]) => [
      name,
      judgeAccount(name, areFound ? facts : { ...facts, isExpectedShape: false }, tenant),
    ]),
  )
}

/** Whether the tenant answered in no other form than documented. What it left out says nothing of the rest. */
function isExpectedShape({ at: _, ...facts }: TenantFacts): boolean {
  return Object.values(facts).every((fact: Fact<unknown>) => fact.read || fact.why !== 'odd')
}

function outcomes(
  username: string,
  account: AccountFacts,
  tenant: TenantFacts,
): readonly (readonly [AccountCheck, Outcome])[] {
  const exists = judge(account.exists, (is) => (is ? 'ready' : 'fails'))
  // Without an account, only its domain can still explain the failure.
  if (exists.status === 'fails')
    return [
      ['exists', exists],
      ['domain', domainOf(username, tenant)],
    ]
  return [
    ['exists', exists],
    ['enabled', judge(account.enabled, (is) => (is ? 'ready' : 'fails'))],
    ['kind', kindOf(account)],
    ['domain', exists.status === 'ready' ? { status: 'ready' } : mayFail(domainOf(username, tenant))],
    ['licence', judge(account.teamsPhone, (has) => (has ? 'ready' : 'fails'))],
    ['number', judge(account.number, (has) => (has ? 'ready' : 'fails'))],
    ['phone-policy', policyOf(account.phonePolicy, tenant.phonePolicies)],
    ['calling-policy', policyOf(account.callingPolicy, tenant.callingPolicies)],
    ['usage-location', judge(account.usageLocation, (has) => (has ? 'ready' : 'may-fail'))],
    ['on-premises', judge(account.synced, (is) => (is ? 'may-fail' : 'ready'))],
    ['person', personOf(username, account, tenant)],
  ]
}

const judge = <Value>(fact: Fact<Value>, decide: (value: Value) => ReadinessStatus): Outcome =>
  fact.read ? { status: decide(fact.value) } : missing(fact.why)

const missing = (why: UnreadReason): Outcome => ({ status: 'unread', why })

/** Alone, a domain that the tenant does not list says less than an account that was looked for. */
const mayFail = (outcome: Outcome): Outcome =>
  outcome.status === 'fails' ? { ...outcome, status: 'may-fail' } : outcome

function kindOf({ kind, deleted }: AccountFacts): Outcome {
  if (deleted.read && deleted.value) return { status: 'fails', value: 'deleted' }
  return kind.read
    ? { status: kind.value === 'user' ? 'ready' : 'fails', value: kind.value }
    : missing(kind.why)
}

function domainOf(username: string, { domains }: TenantFacts): Outcome {
  if (!domains.read) return missing(domains.why)
  const value = username.slice(username.lastIndexOf('@') + 1).toLowerCase()
  return { status: domains.value.includes(value) ? 'ready' : 'fails', value }
}

/** An assigned policy that the tenant's list does not have was read in part only: that is not known to fail. */
function policyOf(policy: Fact<AccountPolicy>, instances: Fact<readonly PolicyInstance[]>): Outcome {
  if (!policy.read) return missing(policy.why)
  if (!instances.read) return missing(instances.why)
  const { name } = policy.value
  const instance = instances.value.find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (!instance) return { ...missing('absent'), value: name }
  const outcome: Outcome = { ...judge(instance.fits, (fits) => (fits ? 'ready' : 'fails')), value: name }
  return instance.note === 'no-redirect' ? { ...outcome, note: 'no-redirect' } : outcome
}

function personOf(username: string, account: AccountFacts, tenant: TenantFacts): Outcome {
  const sign = personSignOf(username, account, tenant)
  return sign ? { status: 'may-fail', value: sign } : judge(account.personalPlan, () => 'ready')
}

/** That the tenant's Global policy is for people is no sign: every account without a policy has it. */
function personSignOf(
  username: string,
  { personalPlan, phonePolicy }: AccountFacts,
  { phonePolicies }: TenantFacts,
): PersonSign | undefined {
  if (looksLikePerson(username)) return 'name'
  if (phonePolicy.read && phonePolicy.value.by !== 'global' && phonePolicies.read) {
    const name = phonePolicy.value.name.toLowerCase()
    const its = phonePolicies.value.find((one) => one.name.toLowerCase() === name)
    if (its?.note === 'user-sign-in') return 'policy'
  }
  return personalPlan.read && personalPlan.value ? 'plan' : undefined
}
