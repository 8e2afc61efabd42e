import { expect, test } from 'vitest'
import { planRun } from '../../../src/shared/run/plan.ts'
import { tenantWarnings } from '../../../src/shared/run/tenant-warnings.ts'
import { phoneListOf } from '../../support/run-samples.ts'

const plan = planRun(phoneListOf(6))
const withDomains = (...domains: readonly string[]) => ({
  phones: plan.phones.map((phone, at) => ({
    ...phone,
    username: `phone${at}@${domains[at % domains.length]}`,
  })),
})

test('accounts in a domain that the tenant has not verified are counted and named, by domain', () => {
  expect(tenantWarnings(withDomains('contoso.com', 'contos.com'), ['Contoso.com', 'fabrikam.com'])).toEqual([
    expect.stringMatching(
      /^3 phones \(rows 3, 5 and 7\): the domain "contos\.com" isn't verified in this tenant/,
    ),
  ])
})

test('many of them are not named one by one', () => {
  const domains = plan.phones.map((_, at) => `d${at}.example.com`)
  const warnings = tenantWarnings(withDomains(...domains), ['contoso.com'])
  expect(warnings).toHaveLength(6)
  expect(warnings.at(-1)).toMatch(/^1 more domain in the list isn't verified/)
})

test('nothing is said where the verified domains are not known', () => {
  expect(tenantWarnings(withDomains('contos.com'), undefined)).toEqual([])
  expect(tenantWarnings(withDomains('contos.com'), [])).toEqual([])
})
