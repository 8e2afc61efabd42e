import { describe, expect, test } from 'vitest'
import { accountCheckWords } from '../../../src/shared/readiness/check-words.ts'
import {
  type AccountFacts,
  known,
  nothingOf,
  type TenantFacts,
  unread,
} from '../../../src/shared/readiness/facts.ts'
import { judgeAccount, judgeAccounts, judgeTenant } from '../../../src/shared/readiness/judge.ts'
import { type AccountCheck, worstOf } from '../../../src/shared/readiness/readiness.ts'

const at = '2026-03-02T09:00:00.000Z'
const tenant: TenantFacts = {
  ...{ at, rights: known(true), bulkSignIn: known(true), trustedAddresses: known(1) },
  domains: known(['contoso.com']),
  phonePolicies: known([
    { name: 'Global', fits: known(false) },
    { name: 'CommonAreaPhone', fits: known(true) },
  ]),
  callingPolicies: known([{ name: 'Global', fits: known(true) }]),
}
const good: AccountFacts = {
  ...{ at, exists: known(true), isExpectedShape: true, enabled: known(true), kind: known('user') },
  ...{ deleted: known(false), teamsPhone: known(true), personalPlan: known(false), number: known(true) },
  ...{ usageLocation: known(true), synced: known(false) },
  phonePolicy: known({ name: 'commonareaphone', by: 'direct' }),
  callingPolicy: known({ name: 'Global', by: 'global' }),
}
const judged = (
  change: Partial<AccountFacts> = {},
  of: Partial<TenantFacts> = {},
  name = 'lobby@contoso.com',
) => judgeAccount(name, { ...good, ...change }, { ...tenant, ...of })

const notReady = (outcome: ReturnType<typeof judged>): readonly string[] =>
  outcome.checks.filter(({ status }) => status !== 'ready').map(({ check, status }) => `${check} ${status}`)

test('an account with all that is documented is ready, policy names compared without case', () => {
  expect(judged().status).toBe('ready')
})

test.each<[AccountCheck, Partial<AccountFacts>]>([
  ['enabled', { enabled: known(false) }],
  ['kind', { kind: known('guest') }],
  ['kind', { kind: known('resourceaccount') }],
  ['kind', { deleted: known(true) }],
  ['licence', { teamsPhone: known(false) }],
  ['number', { number: known(false) }],
  ['phone-policy', { phonePolicy: known({ name: 'Global', by: 'global' }) }],
])('%s fails, and nothing else', (check, change) => {
  expect(notReady(judged(change))).toEqual([`${check} fails`])
})

test('no account of that name fails, and its domain is told beside it', () => {
  const gone = judgeAccount('lobby@fabrikam.com', nothingOf(at, known(false)), tenant)
  expect(notReady(gone)).toEqual(['exists fails', 'domain fails'])
})

test('where only the domain is known not to be of the tenant, it may fail', () => {
  const outcome = judgeAccount('lobby@fabrikam.com', nothingOf(at, unread('denied')), tenant)
  expect(outcome.status).toBe('may-fail')
})

test('synced from on-premises, without a location, or perhaps a person: may fail', () => {
  const may = judged({ synced: known(true), usageLocation: known(false), personalPlan: known(true) })
  expect(notReady(may)).toEqual(['usage-location may-fail', 'on-premises may-fail', 'person may-fail'])
  expect(notReady(judged({}, {}, 'ada.lovelace@contoso.com'))).toEqual(['person may-fail'])
})

test('where the answer is not as expected, what would fail only may', () => {
  expect(notReady(judged({ number: known(false), isExpectedShape: false }))).toEqual(['number may-fail'])
})

test('where the tenant answers in another form than documented, what would fail of an account only may', () => {
  const of = { trustedAddresses: unread('odd') }
  expect(notReady(judged({ number: known(false) }, of))).toEqual(['number may-fail'])
  expect(notReady(judged({ number: known(false) }, { trustedAddresses: unread('denied') }))).toEqual([
    'number fails',
  ])
})

