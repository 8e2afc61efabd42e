import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { checkPhones } from '../../src/shared/phones/check.ts'
import { succeed } from '../../src/shared/result.ts'
import type { RunEvent } from '../../src/shared/run/events.ts'
import { type PastRun, pastRun } from '../../src/shared/run/past-run.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { replay } from '../../src/shared/run/reducer.ts'
import { text } from '../../src/shared/text/index.ts'
import { cellsFrom, manyPhones, manyPhonesText } from './support/example-lists.ts'
import { exampleRun, operator, realTenant } from './support/example-run.ts'
import { openWindow, type PageAlone, type ReopenedWindow } from './support/page-alone.ts'
import { mainWith, plainSettings, real } from './support/scripted-mains.ts'

// The table with the keyboard alone; main is played.

const { frame, phones, table } = text.window

const withRooms = manyPhonesText(40, false)
  .split(/\r?\n/)
  .map((line, at) => (line === '' ? line : `${line},${at === 0 ? 'Room' : `Room ${at}`}`))
  .join('\n')

let window: ReopenedWindow
let alone: PageAlone
let page: Page
/** What the page has asked to be kept of the table. */
const kept: unknown[] = []
let onDisk: readonly PastRun[] = []
const retried: unknown[] = []
beforeAll(async () => {
  window = await openWindow()
  alone = await window.open(
    {
      ...mainWith(real, cellsFrom('phones.csv', withRooms)),
      'list:unsaved': () => succeed(undefined),
      'history:runs': () => succeed({ runs: onDisk, unreadable: [] }),
      'run:retry-failed': (request) => {
        retried.push(request)
        return succeed({ runId: 'again' })
      },
      'settings:change': ({ table: look }) => {
        kept.push(look)
        return succeed({ ...plainSettings, ...(look && { table: look }) })
      },
    },
    { width: 1000, height: 680 },
  )
  page = alone.page
  await page.getByRole('navigation').getByText(frame.pages.phones).click()
  await page.keyboard.press('Control+o')
  await page.getByLabel(phones.region, { exact: true }).selectOption('NOAM')
})
afterAll(() => window.close())

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const row = (number: number) => page.locator(`[data-row="${number}"]`)
const bar = () => page.getByRole('region', { name: table.select.name })
const focused = (): Promise<string | null | undefined> =>
  page.evaluate(() => {
    const cell = document.activeElement?.closest('[data-column]')
    return (
      cell && `${cell.closest('[data-row]')?.getAttribute('data-row')} ${cell.getAttribute('data-column')}`
    )
  })

beforeEach(async () => {
  await row(2).locator('[data-column="username"]').click()
  await press('Escape')
})

test('rows are selected with Space, Shift and the arrow keys, and Ctrl+A, and cleared with Esc', async () => {
  await press('Space', 'ArrowDown', 'ArrowDown', 'Space')
  await bar().getByText(table.select.selected(2)).waitFor()
  expect(await row(2).getAttribute('aria-selected')).toBe('true')
  expect(await row(3).getAttribute('aria-selected')).toBe('false')
  await press('Shift+ArrowDown', 'Shift+ArrowDown')
  await bar().getByText(table.select.selected(3)).waitFor()
  await page.getByRole('button', { name: phones.signIn.selected(3) }).waitFor()

  await press('Control+a')
  await bar().getByText(table.select.selected(40)).waitFor()
  await press('Escape')
  await bar().waitFor({ state: 'detached' })
  expect(await focused()).toBe('6 username')
})

test('what the filter hides stays selected, and the bar says so; a button clears the filter', async () => {
  await press('Space')
  const filter = page.getByRole('searchbox', { name: phones.filter })
  await filter.fill('phone0040')
  await bar().getByText(table.select.hidden(1)).waitFor()
  await page.getByRole('button', { name: phones.clearFilter }).click()
  expect(await filter.inputValue()).toBe('')
  expect(await filter.evaluate((field) => field === document.activeElement)).toBe(true)
  await row(2).waitFor()
})

