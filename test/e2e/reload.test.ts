import { afterAll, beforeAll, expect, test } from 'vitest'
import { countPhones } from '../../src/shared/run/counts.ts'
import { runEnd } from '../../src/shared/run/run-end.ts'
import { text } from '../../src/shared/text/index.ts'
import { sample } from '../support/sample.ts'
import { launchSimulated, type SimulatedWindow } from './support/phones-window.ts'

const { run, session, table: words } = text.window

let ui: SimulatedWindow

beforeAll(async () => {
  ui = await launchSimulated(1000)
  await ui.time.hold()
  await ui.startRun(sample('phones-100.csv'), 100, 'APAC')
})
afterAll(() => ui.app.close())

test('a window that is loaded anew shows the run under way, where it stands', async () => {
  await ui.shown.untilSubmitted(1)
  await ui.time.pass(3)
  await expect.poll(async () => countPhones(await ui.shown.state())['signed in']).toBeGreaterThan(5)
  const before = await ui.shown.state()
  expect(before.watching.kind).toBe('watching')
  await ui.app.reload()
  await ui.tool(run.stopWatching).waitFor()

  expect((await ui.shown.state()).runId).toBe(before.runId)
  await ui.strip.getByText('phones-100.csv', { exact: true }).waitFor()
  const seen = new Map((await ui.table.inSight()).map(({ row, status }) => [row, status]))
  for (const { row, status } of before.phones.filter(({ status }) => status === 'signed in'))
    if (seen.has(row)) expect(seen.get(row)).toBe(words.status[status])
  await ui.page.getByRole('complementary', { name: session.simulatedBadge }).waitFor()
})

test('and follows it to its end', async () => {
  await ui.time.goOn()
  const finished = await ui.shown.until('finished')
  const { phones } = finished
  await ui.strip.getByText(text.run.ended(runEnd(finished))).waitFor()

  expect((await ui.table.all()).map(({ row, status }) => [row, status])).toEqual(
    phones.map(({ row, status }) => [row, words.status[status]]),
  )
})

test('loaded anew after the end, it still has the results', async () => {
  const { runId, phones } = await ui.shown.state()
  await ui.app.reload()
  await ui.goTo('phones')
  await ui.strip.waitFor()

  expect((await ui.shown.state()).runId).toBe(runId)
  await ui.table.chip('failed', phones.filter(({ status }) => status === 'failed').length).waitFor()
})
