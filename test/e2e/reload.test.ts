import { afterAll, beforeAll, expect, test } from 'vitest'
import { countPhones } from '../../src/shared/run/counts.ts'
import { text } from '../../src/shared/text/index.ts'
import { sample } from '../support/sample.ts'
import { launchSimulated, type SimulatedDesk } from './support/phones-desk.ts'

const { run, session, table: words } = text.window

let desk: SimulatedDesk

beforeAll(async () => {
  desk = await launchSimulated(200)
  await desk.time.hold()
  await desk.startRun(sample('phones-100.csv'), 100, 'APAC')
})
afterAll(() => desk.app.close())

test('a window that is loaded anew shows the run under way, where it stands', async () => {
  await desk.shown.untilSubmitted(1)
  await desk.time.pass(3)
  await expect.poll(async () => countPhones(await desk.shown.state())['signed in']).toBeGreaterThan(5)
  const before = await desk.shown.state()
  expect(before.watching.kind).toBe('watching')
  await desk.app.reload()
  await desk.tool(run.stopWatching).waitFor()

  expect((await desk.shown.state()).runId).toBe(before.runId)
  await desk.strip.getByText('phones-100.csv', { exact: true }).waitFor()
  const seen = new Map((await desk.table.inSight()).map(({ row, status }) => [row, status]))
  for (const { row, status } of before.phones.filter(({ status }) => status === 'signed in'))
    if (seen.has(row)) expect(seen.get(row)).toBe(words.status[status])
  await desk.page.getByRole('complementary', { name: session.simulatedBadge }).waitFor()
})

test('and follows it to its end', async () => {
  await desk.time.goOn()
  const { phones } = await desk.shown.until('finished')
  const signedIn = phones.filter(({ status }) => status === 'signed in').length
  await desk.strip.getByText(run.strip.finished(signedIn, 100)).waitFor()

  expect((await desk.table.all()).map(({ row, status }) => [row, status])).toEqual(
    phones.map(({ row, status }) => [row, words.status[status]]),
  )
})

test('loaded anew after the end, it still has the results', async () => {
  const { runId, phones } = await desk.shown.state()
  await desk.app.reload()
  await desk.goTo('phones')
  await desk.strip.waitFor()

  expect((await desk.shown.state()).runId).toBe(runId)
  await desk.table.chip('failed', phones.filter(({ status }) => status === 'failed').length).waitFor()
})