test('Shift+F10 opens what can be done with a row; it is done, undone and made again, and the keyboard stays in the table', async () => {
  await press('Shift+F10')
  const menu = page.getByRole('menu', { name: table.rows.menu(2) })
  await menu.getByRole('menuitem').first().waitFor()
  await expect
    .poll(() =>
      menu
        .getByRole('menuitem')
        .first()
        .evaluate((item) => item === document.activeElement),
    )
    .toBe(true)
  await press('Escape')
  await menu.waitFor({ state: 'detached' })
  await expect.poll(focused).toBe('2 username')

  await press('Shift+F10')
  await menu.getByRole('menuitem', { name: table.rows.leaveOut }).press('Enter')
  await menu.waitFor({ state: 'detached' })
  await row(2).getByText(table.status['left out'], { exact: true }).waitFor()
  await page.getByRole('button', { name: phones.signIn.all(39) }).waitFor()
  await expect.poll(focused).toBe('2 username')
  await press('Control+z')
  await row(2).getByText(table.status.ready, { exact: true }).waitFor()
  await press('Control+Shift+z')
  await row(2).getByText(table.status['left out'], { exact: true }).waitFor()
  await press('Control+z')
})

test('a cell is typed over, and a row is deleted and comes back', async () => {
  await press('x')
  const editor = page.getByRole('textbox', { name: table.editing.label(table.columns.username, 2) })
  expect(await editor.inputValue()).toBe('x')
  await page.keyboard.type('y@contoso.com')
  await press('Enter')
  await row(2).getByText('xy@contoso.com').waitFor()
  expect(await focused()).toBe('2 username')
  await press('Delete')
  await row(2).waitFor({ state: 'detached' })
  await press('Control+z', 'Control+z')
  await row(2).getByText('phone0001@contoso.com').waitFor()
})

test('columns are chosen and made wider with the keyboard, by hand too, and all of it is kept', async () => {
  const head = (name: string) => page.getByRole('columnheader', { name })
  await page.getByRole('button', { name: table.chooser.button, exact: true }).focus()
  await press('Enter')
  await page.getByRole('menuitemcheckbox', { name: table.columns.region }).waitFor()
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
  await page.getByRole('menuitemcheckbox', { name: 'Room', checked: true }).waitFor()
  await press('Escape')
  await head('Room').waitFor()
  await row(2).getByRole('gridcell', { name: 'Room 1', exact: true }).waitFor()
  expect(kept.at(-1)).toEqual({ columns: { 'file:Room': true } })

  await row(2).locator('[data-column="username"]').click()
  await press('ArrowUp')
  const width = async (): Promise<number> => (await head(table.columns.username).boundingBox())?.width ?? 0
  const before = await width()
  await press('Alt+ArrowRight')
  await expect.poll(width).toBe(Math.round(before) + 16)
  const edge = await page.locator('[data-edge="username"]').boundingBox()
  if (!edge) throw new Error('The column has no edge')
  await page.mouse.move(edge.x + 5, edge.y + 5)
  await page.mouse.down()
  await page.mouse.move(edge.x + 45, edge.y + 5)
  await page.mouse.up()
  await expect.poll(width).toBe(Math.round(before) + 56)
  expect(kept.at(-1)).toEqual({
    columns: { 'file:Room': true },
    widths: { username: Math.round(before) + 56 },
  })
  await page.getByRole('searchbox').fill('room 17')
  await expect.poll(() => page.locator('[role="row"][data-status]').count()).toBe(1)
  await page.getByRole('searchbox').fill('')
})

test('the panel is closed until there is something to say; it opens, is made larger with the keyboard, and closed', async () => {
  const panel = page.getByRole('tabpanel')
  expect(await panel.count()).toBe(0)
  await page.getByRole('tab', { name: table.panel.details }).click()
  await panel.getByText(table.details.row(2)).waitFor()
  const splitter = page.getByRole('separator', { name: table.panel.resizeHeight })
  const height = async (): Promise<number> => (await panel.boundingBox())?.height ?? 0
  const before = await height()
  await splitter.focus()
  await press('ArrowUp')
  await expect.poll(height).toBeGreaterThan(before)
  await press('Home')
  await expect.poll(height).toBeLessThan(before)
  expect(kept.at(-1)).toMatchObject({ panelHeight: 132 })

  await page.setViewportSize({ width: 1600, height: 1000 })
  await page.getByRole('separator', { name: table.panel.resizeWidth }).waitFor()
  const grid = await page.getByRole('grid').boundingBox()
  expect((await panel.boundingBox())?.x).toBeGreaterThan((grid?.x ?? 0) + (grid?.width ?? 0))
  await page.setViewportSize({ width: 1000, height: 680 })
  await page.getByRole('button', { name: table.panel.collapse }).click()
  await panel.waitFor({ state: 'detached' })
})

