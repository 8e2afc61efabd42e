import type { Page } from 'playwright-core'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { succeed } from '../../../src/shared/result.ts'
import { pastRun } from '../../../src/shared/run/past-run.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import { guideText } from '../../../src/shared/text/guide.ts'
import { text } from '../../../src/shared/text/index.ts'
import { ofAnyNumber } from './any-value.ts'
import { cellsFrom, manyPhones, untidyPhones } from './example-lists.ts'
import { type ExampleRun, exampleRun, operator, realTenant } from './example-run.ts'
import { startButton } from './operator.ts'
import type { PageAlone, ScriptedMain } from './page-alone.ts'
import type { Screen } from './screens.ts'
import { mainWith, plainSettings, real } from './scripted-mains.ts'

const { frame, phones, table } = text.window
const phones300 = manyPhones(300)
const withRooms = [
  'UPN;MAC Address;Room;Cost centre',
  'reception@contoso.com;0004.f281.24b3;Reception, ground floor;4711',
  'lobby@contoso.com;80:5E:C0:00:00:01;Lobby;4711',
  'a-very-long-name-of-an-account-in-the-warehouse café@contoso.com;0004F28124B5;Warehouse;4712',
  'kitchen@contoso.com;00-90-8F-00-00-01:1;Kitchen on the second floor;',
].join('\n')

const recent = [
  { id: 'a1', name: 'phones-300.csv', folder: 'C:\\Users\\admin\\Documents' },
  { id: 'b2', name: 'head-office.xlsx', folder: '\\\\files.contoso.com\\migration\\telephony\\2026\\lists' },
]

const runId = '20260302-090000-abcdef'

const cell = (page: Page, row: number, column: string) =>
  page.locator(`[data-row="${row}"] [data-column="${column}"]`)

async function openList({ page }: PageAlone): Promise<void> {
  await page.getByRole('navigation').getByText(frame.pages.phones).click()
  await page.keyboard.press('Control+o')
  await page.getByRole('grid').waitFor()
  await page.getByLabel(phones.region, { exact: true }).selectOption('NOAM')
}

const mainOf = (list = phones300): ScriptedMain => ({
  ...mainWith(real, list),
  'run:start': () => succeed({ runId }),
})

/** Opens the list, signs it in, and has the run go as it is written. */
async function runList(alone: PageAlone, list = phones300, write: (run: ExampleRun) => void): Promise<void> {
  const { page } = alone
  await openList(alone)
  await page.getByRole('button', { name: startButton() }).click()
  await page.getByRole('dialog').getByRole('checkbox').check()
  const written = exampleRun(planRun(checkPhones(list, 'NOAM')), list.name, realTenant, operator)
  write(written)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: ofAnyNumber(text.window.run.confirm.start) })
    .click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await alone.push(
    'run:events',
    written.events().map((event) => (event.type === 'RunStarted' ? { ...event, runId } : event)),
  )
  await page.getByRole('tab', { name: table.panel.batches }).waitFor()
}

function wholeRun(run: ExampleRun): void {
  for (const batch of [0, 1, 2]) run.submit(batch)
  for (const batch of [0, 1, 2]) {
    run.report(batch, 100, 14)
    run.finishBatch(batch)
  }
  run.add({ type: 'RunFinished' })
}

function untidyRun(run: ExampleRun): void {
  run.submit(0)
  run.report(0, 7, 4)
  run.finishBatch(0)
  run.add({ type: 'RunFinished' })
}

/** The same list, of which a run has signed in the first phones a moment ago. */
function signedInBefore(): ScriptedMain {
  const run = exampleRun(planRun(checkPhones(phones300, 'NOAM')), phones300.name, realTenant, operator)
  wholeRun(run)
  const state = replay(run.events())
  if (!state) throw new Error('There is no run')
  const at = new Date(Date.now() - 60_000).toISOString()
  const outcomes = state.phones
    .slice(0, 3)
    .map(({ username, hardwareId }) => ({ username, hardwareId, status: 'signed in' as const, at }))
  return {
    ...mainOf(),
    'history:runs': () => succeed({ runs: [{ ...pastRun(state, undefined), outcomes }], unreadable: [] }),
  }
}

