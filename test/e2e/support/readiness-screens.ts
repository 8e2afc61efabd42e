import type { Page } from 'playwright-core'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { known, type TenantFacts } from '../../../src/shared/readiness/facts.ts'
import { succeed } from '../../../src/shared/result.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { text } from '../../../src/shared/text/index.ts'
import { inventoryOf } from '../../support/inventory-answers.ts'
import { readinessOf } from '../../support/readiness-answers.ts'
import { ofAnyNumber } from './any-value.ts'
import { manyPhones } from './example-lists.ts'
import { exampleRun, operator, realTenant } from './example-run.ts'
import { startButton } from './operator.ts'
import type { PageAlone, ScriptedMain } from './page-alone.ts'
import type { Screen } from './screens.ts'
import { mainWith, plainSettings, real } from './scripted-mains.ts'

const { frame, inventory, phones, readiness, table } = text.window
const phones300 = manyPhones(300)
const runId = '20260302-090000-abcdef'

const mainOf = (options: Parameters<typeof readinessOf>[0]): ScriptedMain => ({
  ...mainWith(real, phones300),
  'settings:get': () => succeed({ ...plainSettings, inventory: 'on' }),
  'inventory:read': inventoryOf(0.2),
  'readiness:check': readinessOf(options),
  'run:start': () => succeed({ runId }),
})

/** Opens the list, and waits until its accounts are checked. */
async function openList({ page }: PageAlone): Promise<void> {
  await page.getByRole('navigation').getByText(frame.pages.phones).click()
  await page.keyboard.press('Control+o')
  await page.getByRole('grid').waitFor()
  await page.getByLabel(phones.region, { exact: true }).selectOption('NOAM')
  await page
    .locator('[data-column="readiness"]')
    .getByText(new RegExp(`^(${Object.values(readiness.status).join('|')})$`))
    .first()
    .waitFor()
}

const showTab = (page: Page): Promise<void> => page.getByRole('tab', { name: readiness.tab }).click()

const askToStart = (page: Page): Promise<void> => page.getByRole('button', { name: startButton() }).click()

/** What is known before anything is reset, and what is said of it. */
export const readinessScreens: readonly Screen[] = [
  {
    name: 'tab',
    main: mainOf({ share: 0.1 }),
    async arrange(alone) {
      await openList(alone)
      await showTab(alone.page)
    },
  },
  {
    name: 'row',
    main: mainOf({ share: 1 }),
    async arrange(alone) {
      await openList(alone)
      await alone.page.locator('[data-row="3"] [data-column="readiness"]').click()
      await alone.page.getByRole('tab', { name: table.panel.details }).click()
    },
  },
  {
    name: 'question',
    main: mainOf({ share: 0.1 }),
    async arrange(alone) {
      await openList(alone)
      await askToStart(alone.page)
      await alone.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'question-unprepared',
    main: mainOf({
      share: 0.05,
      tenant: { bulkSignIn: known(false), trustedAddresses: known(0) } satisfies Partial<TenantFacts>,
      change: (name, facts) => (/[13579]@/.test(name) ? { ...facts, number: known(false) } : facts),
    }),
    async arrange(alone) {
      await openList(alone)
      await askToStart(alone.page)
      await alone.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'after-run',
    main: mainOf({ share: 0 }),
    async arrange(alone) {
      const { page } = alone
      await openList(alone)
      await askToStart(page)
      await page.getByRole('dialog').getByRole('checkbox').check()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: ofAnyNumber(text.window.run.confirm.start) })
        .click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      const run = exampleRun(planRun(checkPhones(phones300, 'NOAM')), phones300.name, realTenant, operator)
      for (const batch of [0, 1, 2]) run.submit(batch)
      for (const batch of [0, 1, 2]) {
        run.report(batch, 100, 9)
        run.finishBatch(batch)
      }
      run.add({ type: 'RunFinished' })
      const events = run.events().map((event) => (event.type === 'RunStarted' ? { ...event, runId } : event))
      await alone.push('run:events', events.slice(0, 4))
      await alone.push('run:events', events.slice(4))
      await page.getByRole('tab', { name: table.panel.failures }).click()
      await page.getByText(ofAnyNumber(readiness.afterRun.there)).first().waitFor()
    },
  },
  {
    name: 'inventory',
    main: mainOf({ share: 0 }),
    async arrange(alone) {
      await openList(alone)
      await showTab(alone.page)
      await alone.page.getByRole('heading', { name: inventory.title }).scrollIntoViewIfNeeded()
      await alone.page
        .getByRole('button', { name: ofAnyNumber(inventory.selectUrgent) })
        .evaluate((button) => button.scrollIntoView({ block: 'center' }))
    },
  },
]
