import type { Locator, Page } from 'playwright-core'
import { text } from '../../../src/shared/text/index.ts'

const { frame, history: words } = text.window

/** The page of the past, found as a screen reader would. */
export type HistoryOnScreen = {
  open(): Promise<void>
  showTab(tab: 'runs' | 'batches'): Promise<void>
  readonly runs: Locator
  readonly batches: Locator
  readonly phones: Locator
  /** The rows of a table under its head, from the top. */
  rowsOf(table: Locator): Locator
  /** Waits until the table has so many rows, in sight or not. */
  untilRows(table: Locator, rows: number): Promise<void>
}

export function historyPage(page: Page): HistoryOnScreen {
  const grid = (name: string): Locator => page.getByRole('grid', { name, exact: true })
  return {
    async open() {
      const pages = page.getByRole('navigation', { name: frame.navigation })
      await pages.getByRole('button', { name: frame.pages.history }).click()
      await page.getByRole('heading', { name: words.title, exact: true }).waitFor()
    },
    showTab: (tab) => page.getByRole('tab', { name: words.tabs[tab] }).click(),
    runs: grid(words.runs.name),
    batches: grid(words.batchHistory.name),
    phones: grid(words.batch.name),
    rowsOf: (table) => table.locator('[data-index]'),
    async untilRows(table, rows) {
      await table.and(page.locator(`[aria-rowcount="${rows + 1}"]`)).waitFor()
    },
  }
}
