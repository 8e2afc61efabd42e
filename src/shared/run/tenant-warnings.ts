import { unverifiedDomains } from '../phones/unverified-domains.ts'
import { text } from '../text/index.ts'
import type { RunPlan } from './plan.ts'

/** So many domains are named. */
const mostNamed = 5

/** What to say of phones of a plan whose accounts can't be the tenant's, a sentence for each of their domains. */
export function tenantWarnings(
  { phones }: Pick<RunPlan, 'phones'>,
  verifiedDomains: readonly string[] | undefined,
): readonly string[] {
  const found = unverifiedDomains(phones, verifiedDomains)
  const named = found.slice(0, mostNamed).map(text.check.domainUnverified)
  return found.length > mostNamed
    ? [...named, text.check.moreDomainsUnverified(found.length - mostNamed)]
    : named
}
