import { expect, test } from 'vitest'
import { listRows } from '../../../../src/renderer/src/model/phones/list-rows.ts'
import { knownReadiness } from '../../../../src/renderer/src/model/readiness/known-readiness.ts'
import { askAboutReadiness } from '../../../../src/renderer/src/model/readiness/question-readiness.ts'
import { type QuestionFacts, questionOf } from '../../../../src/renderer/src/model/run/question.ts'
import { allRows } from '../../../../src/renderer/src/stores/view-store.ts'
import { checkPhones } from '../../../../src/shared/phones/check.ts'
import { type AccountFacts, known, type TenantFacts, unread } from '../../../../src/shared/readiness/facts.ts'
import { noMemory } from '../../../../src/shared/run/run-memory.ts'
import { readinessOf } from '../../../support/readiness-answers.ts'
import { runOf, sheetOf } from '../../support/samples.ts'

const names = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@contoso.com`)
const phones = names.map((username, index) => ({ row: index + 2, username }))
const noNumber = (facts: AccountFacts): AccountFacts => ({ ...facts, number: known(false) })

/** What is known where these accounts are otherwise than good. */
function knowing(
  change: Readonly<Record<string, (facts: AccountFacts) => AccountFacts>>,
  tenant: Partial<TenantFacts> = {},
  asked: readonly string[] = names,
) {
  const read = readinessOf({
    ...{ share: 0, tenant },
    change: (name, facts) => change[name.slice(0, 1)]?.(facts) ?? facts,
  })({ usernames: asked, withTenant: true })
  if (!read.ok) throw new Error('Nothing was read')
  return knownReadiness(read.value.tenant, new Map(read.value.accounts))
}

const asking = (kind: ReturnType<typeof knowing>, choice?: 'leave' | 'keep') =>
  askAboutReadiness(phones, kind, choice)

test('what will fail is left out unless told otherwise, what may fail or could not be read never is', () => {
  const some = knowing({
    a: noNumber,
    b: (facts) => ({ ...facts, synced: known(true) }),
    c: (facts) => ({ ...facts, phonePolicy: unread('absent') }),
  })
  expect([...asking(some).failing]).toEqual([2])
  expect(asking(some).readiness).toMatchObject({
    ...{ counts: { ready: 2, fails: 1, 'may-fail': 1, unread: 1 }, leftOut: 1, isOpen: false, notAsked: 0 },
  })
  expect([...asking(some, 'keep').failing]).toEqual([])
})

test('what more than half of a list fails for is asked about: nothing is left out before that', () => {
  const most = knowing({ a: noNumber, b: noNumber, c: noNumber })
  expect(asking(most)).toMatchObject({ readiness: { isOpen: true, leftOut: 0 } })
  expect([...asking(most).failing]).toEqual([])
  expect([...asking(most, 'leave').failing]).toEqual([2, 3, 4])
  expect(asking(most, 'keep')).toMatchObject({ readiness: { isOpen: false, leftOut: 0 } })
})

test('where the tenant answers otherwise than documented, nothing is left out', () => {
  const odd = knowing({ a: noNumber }, { trustedAddresses: unread('odd') })
  expect([...asking(odd).failing]).toEqual([])
  expect(asking(odd).readiness?.counts).toMatchObject({ fails: 0, 'may-fail': 1 })
})

test('what was never asked is counted apart, and without any knowledge nothing is said', () => {
  expect(asking(knowing({}, {}, names.slice(0, 3))).readiness).toMatchObject({ notAsked: 2 })
  expect(asking(undefined)).toEqual({ failing: new Set() })
})

test('what is wrong with the tenant is told even where no account was read', () => {
  const off = knowing({}, { bulkSignIn: known(false) }, [])
  expect(asking(off).readiness?.tenant.map(({ check }) => check)).toEqual(['bulk-sign-in'])
})

const list = checkPhones(
  sheetOf(...names.map((name, index) => [name, `00-04-F2-81-24-B${index}`] as const)),
  'NOAM',
)
const facts = (readiness: ReturnType<typeof knowing>, asked = allRows): QuestionFacts => ({
  session: {
    ...{ kind: 'signed-in', accounts: [], storage: 'encrypted' },
    tenant: { id: 't', name: 'Contoso', simulated: false },
    operator: { username: 'admin@contoso.com' },
    verifiedDomains: ['fabrikam.com'],
  },
  list,
  rows: listRows(list, { memory: noMemory, areIncluded: false, leftOut: new Set(), runs: [] }),
  elsewhere: { loading: false },
  ...{ asked, run: undefined, runs: [], memory: noMemory, areIncluded: false, readiness, batchSize: 100 },
})

test('what is confirmed, and the rows that main is told, are without the phones that are left out', () => {
  const question = questionOf('start', facts(knowing({ a: noNumber })))
  expect(question?.confirmed.phones.map(({ username }) => username)).toEqual(names.slice(1))
  expect([...(question?.rows ?? [])]).toEqual([3, 4, 5, 6])
  expect(question).toMatchObject({ phones: 4, leftOut: 0, notChosen: 0 })
  const kept = questionOf('start', facts(knowing({ a: noNumber }), { ...allRows, failing: 'keep' }))
  expect(kept).toMatchObject({ phones: 5 })
  expect(kept?.rows).toBeUndefined()
})

test('a domain that the tenant has not verified is warned of once: not where the account was asked for', () => {
  expect(questionOf('start', facts(undefined))?.warnings).toHaveLength(1)
  expect(questionOf('start', facts(knowing({})))?.warnings).toEqual([])
})

test('a retry of a run whose list is closed leaves out what will fail, and tells main which rows are left', () => {
  const sheet = sheetOf(...names.map((name, index) => [name, `00-04-F2-81-24-B${index}`] as const))
  const failed = runOf(
    sheet,
    { type: 'BatchSubmitting', batch: 0, attempt: 1 },
    { type: 'BatchSubmitted', batch: 0, batchId: 'b' },
    {
      ...{ type: 'PhonesReported', batch: 0 },
      phones: [0, 1, 2].map((phone) => ({ phone, status: 'failed' as const, said: 'failed' })),
    },
  )
  const asking = (of: typeof allRows) =>
    questionOf('retry', { ...facts(knowing({ a: noNumber }), of), list: undefined, rows: [], run: failed })
  expect(asking(allRows)?.confirmed.phones.map(({ username }) => username)).toEqual(names.slice(1, 3))
  expect([...(asking(allRows)?.rows ?? [])]).toEqual([3, 4])
  const kept = asking({ ...allRows, failing: 'keep' })
  expect(kept).toMatchObject({ phones: 3 })
  expect(kept?.rows).toBeUndefined()
})