test('where no account at all is found by its username, "no such account" is not certain', () => {
  const gone = nothingOf(at, known(false))
  const statuses = (accounts: ReadonlyMap<string, AccountFacts>) =>
    [...judgeAccounts(accounts, tenant).values()].map(({ status }) => status)
  expect(statuses(new Map([['a@contoso.com', gone]]))).toEqual(['may-fail'])
  expect(
    statuses(
      new Map([
        ['a@contoso.com', gone],
        ['lobby@contoso.com', good],
      ]),
    ),
  ).toEqual(['fails', 'ready'])
})

test('a policy for signing in as a user that somebody assigned suggests a person; as the Global one it does not', () => {
  const phonePolicies = known([{ name: 'Global', fits: known(false), note: 'user-sign-in' as const }])
  const personOf = (by: 'direct' | 'global') =>
    judged({ phonePolicy: known({ name: 'Global', by }) }, { phonePolicies }).checks.find(
      ({ check }) => check === 'person',
    )
  expect(personOf('direct')).toMatchObject({ status: 'may-fail', value: 'policy' })
  expect(personOf('global')).toMatchObject({ status: 'ready' })
})

test('a calling policy without call redirect is ready, with a note that says what will not work', () => {
  const callingPolicies = known([{ name: 'Global', fits: known(true), note: 'no-redirect' as const }])
  const check = judged({}, { callingPolicies }).checks.find((one) => one.check === 'calling-policy')
  expect(check).toMatchObject({ status: 'ready', note: 'no-redirect' })
  expect(check && accountCheckWords(check)).toContain('AllowCallRedirect')
  expect(accountCheckWords({ check: 'calling-policy', at, status: 'ready', value: 'Global' })).not.toContain(
    'AllowCallRedirect',
  )
})

describe('what could not be read neither passes nor fails', () => {
  const fields = Object.keys(nothingOf(at, known(true))).filter(
    (key) => !['at', 'exists', 'isExpectedShape', 'deleted', 'personalPlan'].includes(key),
  )
  test.each(fields)('%s', (field) => {
    const outcome = judged({ [field]: unread('absent') })
    expect(outcome.status).toBe('unread')
    expect(outcome.checks.filter(({ status }) => status === 'unread')).toHaveLength(1)
  })

  test('the account itself, the policies of the tenant, one policy, or a setting of it', () => {
    const nothing = judgeAccount('lobby@contoso.com', nothingOf(at, unread('denied')), tenant)
    expect(nothing.status).toBe('unread')
    expect(nothing.checks.find(({ check }) => check === 'exists')?.why).toBe('denied')
    expect(notReady(judged({}, { phonePolicies: unread('denied') }))).toEqual(['phone-policy unread'])
    expect(notReady(judged({}, { phonePolicies: known([]) }))).toEqual(['phone-policy unread'])
    expect(
      notReady(judged({}, { callingPolicies: known([{ name: 'Global', fits: unread('absent') }]) })),
    ).toEqual(['calling-policy unread'])
  })

  test('the tenant', () => {
    const facts = {
      rights: unread('throttled'),
      bulkSignIn: unread('odd'),
      trustedAddresses: unread('denied'),
    }
    expect(judgeTenant({ ...tenant, ...facts }).map(({ status }) => status)).toEqual(Array(3).fill('unread'))
  })
})

test('the tenant fails without rights, with bulk sign-in off, without a trusted address', () => {
  const facts = { rights: known(false), bulkSignIn: known(false), trustedAddresses: known(0) }
  expect(judgeTenant({ ...tenant, ...facts }).map(({ status }) => status)).toEqual(Array(3).fill('fails'))
})

test('the worst of several: fails, may fail, unread, ready', () => {
  const of = (...all: Parameters<typeof worstOf>[0][number]['status'][]) =>
    worstOf(all.map((status) => ({ status })))
  expect(of('ready', 'unread', 'may-fail', 'fails')).toBe('fails')
  expect(of('ready', 'unread', 'may-fail')).toBe('may-fail')
  expect(of('ready', 'unread')).toBe('unread')
  expect(of('ready')).toBe('ready')
  expect(of()).toBe('unread')
})
