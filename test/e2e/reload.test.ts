import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countPhones } from '../../src/shared/run/counts.ts'
import { text } from '../../src/shared/text/index.ts'
import type { AppUnderTest } from './support/app-under-test.ts'
import { type Landmarks, landmarksOf } from './support/landmarks.ts'
import { launchApp } from './support/launch-app.ts'
import { type OperatorAtWindow, operatorAt } from './support/operator.ts'
import { type PhoneTable, phoneTable } from './support/phone-table.ts'
import { type RunShown, runShown } from './support/run-shown.ts'

const { run, session, table: words } = text.window
const list = resolve(import.meta.dirname, '../../resources/samples/phones-100.csv')

let app: AppUnderTest
let operator: OperatorAtWindow
let window: Landmarks
let table: PhoneTable
let shown: RunShown

beforeAll(async () => {
  app = await launchApp({ args: ['--simulated-tenant', '--speed=60'] })
  operator = operatorAt(app.page)
  window = landmarksOf(app)
  table = phoneTable(app.page)
  shown = runShown(app.page)
  await operator.goTo('phones')
  await window.browse(list)
  await operator.chooseRegion('APAC')
  await operator.signIn(100)
})
afterAll(() => app.close())

test('a window that is loaded anew shows the run under way, where it stands', async () => {
  await expect
    .poll(async () => countPhones(await shown.state())['signed in'], { timeout: 30_000 })
    .toBeGreaterThan(5)
  const before = await shown.state()
  expect(before.watching.kind).toBe('watching')
  await app.reload()
  await window.tool(run.stopWatching).waitFor()

  expect((await shown.state()).runId).toBe(before.runId)
  await window.strip.getByText('phones-100.csv', { exact: true }).waitFor()
  const seen = new Map((await table.inSight()).map(({ row, status }) => [row, status]))
  for (const { row, status } of before.phones.filter(({ status }) => status === 'signed in'))
    if (seen.has(row)) expect(seen.get(row)).toBe(words.status[status])
  await app.page.getByRole('complementary', { name: session.simulatedBadge }).waitFor()
})

test('and follows it to its end', async () => {
  const { phones } = await shown.until('finished')
  const signedIn = phones.filter(({ status }) => status === 'signed in').length
  await window.strip.getByText(run.strip.finished(signedIn, 100)).waitFor()

  expect((await table.all()).map(({ row, status }) => [row, status])).toEqual(
    phones.map(({ row, status }) => [row, words.status[status]]),
  )
})

test('loaded anew after the end, it still has the results', async () => {
  const { runId, phones } = await shown.state()
  await app.reload()
  await operator.goTo('phones')
  await window.strip.waitFor()

  expect((await shown.state()).runId).toBe(runId)
  await table.chip('failed', phones.filter(({ status }) => status === 'failed').length).waitFor()
})