/** Rows chosen, edited and signed in again. */
export const tableScreens: readonly Screen[] = [
  {
    name: 'selected',
    main: mainOf(untidyPhones),
    async arrange(alone) {
      const { page } = alone
      await openList(alone)
      await cell(page, 3, 'select').click()
      await cell(page, 6, 'select').click({ modifiers: ['Shift'] })
      await page.getByRole('region', { name: table.select.name }).waitFor()
    },
  },
  {
    name: 'row-menu',
    main: mainOf(),
    floats: true,
    async arrange(alone) {
      await openList(alone)
      await cell(alone.page, 4, 'username').click({ button: 'right' })
      await alone.page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'columns-menu',
    main: mainOf(),
    floats: true,
    async arrange(alone) {
      await openList(alone)
      await alone.page.getByRole('button', { name: table.chooser.button, exact: true }).click()
      await alone.page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'columns-of-file',
    main: {
      ...mainOf(),
      'list:browse': () => succeed(cellsFrom('rooms.csv', withRooms)),
      'settings:get': () =>
        succeed({
          ...plainSettings,
          table: {
            columns: { 'file:Room': true, 'file:Cost centre': true, maker: true },
            widths: { username: 160 },
            twoLines: true,
          },
        }),
    },
    async arrange(alone) {
      await openList(alone)
      await cell(alone.page, 4, 'username').click()
    },
  },
  {
    name: 'results-menu',
    main: mainOf(),
    floats: true,
    async arrange(alone) {
      await runList(alone, phones300, wholeRun)
      await alone.page.getByRole('button', { name: text.window.run.moreResults }).click()
      await alone.page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'recent-lists',
    main: { ...mainOf(), 'list:recent': () => succeed(recent) },
    async arrange({ page }) {
      await page.getByRole('navigation').getByText(frame.pages.phones).click()
      await page.getByRole('region', { name: phones.recent.title }).waitFor()
    },
  },
  {
    name: 'recent-menu',
    main: { ...mainOf(), 'list:recent': () => succeed(recent) },
    floats: true,
    async arrange(alone) {
      await openList(alone)
      await alone.page.getByRole('button', { name: phones.otherWays }).click()
      await alone.page.getByRole('menuitem', { name: phones.recent.forget }).waitFor()
    },
  },
  {
    name: 'help-search',
    main: mainOf(),
    async arrange({ page }) {
      await page.getByRole('navigation').getByText(frame.pages.help).click()
      await page.getByRole('searchbox').fill(guideText.chapters.results.title)
      await page.getByRole('region', { name: guideText.search.results }).waitFor()
    },
  },
  {
    name: 'shortcuts',
    main: mainOf(),
    async arrange(alone) {
      await openList(alone)
      await cell(alone.page, 4, 'username').click()
      await alone.page.keyboard.press('?')
      await alone.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'selected-signed-in',
    main: signedInBefore(),
    async arrange(alone) {
      const { page } = alone
      await openList(alone)
      await cell(page, 2, 'select').click()
      await cell(page, 7, 'select').click({ modifiers: ['Shift'] })
      await page.getByRole('button', { name: startButton() }).first().click()
      await page.getByRole('dialog').getByRole('radio').first().waitFor()
    },
  },
  {
    name: 'run-of-list',
    main: mainOf(untidyPhones),
    async arrange(alone) {
      const { page } = alone
      await runList(alone, untidyPhones, untidyRun)
      await page.getByRole('tab', { name: table.panel.details }).click()
      await page.getByRole('button', { name: new RegExp(`^${table.chips['left out']}`) }).click()
      await page.locator('[data-row][data-status="left out"] [data-column="username"]').first().click()
    },
  },
  {
    name: 'failed-of-list',
    main: mainOf(),
    async arrange(alone) {
      const { page } = alone
      await runList(alone, phones300, wholeRun)
      await page.getByRole('tab', { name: table.panel.failures }).click()
      await page.getByRole('button', { name: text.window.run.failures.show }).first().click()
      await page.getByRole('grid').focus()
      await page.locator('[data-column="username"]').nth(1).click()
      await page.keyboard.press('Control+a')
    },
  },
]
