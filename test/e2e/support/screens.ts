import type { Page } from 'playwright-core'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import type { Sheet } from '../../../src/shared/phones/sheet.ts'
import { fail } from '../../../src/shared/result.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { guideText } from '../../../src/shared/text/guide.ts'
import { text } from '../../../src/shared/text/index.ts'
import { quoted } from '../../../src/shared/text/quoted.ts'
import { roughly } from '../../../src/shared/text/roughly.ts'
import { longNames, manyPhones, movedCells, threePhones, untidyPhones } from './example-lists.ts'
import { type ExampleRun, exampleRun, realTenant, simulatedTenant } from './example-run.ts'
import { startButton } from './operator.ts'
import type { PageAlone, ScriptedMain } from './page-alone.ts'
import { mainWith, real, signedOut, simulated } from './scripted-mains.ts'

/** One state of the window, and how to get there. */
export type Screen = {
  readonly name: string
  readonly main: ScriptedMain
  /** Whether it is about what floats (a tooltip, a menu) and follows a resized window late or not at all: it is opened anew. */
  readonly floats?: true
  /** Whether it moves the clock of the page, which stays so in a page that is opened again. */
  readonly movesClock?: true
  arrange?(alone: PageAlone): Promise<void>
}

const { frame, phones, run: words, table } = text.window

const excelDamaged = (): string => text.check.fileBinary({ file: 'phones.xlsx', kind: 'excel-damaged' })

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()

async function openList({ page }: PageAlone, region = 'NOAM'): Promise<void> {
  await page.getByRole('navigation').waitFor()
  await page.keyboard.press('Control+o')
  await page.getByRole('grid').waitFor()
  const choice = page.getByLabel(phones.region, { exact: true })
  if (region !== '' && (await choice.isEnabled())) await choice.selectOption(region)
}

const showTab = (page: Page, tab: 'activity' | 'batches' | 'details'): Promise<void> =>
  page.getByRole('tab', { name: table.panel[tab] }).click()

const cell = (page: Page, row: number, column: string) =>
  page.locator(`[data-row="${row}"] [data-column="${column}"]`)

/** A run of this list, written by hand and pushed as main would. */
async function run(
  alone: PageAlone,
  sheet: Sheet,
  write: (run: ExampleRun) => void,
  tenant = simulatedTenant,
): Promise<void> {
  const written = exampleRun(planRun(checkPhones(sheet, 'NOAM')), sheet.name, tenant)
  write(written)
  await alone.page.getByRole('navigation').waitFor()
  await press(alone.page, frame.pages.phones)
  await alone.push('run:events', written.events())
  await alone.page.getByRole('grid').waitFor()
}

const throttled = {
  kind: 'throttled',
  message: 'The service asks for fewer requests, and to wait 30 seconds before the next try.',
  retryAfterMs: 30_000,
  correlationId: '4c1f0b7e-1f2d-4a41-8b0a-6d1f3f1f0001',
} as const

const phones300 = manyPhones(300)
const phones3000 = manyPhones(3000, true)

function halfWay(run: ExampleRun): void {
  for (const batch of [0, 1, 2]) run.submit(batch)
  run.report(0, 84)
  run.report(1, 41)
  run.report(2, 12)
}

function wholeRun(run: ExampleRun): void {
  for (const batch of [0, 1, 2]) run.submit(batch)
  for (const batch of [0, 1, 2]) {
    run.report(batch, 100, 14)
    run.finishBatch(batch)
  }
  run.add({ type: 'RunFinished' })
}