test('a question mark shows the shortcuts, and Esc gives the keyboard back', async () => {
  await press('?')
  await page.getByRole('dialog').getByRole('heading', { name: frame.shortcuts.title }).waitFor()
  await press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await focused()).toBe('2 username')
  expect(alone.errors()).toEqual([])
})

test('a retry of a run whose list is not open leaves out a phone that another list has signed in, and one click includes it', async () => {
  const sheet = manyPhones(3)
  const run = exampleRun(planRun(checkPhones(sheet, 'NOAM')), 'other.csv', realTenant, operator)
  run.submit(0)
  run.report(0, 3, 1)
  run.finishBatch(0)
  run.add({ type: 'RunFinished' })
  const state = replay(run.events())
  const [first] = state?.phones ?? []
  if (!state || !first) throw new Error('There is no run with phones')
  const outcome = { ...first, status: 'signed in' as const, at: new Date().toISOString() }
  onDisk = [{ ...pastRun(state, undefined), runId: '20260101-090000-aaaaaa', outcomes: [outcome], tried: [] }]
  await alone.push('run:events', run.events())
  await page.getByRole('button', { name: text.window.run.retryFailed }).click()
  const dialog = page.getByRole('dialog')
  const { confirm } = text.window.run
  await dialog.getByRole('heading', { name: confirm.retryTitle(2) }).waitFor()
  await dialog.getByText(confirm.signedIn.leftOut(1)).waitFor()
  await dialog.getByRole('checkbox').check()

  await dialog.getByRole('button', { name: phones.signedIn.include(1) }).click()
  await dialog.getByText(confirm.signedIn.included(1)).waitFor()
  // What was agreed to is not what is asked now.
  expect(await dialog.getByRole('checkbox').isChecked()).toBe(false)
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: confirm.start(3) }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(retried).toMatchObject([{ includeSignedIn: true, confirmed: { phones: { length: 3 } } }])
})

test('the current row keeps the keyboard where events send it, and when they take it away no other row has its keys', async () => {
  const sheet = manyPhones(6)
  const run = exampleRun(planRun(checkPhones(sheet, 'NOAM')), 'other.csv', realTenant, operator)
  run.submit(0)
  const events = run
    .events()
    .map((event) => (event.type === 'RunStarted' ? { ...event, runId: 'moving' } : event))
  await alone.push('run:events', events)
  const say = (seq: number, phones: Extract<RunEvent, { type: 'PhonesReported' }>['phones']) =>
    alone.push('run:events', [
      { seq: events.length + seq, at: '2026-03-02T09:00:00Z', type: 'PhonesReported', batch: 0, phones },
    ])
  const order = () =>
    page
      .locator('[role="row"][data-row]')
      .evaluateAll((rows) => rows.map((one) => one.getAttribute('data-row')))
  await page.locator('[role="columnheader"][data-column="status"]').click()
  await row(2).locator('[data-column="username"]').click()
  const cell = await row(2).locator('[data-column="username"]').elementHandle()

  await say(1, [{ phone: 0, status: 'signed in', said: 'success' }])
  await expect.poll(order).toEqual(['0', '3', '4', '5', '6', '7', '2'])
  expect(await focused()).toBe('2 username')
  expect(await cell?.evaluate((one) => document.activeElement === one)).toBe(true)
  await press('Space')
  expect(await row(2).getAttribute('aria-selected')).toBe('true')

  await press('Escape', 'ArrowUp')
  expect(await focused()).toBe('7 username')
  const filters = page.getByRole('group', { name: phones.statusFilter })
  await filters.getByRole('button', { name: table.chips['signing in'] }).click()
  await row(7).locator('[data-column="username"]').click()
  const last = await row(7).locator('[data-column="username"]').elementHandle()
  await say(2, [{ phone: 5, status: 'failed', said: 'failed', error: 'Device is offline.' }])
  await expect.poll(order).toEqual(['0', '3', '4', '5', '6'])
  expect(await last?.evaluate((one) => one.isConnected)).toBe(false)
  await filters.getByRole('button', { name: phones.all }).click()
  const head = page.locator('[role="columnheader"][data-column="status"]')
  await head.click()
  await head.click()
})

