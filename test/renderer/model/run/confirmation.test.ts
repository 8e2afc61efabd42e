import { expect, test } from 'vitest'
import {
  askAbout,
  leftBehind,
  subjectOf,
  warningsAbout,
} from '../../../../src/renderer/src/model/run/confirmation.ts'
import { checkPhones } from '../../../../src/shared/phones/check.ts'
import { parseSheet } from '../../../../src/shared/phones/parse.ts'
import { planRun } from '../../../../src/shared/run/plan.ts'
import { operator, phoneListOf, tenant } from '../../../support/run-samples.ts'
import { goodSheet, runOf, sheetOf } from '../../support/samples.ts'

const about = { kind: 'start', tenant, operator, listName: 'phones.csv' } as const

test('the question counts phones and batches by region, and confirms what it asked', () => {
  const list = phoneListOf(450)
  const question = askAbout(planRun(list), about)
  expect(question.regions).toEqual([
    { region: 'NOAM', phones: 150, batches: 2 },
    { region: 'EMEA', phones: 150, batches: 2 },
    { region: 'APAC', phones: 150, batches: 2 },
  ])
  expect(question.confirmed).toEqual({
    tenantId: tenant.id,
    phones: list.rows.map(({ username, hardwareId }) => ({ username, hardwareId })),
    batches: 6,
  })
})

test('an account on two devices loses one password', () => {
  const sheet = sheetOf(
    ['lobby@contoso.com', '00-04-F2-81-24-B3'],
    ['Lobby@contoso.com', '00-04-F2-81-24-B4'],
    ['not a username', '00-04-F2-81-24-B5'],
  )
  const question = askAbout(planRun(checkPhones(sheet, 'NOAM')), about)
  expect(question).toMatchObject({ phones: 2, accounts: 1, leftOut: 1 })
})

test('a run that is not finished is named before another one takes its place', () => {
  const stopped = runOf(goodSheet, { type: 'WatchStopped', reason: 'operator' })
  expect(leftBehind(stopped)).toEqual({
    leftBehind: { listName: stopped.listName, startedAt: stopped.startedAt },
  })
  expect(leftBehind(runOf(goodSheet, { type: 'RunFinished' }))).toEqual({})
  expect(leftBehind(undefined)).toEqual({})
})

test('an agreement is to the tenant, the operator and the phones that were asked about, whatever the tenant is called', () => {
  const plan = planRun(phoneListOf(4))
  const subject = subjectOf(askAbout(plan, about))
  const others = [
    askAbout(plan, { ...about, tenant: { ...tenant, id: 'fabrikam' } }),
    askAbout(plan, { ...about, operator: { username: 'bergen@contoso.com' } }),
    askAbout(plan, { ...about, listName: 'others.csv' }),
    askAbout(planRun(phoneListOf(5)), about),
  ]
  expect(others.map(subjectOf)).not.toContain(subject)
  expect(subjectOf(askAbout(plan, { ...about, tenant: { ...tenant, name: 'Contoso Ltd' } }))).toBe(subject)
})

test('the question counts and names the warnings of the phones that would be signed in, and no others', () => {
  const list = checkPhones(
    sheetOf(
      ['anna.berg@contoso.com', '00-04-F2-81-24-B1'],
      ['jon.smith@contoso.com', '00-04-F2-81-24-B2'],
      ['eva.lind@contoso.com', 'no device'],
      ['lobby@contoso.local', '00-04-F2-81-24-B4'],
    ),
    'NOAM',
  )
  const [people, domain, ...others] = warningsAbout(planRun(list), list.issues)
  expect(people).toMatch(/^2 rows \(2 and 3\): an account that looks like a person's own/)
  expect(domain).toMatch(/^Row 5: "lobby@contoso.local" ends in .local/)
  expect(others).toEqual([])

  const plan = planRun(list)
  const [left] = warningsAbout({ ...plan, phones: plan.phones.slice(1) }, list.issues)
  expect(left).toMatch(/^Row 3: "jon.smith@contoso.com" looks like/)
})

test('the question tells what the check warns of about the whole file', () => {
  const sheet = parseSheet(
    'phones.csv',
    'lift,00-04-F2-81-24-B4\nUPN,MAC\nlobby@contoso.com,00-04-F2-81-24-B5\n',
  )
  if (!sheet.ok) throw new Error(sheet.failure.message)
  const list = checkPhones(sheet.value, 'NOAM')
  expect(warningsAbout(planRun(list), list.issues)).toEqual([
    "The headings were found in row 2. The rows above it aren't read, but there are devices in row 1. Put phones below the headings.",
  ])
})
