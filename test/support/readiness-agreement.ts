import { lowerCaseKeys } from '../../src/core/gateway/read-keys.ts'
import { accountFacts, callingPoliciesIn, phonePoliciesIn } from '../../src/core/readiness/read-facts.ts'
import { accountProblems, createAccounts, directoryProblems } from '../../src/core/simulator/accounts.ts'
import { createOutcomes } from '../../src/core/simulator/outcomes.ts'
import { policiesAt } from '../../src/core/simulator/prepared-tenant.ts'
import { guidanceFor } from '../../src/shared/gateway/guidance.ts'
import { known, nothingOf, type TenantFacts } from '../../src/shared/readiness/facts.ts'
import { judgeAccount } from '../../src/shared/readiness/judge.ts'
import { succeed } from '../../src/shared/result.ts'

const at = '2026-03-02T09:00:00.000Z'
const tenant: TenantFacts = {
  ...{ at, rights: known(true), bulkSignIn: known(true), trustedAddresses: known(1) },
  domains: known(['contoso.com']),
  phonePolicies: phonePoliciesIn(succeed(policiesAt('TeamsIPPhonePolicy'))),
  callingPolicies: callingPoliciesIn(succeed(policiesAt('TeamsCallingPolicy'))),
}

/** What a simulated tenant's accounts are judged to be, beside what becomes of their phones: one line each that differs. */
export function disagreements(seed: number, phones: number): readonly string[] {
  const accounts = createAccounts(seed, 0.5)
  const courseOf = createOutcomes(seed, 0.3, undefined, accounts)
  return Array.from({ length: phones }, (_, index) => {
    const name = `phone${index}@contoso.com`
    const user = accounts.find(name)
    const facts = user
      ? accountFacts(lowerCaseKeys(user) as Readonly<Record<string, unknown>>, at)
      : nothingOf(at, known(false))
    const { status, checks } = judgeAccount(name, facts, tenant)
    const isSynced = checks.some((one) => one.check === 'on-premises' && one.status === 'may-fail')
    const { error } = courseOf(`1A-2B-3C-D4-E5-${index}`, name)
    const code = error === undefined ? 'signs in' : (guidanceFor(error)?.code ?? error)
    const isOfAccount = accountProblems.has(code)
    const isExplained = isSynced || !directoryProblems.has(code)
    return (status === 'fails') === isOfAccount && isExplained
      ? ''
      : `seed ${seed}, ${name}: ${status}, and then ${code}`
  }).filter((line) => line !== '')
}
