import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { checkPhones } from '../../src/shared/phones/check.ts'
import type { RunEvent } from '../../src/shared/run/events.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import type { SessionState } from '../../src/shared/session.ts'
import { text } from '../../src/shared/text/index.ts'
import { threePhones } from './support/example-lists.ts'
import { exampleRun, realTenant } from './support/example-run.ts'
import { looks, sizes } from './support/looks.ts'
import { startButton } from './support/operator.ts'
import { openWindow, type PageAlone, type ReopenedWindow } from './support/page-alone.ts'
import { mainWith, real, simulated } from './support/scripted-mains.ts'

// By which way the service is reached, and where the other one is offered; main is played by the test.

const { run, settings, session } = text.window
const { otherWay } = run.strip

let opened: ReopenedWindow
let alone: PageAlone

beforeAll(async () => {
  opened = await openWindow()
})
afterAll(() => opened.close())
afterEach(() => alone.close())

const byModule: SessionState = real.kind === 'signed-in' ? { ...real, way: 'powershell' } : real

async function open(as: SessionState): Promise<Page> {
  alone = await opened.open(mainWith(as, threePhones), { ...sizes.small, ...looks.light })
  await alone.page.getByRole('navigation').waitFor()
  return alone.page
}

/** A run that was denied, after its first batch was taken or before anything was sent. */
function deniedRun(isSent: boolean): readonly RunEvent[] {
  const written = exampleRun(planRun(checkPhones(threePhones, 'NOAM')), threePhones.name, realTenant)
  const failure = { kind: 'denied', why: { code: 'role' } } as const
  if (isSent) written.submit(0)
  else written.add({ type: 'BatchRefused', batch: 0, failure, nextTryAt: new Date().toISOString() })
  written.add({ type: 'WatchStopped', reason: 'denied' })
  return written.events()
}

async function showDenied(isSent: boolean): Promise<void> {
  await alone.page.getByRole('button', { name: text.window.frame.pages.phones, exact: true }).click()
  await alone.push('run:events', deniedRun(isSent))
  await alone.page.getByText(run.strip.stoppedWhy.denied).waitFor()
}

test('where a run was denied and nothing was sent, the other way is offered and chosen in Settings', async () => {
  const page = await open(real)
  const offer = page.getByRole('button', { name: otherWay.choose })
  await showDenied(true)
  expect(await offer.count()).toBe(0)
  await alone.push('run:events', deniedRun(false))
  await offer.waitFor()
  // There is no other way for who has taken it already, and none out of the simulated tenant.
  for (const elsewhere of [byModule, simulated]) {
    await alone.push('session:changed', elsewhere)
    await offer.waitFor({ state: 'detached' })
    await alone.push('session:changed', real)
    await offer.waitFor()
  }
  await offer.click()
  const choice = page.getByLabel(settings.way.label, { exact: true })
  await expect.poll(() => choice.evaluate((part) => part === document.activeElement)).toBe(true)
  expect(await choice.evaluate((part) => part.getBoundingClientRect().bottom < innerHeight)).toBe(true)
})

test('header and question say by which way a run will go', async () => {
  const page = await open(byModule)
  const [badge, dialog] = [page.getByText(session.byModuleBadge, { exact: true }), page.getByRole('dialog')]
  await badge.waitFor()
  await page.keyboard.press('Control+o')
  await page.getByRole('grid').waitFor()
  await page.getByLabel('Region', { exact: true }).selectOption('NOAM')
  await page.getByRole('button', { name: startButton() }).click()
  await dialog.getByText(run.confirm.ways.powershell, { exact: true }).waitFor()
  await alone.push('session:changed', real)
  await dialog.getByText(run.confirm.ways.direct, { exact: true }).waitFor()
  await badge.waitFor({ state: 'detached' })
})
