import { lowerCaseKeys } from '../../src/core/gateway/read-keys.ts'
import { accountFacts, callingPoliciesIn, phonePoliciesIn } from '../../src/core/readiness/read-facts.ts'
import { createAccounts } from '../../src/core/simulator/accounts.ts'
import { policiesAt } from '../../src/core/simulator/prepared-tenant.ts'
import type { Answer, Request } from '../../src/shared/ipc.ts'
import { type AccountFacts, known, nothingOf, type TenantFacts } from '../../src/shared/readiness/facts.ts'
import { succeed } from '../../src/shared/result.ts'

/** The tenant as it is where all is prepared. */
const preparedTenant = (at: string): TenantFacts => ({
  ...{ at, rights: known(true), bulkSignIn: known(true), trustedAddresses: known(3) },
  domains: known(['contoso.com']),
  phonePolicies: phonePoliciesIn(succeed(policiesAt('TeamsIPPhonePolicy'))),
  callingPolicies: callingPoliciesIn(succeed(policiesAt('TeamsCallingPolicy'))),
})

/** What a tenant answers in which this share of the accounts has a defect; `change` makes something else of an account. */
export function readinessOf(options: {
  readonly share: number
  readonly tenant?: Partial<TenantFacts>
  readonly change?: (username: string, facts: AccountFacts) => AccountFacts
}): (request: Request<'readiness:check'>) => Answer<'readiness:check'> {
  const { share, tenant = {}, change = (_, facts) => facts } = options
  const accounts = createAccounts(1, share)
  return ({ usernames, withTenant }) => {
    const at = new Date().toISOString()
    const factsOf = (name: string): AccountFacts => {
      const user = accounts.find(name)
      return user
        ? accountFacts(lowerCaseKeys(user) as Readonly<Record<string, unknown>>, at)
        : nothingOf(at, known(false))
    }
    return succeed({
      tenantId: 'of the session',
      ...(withTenant && { tenant: { ...preparedTenant(at), ...tenant } }),
      accounts: usernames.map((name) => [name, change(name, factsOf(name))] as const),
    })
  }
}
