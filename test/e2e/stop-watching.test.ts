import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countPhones } from '../../src/shared/run/counts.ts'
import type { BatchStage, RunState } from '../../src/shared/run/run-state.ts'
import { stillToSubmit } from '../../src/shared/run/still-to-submit.ts'
import { text } from '../../src/shared/text/index.ts'
import { sample } from '../support/sample.ts'
import { copiedBy } from './support/copied-by.ts'
import { launchSimulated, type SimulatedDesk } from './support/phones-desk.ts'
import { batchesSent } from './support/service-calls.ts'

const { activity, run, table: words } = text.window
const { closing } = text.main

let desk: SimulatedDesk
let stopped: RunState
let sentUntilStopped: number

beforeAll(async () => {
  desk = await launchSimulated(200)
  await desk.time.hold()
  await desk.startRun(sample('three-regions-1000.csv'), 1000)
})
afterAll(() => desk.app.close())

const batchIdsOf = (state: RunState, stage: BatchStage): readonly string[] =>
  state.batches.flatMap((batch) => (batch.stage === stage && batch.batchId ? [batch.batchId] : []))
const messageBoxes = async () => (await desk.app.desktop()).filter(({ act }) => act === 'message-box')
/** The entry of the activity log that says this. */
const entry = (sentence: string): Locator => desk.panel.getByRole('listitem').filter({ hasText: sentence })

test('closing the window while a run is watched asks first, and the run goes on', async () => {
  await desk.app.answerMessageBox(0)
  await desk.app.closeWindow()

  await expect
    .poll(messageBoxes)
    .toEqual([
      { act: 'message-box', message: closing.message, buttons: [closing.keepWatching, closing.close] },
    ])
  expect((await desk.shown.state()).watching.kind).toBe('watching')
  await desk.tool(run.stopWatching).waitFor()
})

test('stopping says that the service goes on', async () => {
  await desk.shown.untilSubmitted(9)
  await desk.time.pass(3)
  await expect.poll(async () => countPhones(await desk.shown.state())['signed in']).toBeGreaterThan(50)
  await desk.tool(run.stopWatching).click()
  await desk.strip.getByText(run.strip.stopped).waitFor()
  stopped = await desk.shown.state()
  sentUntilStopped = (await desk.sent()).length

  expect(stopped.watching).toEqual({ kind: 'stopped', reason: 'operator' })
  expect(await desk.strip.getByText(run.strip.stoppedWhy.operator).isVisible()).toBe(true)
  await desk.spoken.getByText(run.strip.stopped).waitFor({ state: 'attached' })
  const counts = countPhones(stopped)
  await desk.table.chip('signed in', counts['signed in']).waitFor()
  await desk.table.chip('signing in', counts['signing in'] + counts.submitting).waitFor()
})

test('the batches that were submitted keep their IDs in view, the others wait', async () => {
  await desk.showTab(words.panel.counted(words.panel.batches, 12))
  const batches = desk.panel.getByRole('table')
  const open = batchIdsOf(stopped, 'open')
  expect(open.length).toBeGreaterThan(0)
  for (const batchId of open)
    await batches.getByRole('row').filter({ hasText: batchId }).getByText(run.batches.stage.open).waitFor()

  const queued = stopped.batches.filter(({ stage }) => stage === 'queued')
  expect(queued.length).toBeGreaterThan(0)
  expect(await batches.getByText(run.batches.stage.queued, { exact: true }).count()).toBe(queued.length)
})

test('the activity log gives the PowerShell lines to look by hand, and copies them', async () => {
  await desk.showTab(words.panel.activity)
  const last = entry(activity.stopped.operator)
  const commands = batchIdsOf(stopped, 'open').map(
    (batchId) => `(Get-CsSdgBulkSignInRequestStatus -BatchId '${batchId}').BatchItem | Format-Table`,
  )
  for (const command of commands) await last.getByText(command).waitFor()

  const copy = last.getByRole('button', { name: activity.copyCommand })
  expect(await copiedBy(desk.app, () => copy.click())).toBe(commands.join('\n'))
})

test('every step of the run stands in the log as a command that can be repeated', async () => {
  const copy = desk.panel.getByRole('button', { name: activity.copyCommands })
  const lines = (await copiedBy(desk.app, () => copy.click())).split('\r\n')

  expect(lines).toContain(`Connect-MicrosoftTeams -TenantId '${stopped.tenant.id}'`)
  const submitted = stopped.batches.filter(({ batchId }) => batchId !== undefined)
  expect(lines.filter((line) => line.includes('New-CsSdgBulkSignInRequest'))).toHaveLength(submitted.length)
  for (const { batchId } of submitted)
    expect(
      lines.some((line) => line.includes(`Get-CsSdgBulkSignInRequestStatus -BatchId '${batchId}'`)),
    ).toBe(true)
})

test('while it is not watched, nothing is asked of the service and nothing changes', async () => {
  expect(await desk.sent()).toHaveLength(sentUntilStopped)
  expect(await desk.shown.state()).toEqual(stopped)
})

test('watching again asks about what is still to be sent, takes the run up and finishes it, each batch sent once', async () => {
  await desk.time.goOn()
  const { phones } = stillToSubmit(stopped)
  await desk.tool(run.watchAgain).click()
  await desk.dialog.getByText(run.confirm.atServicePhones(1000 - phones)).waitFor()
  expect(await desk.sent()).toHaveLength(sentUntilStopped)
  await desk.dialog.getByRole('checkbox').check()
  await desk.dialog.getByRole('button', { name: run.confirm.start(phones) }).click()
  await desk.tool(run.stopWatching).waitFor()
  const finished = await desk.shown.until('finished')
  const counts = countPhones(finished)
  await desk.strip.getByText(run.strip.finished(counts['signed in'], 1000)).waitFor()

  expect(finished.runId).toBe(stopped.runId)
  expect(counts['signed in'] + counts.failed).toBe(1000)
  expect(batchesSent(await desk.sent())).toHaveLength(12)
  for (const [index, { batchId }] of stopped.batches.entries())
    if (batchId) expect(finished.batches[index]?.batchId).toBe(batchId)
  await desk.table.chip('failed', counts.failed).waitFor()
})

test('once it is finished, the window closes unasked and the app ends', async () => {
  await desk.app.closeWindow()

  expect(await desk.app.exited).toBe(0)
})