/** Every state of the window that somebody meets. */
export const screens: readonly Screen[] = [
  { name: 'signed-out', main: mainWith(signedOut) },
  { name: 'urls', main: mainWith(simulated) },
  { name: 'urls-real', main: mainWith(real) },
  {
    name: 'help',
    main: mainWith(signedOut),
    arrange: async ({ page }) => press(page, frame.pages.help),
  },
  {
    name: 'help-messages',
    main: mainWith(simulated),
    async arrange({ page }) {
      await press(page, frame.pages.help)
      await press(page, guideText.chapters.messages.title)
    },
  },
  {
    name: 'help-deployment',
    main: mainWith(simulated),
    async arrange({ page }) {
      await press(page, frame.pages.help)
      await press(page, guideText.chapters.deployment.title)
    },
  },
  {
    name: 'empty',
    main: mainWith(simulated),
    arrange: async ({ page }) => press(page, frame.pages.phones),
  },
  {
    name: 'three-rows',
    main: mainWith(simulated, threePhones),
    arrange: async (alone) => openList(alone),
  },
  {
    name: 'no-region',
    main: mainWith(signedOut, threePhones),
    arrange: async (alone) => openList(alone, ''),
  },
  {
    name: 'issues',
    main: mainWith(simulated, untidyPhones),
    arrange: async (alone) => openList(alone),
  },
  {
    name: 'row-details',
    main: mainWith(simulated, untidyPhones),
    async arrange(alone) {
      await openList(alone)
      await cell(alone.page, 11, 'hardwareId').click()
      await showTab(alone.page, 'details')
    },
  },
  {
    name: 'editing',
    main: mainWith(simulated, untidyPhones),
    async arrange(alone) {
      await openList(alone)
      await cell(alone.page, 4, 'username').dblclick()
      await alone.page.keyboard.type('cafe contoso.com')
      await alone.page.getByText(quoted('cafe contoso.com')).last().waitFor()
    },
  },
  {
    name: 'moved-cells',
    main: mainWith(simulated, movedCells),
    async arrange(alone) {
      await openList(alone)
      await cell(alone.page, 4, 'username').dblclick()
      await alone.page.getByText(quoted('boss@contoso.com')).last().waitFor()
    },
  },
  {
    name: 'no-match',
    floats: true,
    main: mainWith(simulated, untidyPhones),
    async arrange(alone) {
      await openList(alone)
      await alone.page.getByLabel(phones.filter, { exact: true }).fill('nowhere')
      await alone.page.getByText(phones.noMatch).waitFor()
    },
  },
  {
    name: 'wrong-file',
    main: {
      ...mainWith(simulated, untidyPhones),
      'list:drop': () =>
        fail({
          kind: 'not-a-list',
          message: excelDamaged(),
        }),
    },
    async arrange(alone) {
      await openList(alone)
      await drop(alone.page, 'drop')
      await alone.page.getByText(excelDamaged()).first().waitFor()
    },
  },
  {
    name: 'drop-target',
    main: mainWith(simulated, threePhones),
    async arrange(alone) {
      await openList(alone)
      await drop(alone.page, 'dragover')
      await alone.page.getByText(frame.drop.title).waitFor()
    },
  },
  {
    name: 'confirm',
    main: mainWith(real, phones300),
    async arrange(alone) {
      await openList(alone)
      await press(alone.page, startButton())
      await alone.page.getByRole('dialog').waitFor()
      await alone.page.getByRole('dialog').getByRole('checkbox').check()
    },
  },
  {
    name: 'confirm-simulated',
    main: mainWith(simulated, untidyPhones),
    async arrange(alone) {
      await openList(alone)
      await press(alone.page, startButton())
      await alone.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'running',
    main: mainWith(simulated),
    async arrange(alone) {
      await run(alone, phones300, halfWay)
      await cell(alone.page, 10, 'result').click()
    },
  },
  {
    name: 'interrupted',
    main: mainWith(simulated),
    async arrange(alone) {
      await run(alone, phones300, (run) => {
        halfWay(run)
        run.interrupt(1, throttled)
      })
      await showTab(alone.page, 'batches')
    },
  },
  {
    name: 'stopped',
    main: mainWith(simulated),
    async arrange(alone) {
      await run(alone, phones300, (run) => {
        halfWay(run)
        run.add({ type: 'WatchStopped', reason: 'operator' })
      })
      await showTab(alone.page, 'activity')
    },
  },
  {
    name: 'finished',
    main: mainWith(simulated),
    async arrange(alone) {
      await run(alone, untidyPhones, (run) => {
        run.submit(0)
        run.report(0, 7, 4)
        run.finishBatch(0)
        run.add({ type: 'RunFinished' })
      })
    },
  },
  {
    name: 'finished-not-all-sent',
    main: mainWith(real),
    async arrange(alone) {
      await run(
        alone,
        untidyPhones,
        (run) => {
          run.submit(0)
          run.report(0, 7, 99)
          run.finishBatch(0)
          run.add({ type: 'RunFinished' })
        },
        realTenant,
      )
    },
  },
  {
    // Results of a simulated tenant are marked, also in a real tenant.
    name: 'finished-simulated-left',
    main: mainWith(real),
    arrange: async (alone) => run(alone, phones300, wholeRun),
  },
  {
    name: 'finished-failures',
    main: mainWith(simulated),
    async arrange(alone) {
      await run(alone, phones300, wholeRun)
      await press(alone.page, words.strip.failedFirst)
      await press(alone.page, words.strip.why)
    },
  },
  {
    name: 'all-well',
    main: mainWith(simulated),
    async arrange(alone) {
      await run(alone, threePhones, (run) => {
        run.submit(0)
        run.report(0, 3)
        run.finishBatch(0)
        run.add({ type: 'RunFinished' })
      })
      await press(alone.page, words.export)
      await alone.page.getByText(words.exported('')).first().waitFor()
    },
  },
  {
    name: 'activity',
    main: mainWith(simulated),
    async arrange(alone) {
      await run(alone, phones300, halfWay)
      await showTab(alone.page, 'activity')
    },
  },
  {
    name: 'rows-3000',
    movesClock: true,
    main: mainWith(simulated),
    async arrange(alone) {
      // As exampleRun has it.
      const begun = Date.now() - 252_000
      await run(alone, phones3000, (run) => {
        for (const batch of [0, 1, 2, 10, 11, 12, 20, 21, 22]) run.submit(batch)
        for (const batch of [0, 1, 10, 11, 20, 21]) run.report(batch, 100)
        for (const batch of [0, 10, 20]) run.finishBatch(batch)
      })
      // Half a minute after its start: by then it can be said how much time is left.
      await alone.page.clock.setFixedTime(begun + 27_500)
      await showTab(alone.page, 'batches')
      await alone.page.getByText(words.strip.timeLeft(roughly(60_000))).waitFor()
    },
  },
  {
    name: 'long-names',
    main: mainWith(simulated, longNames),
    async arrange(alone) {
      await openList(alone)
      await cell(alone.page, 3, 'username').click()
      await showTab(alone.page, 'details')
    },
  },
]

/** Drags an Excel file over the window, or drops it. */
async function drop(page: Page, until: 'dragover' | 'drop'): Promise<void> {
  await page.evaluate((type) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['PK'], 'phones.xlsx'))
    const options = { bubbles: true, cancelable: true, dataTransfer: transfer }
    document.body.dispatchEvent(new DragEvent(type, options))
  }, until)
}
