import { resolve } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countPhones } from '../../src/shared/run/counts.ts'
import type { BatchStage, RunState } from '../../src/shared/run/run-state.ts'
import { stillToSubmit } from '../../src/shared/run/still-to-submit.ts'
import { text } from '../../src/shared/text/index.ts'
import type { AppUnderTest } from './support/app-under-test.ts'
import { type Landmarks, landmarksOf } from './support/landmarks.ts'
import { launchApp } from './support/launch-app.ts'
import { type OperatorAtWindow, operatorAt } from './support/operator.ts'
import { type PhoneTable, phoneTable } from './support/phone-table.ts'
import { type RunShown, runShown } from './support/run-shown.ts'
import { batchesSent, recordServiceCalls, type ServiceCall } from './support/service-calls.ts'

const { activity, run, session, table: words } = text.window
const { closing } = text.main
const list = resolve(import.meta.dirname, '../../resources/samples/three-regions-1000.csv')

let app: AppUnderTest
let operator: OperatorAtWindow
let window: Landmarks
let table: PhoneTable
let shown: RunShown
let sent: () => Promise<readonly ServiceCall[]>
let stopped: RunState
let sentUntilStopped: number

beforeAll(async () => {
  app = await launchApp({ args: ['--speed=50'] })
  operator = operatorAt(app.page)
  window = landmarksOf(app)
  table = phoneTable(app.page)
  shown = runShown(app.page)
  sent = await recordServiceCalls(app)
  await operator.press(session.explore)
  await operator.goTo('phones')
  await window.browse(list)
  await window.listName('three-regions-1000.csv').waitFor()
  await operator.signIn(1000)
  await window.tool(run.stopWatching).waitFor()
})
afterAll(() => app.close())

const batchIdsOf = (state: RunState, stage: BatchStage): readonly string[] =>
  state.batches.flatMap((batch) => (batch.stage === stage && batch.batchId ? [batch.batchId] : []))
const messageBoxes = async () => (await app.desktop()).filter(({ act }) => act === 'message-box')
/** The entry of the activity log that says this. */
const entry = (sentence: string): Locator => window.panel.getByRole('listitem').filter({ hasText: sentence })

test('closing the window while a run is watched asks first, and the run goes on', async () => {
  await app.answerMessageBox(0)
  await app.closeWindow()

  await expect
    .poll(messageBoxes)
    .toEqual([
      { act: 'message-box', message: closing.message, buttons: [closing.keepWatching, closing.close] },
    ])
  expect((await shown.state()).watching.kind).toBe('watching')
  await window.tool(run.stopWatching).waitFor()
})

test('stopping says that the service goes on', async () => {
  await expect
    .poll(async () => countPhones(await shown.state())['signed in'], { timeout: 30_000 })
    .toBeGreaterThan(50)
  await window.tool(run.stopWatching).click()
  await window.strip.getByText(run.strip.stopped).waitFor()
  stopped = await shown.state()
  sentUntilStopped = (await sent()).length

  expect(stopped.watching).toEqual({ kind: 'stopped', reason: 'operator' })
  expect(await window.strip.getByText(run.strip.stoppedWhy.operator).isVisible()).toBe(true)
  await window.spoken.getByText(run.strip.stopped).waitFor({ state: 'attached' })
  const counts = countPhones(stopped)
  await table.chip('signed in', counts['signed in']).waitFor()
  await table.chip('signing in', counts['signing in'] + counts.submitting).waitFor()
})

test('the batches that were handed over keep their IDs in view, the others wait', async () => {
  await window.showTab(words.panel.counted(words.panel.batches, 12))
  const batches = window.panel.getByRole('table')
  const open = batchIdsOf(stopped, 'open')
  expect(open.length).toBeGreaterThan(0)
  for (const batchId of open)
    await batches.getByRole('row').filter({ hasText: batchId }).getByText(run.batches.stage.open).waitFor()

  const queued = stopped.batches.filter(({ stage }) => stage === 'queued')
  expect(queued.length).toBeGreaterThan(0)
  expect(await batches.getByText(run.batches.stage.queued, { exact: true }).count()).toBe(queued.length)
})

test('the activity log gives the PowerShell lines to look by hand, and copies them', async () => {
  await window.showTab(words.panel.activity)
  const last = entry(activity.stopped.operator)
  const commands = batchIdsOf(stopped, 'open').map(
    (batchId) => `(Get-CsSdgBulkSignInRequestStatus -BatchId '${batchId}').BatchItem | Format-Table`,
  )
  for (const command of commands) await last.getByText(command).waitFor()

  await last.getByRole('button', { name: activity.copyCommand }).click()
  await expect
    .poll(async () => (await app.desktop()).at(-1))
    .toEqual({ act: 'clipboard', text: commands.join('\n') })
})

test('every step of the run stands in the log as a command that can be repeated', async () => {
  await window.panel.getByRole('button', { name: activity.copyCommands }).click()
  await expect.poll(async () => (await app.desktop()).at(-1)?.act).toBe('clipboard')
  const last = (await app.desktop()).at(-1)
  const lines = last?.act === 'clipboard' ? last.text.split('\r\n') : []

  expect(lines).toContain(`Connect-MicrosoftTeams -TenantId '${stopped.tenant.id}'`)
  const submitted = stopped.batches.filter(({ batchId }) => batchId !== undefined)
  expect(lines.filter((line) => line.includes('New-CsSdgBulkSignInRequest'))).toHaveLength(submitted.length)
  for (const { batchId } of submitted)
    expect(
      lines.some((line) => line.includes(`Get-CsSdgBulkSignInRequestStatus -BatchId '${batchId}'`)),
    ).toBe(true)
})

test('while it is not watched, nothing is asked of the service and nothing changes', async () => {
  expect(await sent()).toHaveLength(sentUntilStopped)
  expect(await shown.state()).toEqual(stopped)
})

test('watching again asks about what is still to be sent, takes the run up and finishes it, each batch sent once', async () => {
  const { phones } = stillToSubmit(stopped)
  await window.tool(run.watchAgain).click()
  await window.dialog.getByText(run.confirm.atServicePhones(1000 - phones)).waitFor()
  expect(await sent()).toHaveLength(sentUntilStopped)
  await window.dialog.getByRole('checkbox').check()
  await window.dialog.getByRole('button', { name: run.confirm.start(phones) }).click()
  await window.tool(run.stopWatching).waitFor()
  const finished = await shown.until('finished')
  const counts = countPhones(finished)
  await window.strip.getByText(run.strip.finished(counts['signed in'], 1000)).waitFor()

  expect(finished.runId).toBe(stopped.runId)
  expect(counts['signed in'] + counts.failed).toBe(1000)
  expect(batchesSent(await sent())).toHaveLength(12)
  for (const [index, { batchId }] of stopped.batches.entries())
    if (batchId) expect(finished.batches[index]?.batchId).toBe(batchId)
  await table.chip('failed', counts.failed).waitFor()
})

test('once it is finished, the window closes unasked and the app ends', async () => {
  await app.closeWindow()

  expect(await app.exited).toBe(0)
})
