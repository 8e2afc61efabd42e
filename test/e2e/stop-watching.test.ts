import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countPhones } from '../../src/shared/run/counts.ts'
import { runEnd } from '../../src/shared/run/run-end.ts'
import type { BatchStage, RunState } from '../../src/shared/run/run-state.ts'
import { stillToSubmit } from '../../src/shared/run/still-to-submit.ts'
import { text } from '../../src/shared/text/index.ts'
import { bigList } from '../support/big-list.ts'
import { copiedBy } from './support/copied-by.ts'
import { launchSimulated, type SimulatedWindow } from './support/phones-window.ts'
import { batchesSent } from './support/service-calls.ts'

const { activity, run, table: words } = text.window
const { closing } = text.main

let ui: SimulatedWindow
let stopped: RunState
let sentUntilStopped: number

beforeAll(async () => {
  ui = await launchSimulated(10_000)
  await ui.time.hold()
  await ui.startRun(await bigList(join(ui.app.userData, 'phones.csv'), 400), 400, 'NOAM')
})
afterAll(() => ui.app.close())

const batchIdsOf = (state: RunState, stage: BatchStage): readonly string[] =>
  state.batches.flatMap((batch) => (batch.stage === stage && batch.batchId ? [batch.batchId] : []))
const messageBoxes = async () => (await ui.app.desktop()).filter(({ act }) => act === 'message-box')
/** The entry of the activity log that says this. */
const entry = (sentence: string): Locator => ui.panel.getByRole('listitem').filter({ hasText: sentence })

test('closing the window while a run is watched asks first, and the run goes on', async () => {
  await ui.app.answerMessageBox(0)
  await ui.app.closeWindow()

  await expect
    .poll(messageBoxes)
    .toEqual([
      { act: 'message-box', message: closing.message, buttons: [closing.keepWatching, closing.close] },
    ])
  expect((await ui.shown.state()).watching.kind).toBe('watching')
  await ui.tool(run.stopWatching).waitFor()
})

test('stopping says that the service goes on', async () => {
  await ui.shown.untilSubmitted(3)
  await ui.time.pass(3)
  await expect.poll(async () => countPhones(await ui.shown.state())['signed in']).toBeGreaterThan(50)
  await ui.tool(run.stopWatching).click()
  await ui.strip.getByText(run.strip.stopped).waitFor()
  stopped = await ui.shown.state()
  sentUntilStopped = (await ui.sent()).length

  expect(stopped.watching).toEqual({ kind: 'stopped', reason: 'operator' })
  expect(await ui.strip.getByText(run.strip.stoppedWhy.operator).isVisible()).toBe(true)
  await ui.spoken.getByText(run.strip.stopped).waitFor({ state: 'attached' })
  const counts = countPhones(stopped)
  await ui.table.chip('signed in', counts['signed in']).waitFor()
  await ui.table.chip('signing in', counts['signing in'] + counts.submitting).waitFor()
})

test('the batches that were submitted keep their IDs in view, the others wait', async () => {
  await ui.showTab(words.panel.counted(words.panel.batches, 4))
  const batches = ui.panel.getByRole('grid')
  // Only those in sight are in the document: the arrow keys go through all of them.
  await batches.getByRole('row').nth(1).click()
  const said: string[] = []
  for (const index of stopped.batches.keys()) {
    const row = batches.locator(`[role="row"][data-index="${index}"]:focus`)
    await row.waitFor()
    said.push(await row.innerText())
    await ui.page.keyboard.press('ArrowDown')
  }
  const open = batchIdsOf(stopped, 'open')
  expect(open.length).toBeGreaterThan(0)
  for (const batchId of open)
    expect(said.find((words) => words.includes(batchId))).toContain(run.batches.stage.open)

  const queued = stopped.batches.filter(({ stage }) => stage === 'queued')
  expect(queued.length).toBeGreaterThan(0)
  expect(said.filter((words) => words.includes(run.batches.stage.queued))).toHaveLength(queued.length)
})

test('the activity log gives the PowerShell lines to look by hand, and copies them', async () => {
  await ui.showTab(words.panel.activity)
  const last = entry(activity.stopped.operator)
  const commands = batchIdsOf(stopped, 'open').map(
    (batchId) => `(Get-CsSdgBulkSignInRequestStatus -BatchId '${batchId}').BatchItem | Format-Table`,
  )
  for (const command of commands) await last.getByText(command).waitFor()

  const copy = last.getByRole('button', { name: activity.copyCommand })
  expect(await copiedBy(ui.app, () => copy.click())).toBe(commands.join('\n'))
})

test('every step of the run stands in the log as a command that can be repeated', async () => {
  const copy = ui.panel.getByRole('button', { name: activity.copyCommands })
  const lines = (await copiedBy(ui.app, () => copy.click())).split('\r\n')

  expect(lines).toContain(`Connect-MicrosoftTeams -TenantId '${stopped.tenant.id}'`)
  const submitted = stopped.batches.filter(({ batchId }) => batchId !== undefined)
  expect(lines.filter((line) => line.includes('New-CsSdgBulkSignInRequest'))).toHaveLength(submitted.length)
  for (const { batchId } of submitted)
    expect(
      lines.some((line) => line.includes(`Get-CsSdgBulkSignInRequestStatus -BatchId '${batchId}'`)),
    ).toBe(true)
})

test('while it is not watched, nothing is asked of the service and nothing changes', async () => {
  expect(await ui.sent()).toHaveLength(sentUntilStopped)
  expect(await ui.shown.state()).toEqual(stopped)
})

test('watching again asks about what is still to be sent, takes the run up and finishes it, each batch sent once', async () => {
  const { phones } = stillToSubmit(stopped)
  await ui.tool(run.watchAgain).click()
  await ui.dialog.getByText(run.confirm.atServicePhones(400 - phones)).waitFor()
  expect(await ui.sent()).toHaveLength(sentUntilStopped)
  await ui.dialog.getByRole('checkbox').check()
  await ui.dialog.getByRole('button', { name: run.confirm.start(phones) }).click()
  await ui.tool(run.stopWatching).waitFor()
  await ui.time.goOn()
  const finished = await ui.shown.until('finished')
  const counts = countPhones(finished)
  await ui.strip.getByText(text.run.ended(runEnd(finished))).waitFor()

  expect(finished.runId).toBe(stopped.runId)
  expect(counts['signed in'] + counts.failed).toBe(400)
  expect(batchesSent(await ui.sent())).toHaveLength(4)
  for (const [index, { batchId }] of stopped.batches.entries())
    if (batchId) expect(finished.batches[index]?.batchId).toBe(batchId)
  await ui.table.chip('failed', counts.failed).waitFor()
})

test('once it is finished, the window closes unasked and the app ends', async () => {
  await ui.app.closeWindow()

  expect(await ui.app.exited).toBe(0)
})
