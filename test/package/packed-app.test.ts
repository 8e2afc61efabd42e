import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { countPhones } from '../../src/shared/run/counts.ts'
import { resultFile } from '../../src/shared/run/result-file.ts'
import { runEnd } from '../../src/shared/run/run-end.ts'
import type { RunState } from '../../src/shared/run/run-state.ts'
import { text } from '../../src/shared/text/index.ts'
import type { AppUnderTest } from '../e2e/support/app-under-test.ts'
import { type Landmarks, landmarksOf } from '../e2e/support/landmarks.ts'
import { launchApp } from '../e2e/support/launch-app.ts'
import { type OperatorAtWindow, operatorAt, startButton } from '../e2e/support/operator.ts'
import { type PhoneTable, phoneTable, type SeenRow } from '../e2e/support/phone-table.ts'
import { runShown } from '../e2e/support/run-shown.ts'
import { timeInApp } from '../e2e/support/service-time.ts'
import { here, testWith } from '../support/here.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { sample } from '../support/sample.ts'

const { phones, run, table: words } = text.window
const list = sample('phones-100.csv')
const speed = 100

let folder: string
let app: AppUnderTest
let operator: OperatorAtWindow
let window: Landmarks
let table: PhoneTable

/**
 * Plain Node reads no asar, so the app is launched from its unpacked content: those files and no others, far from
 * the packages and sources of the project, and told that it is a release.
 */
const launchPacked = (...args: readonly string[]): Promise<AppUnderTest> =>
  launchApp({ appFolder: inject('packed').extracted, packaged: true, args })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packed-app-'))
  app = await launchPacked(
    '--simulated-tenant',
    `--speed=${speed}`,
    `--list=${list}`,
    '--remote-debugging-port=9222',
  )
  operator = operatorAt(app.page)
  window = landmarksOf(app)
  table = phoneTable(app.page)
})
afterAll(async () => {
  await app.close()
  await removeFolder(folder)
})

// Electron itself is driven through its debugger, and knows that these files are no release.
const hasSwitch = (of: AppUnderTest, name: string): Promise<boolean> =>
  of.evaluate(({ app }, name) => app.commandLine.hasSwitch(name), name)

describe('the packed app', () => {
  let finished: RunState

  test('shows the list that it was started with', async () => {
    await window.listName('phones-100.csv').waitFor()
    await table.chip('ready', 100).waitFor()
  })

  test('signs its phones in: rows turn green and red as the run tells', async () => {
    await operator.chooseRegion('EMEA')
    const time = timeInApp(app, speed)
    await time.hold()
    await operator.press(startButton())
    // The simulated tenant of the packed app lacks something for some of its accounts.
    await window.dialog.getByRole('button', { name: /will fail anyway$/ }).click()
    await window.dialog.getByRole('checkbox').check()
    await window.dialog.getByRole('button', { name: run.confirm.start(100) }).click()
    await window.tool(run.stopWatching).waitFor()
    await time.goOn()
    finished = await runShown(app.page).until('finished')
    const { 'signed in': signedIn, failed } = countPhones(finished)
    await window.strip.getByText(text.run.ended(runEnd(finished))).waitFor()
    expect(signedIn).toBeGreaterThan(0)
    expect(failed).toBeGreaterThan(0)

    const rows = await table.all()
    expect(rows.map(({ row, status }) => [row, status])).toEqual(
      finished.phones.map(({ row, status }) => [row, words.status[status]]),
    )
    const [green = 0, red = 0] = (['signed in', 'failed'] as const).map((status) => greenness(rows, status))
    expect(green).toBeGreaterThan(0)
    expect(red).toBeLessThan(0)
  })

  test('exports the results', async () => {
    const file = join(folder, 'results.csv')
    await app.answerSaveDialog(file)
    await window.tool(run.export).click()
    await window.messages.getByText(run.exported(file)).waitFor()

    expect(await readFile(file, 'utf8')).toBe(resultFile(finished))
  })

  test('has the packed pages to show in the browser after a sign-in', async () => {
    for (const page of ['success', 'error'])
      expect(
        await readFile(join(inject('packed').extracted, `resources/sign-in/${page}.html`), 'utf8'),
      ).toMatch(/^<!doctype html>/i)
  })

  testWith(here.standIn)('has let no debugger in', async () => {
    expect(await hasSwitch(app, 'speed')).toBe(true)
    expect(await hasSwitch(app, 'remote-debugging-port')).toBe(false)
  })

  testWith(here.standIn)('has reported no error', () => {
    expect(app.output()).toBe('')
  })
})

describe('the packed app, started with developer tools and no list', () => {
  let other: AppUnderTest

  beforeAll(async () => {
    other = await launchPacked('--simulated-tenant', '--developer-tools', '--remote-debugging-port=9222')
  })
  afterAll(() => other.close())

  testWith(here.standIn)('lets a debugger in', async () => {
    expect(await hasSwitch(other, 'remote-debugging-port')).toBe(true)
  })

  test('opens the sample list that comes with it', async () => {
    await operatorAt(other.page).goTo('phones')
    await operatorAt(other.page).press(phones.empty.sample)
    await landmarksOf(other).listName('phones-300.csv').waitFor()
  })
})

/** How much more green than red the rows of a status are. */
function greenness(rows: readonly SeenRow[], status: 'signed in' | 'failed'): number {
  const [red = 0, green = 0] = rows.find((row) => row.status === words.status[status])?.background ?? []
  return green - red
}