test('the activity log follows its end, also where a scroll is told of after more has come, until somebody scrolls away', async () => {
  const sheet = manyPhones(3)
  const run = exampleRun(planRun(checkPhones(sheet, 'NOAM')), 'other.csv', realTenant, operator)
  run.submit(0)
  for (let turn = 0; turn < 60; turn++) run.report(0, turn % 3)
  const events = run
    .events()
    .map((event) => (event.type === 'RunStarted' ? { ...event, runId: 'long' } : event))
  await alone.push('run:events', events.slice(0, 40))
  await page.getByRole('tab', { name: table.panel.activity }).click()
  const log = page.getByRole('region', { name: text.window.activity.name })
  const left = () => log.evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight)
  await expect.poll(left).toBeLessThan(2)

  await log.evaluate(
    async (scrolled, more) => {
      const { pushFromTest } = globalThis as never as { pushFromTest(...args: unknown[]): void }
      pushFromTest('run:events', more)
      // The page has the new lines once this is over, and has not been laid out yet.
      await new Promise((done) => queueMicrotask(() => queueMicrotask(() => done(undefined))))
      scrolled.dispatchEvent(new Event('scroll'))
    },
    events.slice(40, 50),
  )
  await log.locator('[aria-posinset="50"]').waitFor()
  await expect.poll(left).toBeLessThan(2)

  await log.evaluate((one) => one.scrollTo(0, 0))
  await log.locator('[aria-posinset="1"]').waitFor()
  await alone.push('run:events', events.slice(50))
  await log.locator(`[aria-setsize="${events.length}"]`).first().waitFor()
  expect(await log.evaluate((one) => one.scrollTop)).toBe(0)
})

test('the batches beside the table are read without scrolling sideways, and what was not sent is not counted as done', async () => {
  const sheet = manyPhones(150)
  const run = exampleRun(planRun(checkPhones(sheet, 'NOAM')), 'other.csv', realTenant, operator)
  run.submit(0)
  run.report(0, 40)
  run.add({ type: 'BatchDiscarded', batch: 1 })
  await alone.push(
    'run:events',
    run.events().map((event) => (event.type === 'RunStarted' ? { ...event, runId: 'beside' } : event)),
  )
  await page.setViewportSize({ width: 1600, height: 1000 })
  await page.getByRole('tab', { name: table.panel.batches }).click()
  const batches = page.getByRole('grid', { name: table.panel.batches })
  const cells = (at: number) => batches.getByRole('row').nth(at).getByRole('gridcell')
  const box = async (at: number) => (await cells(1).nth(at).boundingBox()) ?? { x: 0, y: 0, width: 0 }
  await expect.poll(async () => (await box(4)).y > (await box(0)).y).toBe(true)
  expect(await batches.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  expect((await box(4)).width).toBeGreaterThan(300)
  expect(await cells(1).nth(2).textContent()).toBe('40 of 75')
  expect(await cells(2).nth(2).textContent()).toBe('75')
  await page.setViewportSize({ width: 1000, height: 680 })
})

test('the region is read to its end where there is room for it', async () => {
  await page.getByRole('button', { name: phones.backToList('phones.csv') }).click()
  const choice = page.getByLabel(phones.region, { exact: true })
  const width = async (): Promise<number> => (await choice.boundingBox())?.width ?? 0
  await page.setViewportSize({ width: 1400, height: 760 })
  await expect.poll(width).toBeGreaterThan(0)
  const whole = await width()
  await page.setViewportSize({ width: 1180, height: 760 })
  await expect.poll(width).toBe(whole)
})
