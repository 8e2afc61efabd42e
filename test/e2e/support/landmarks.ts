import type { Locator } from 'playwright-core'
import { text } from '../../../src/shared/text/index.ts'
import type { AppUnderTest } from './app-under-test.ts'

const { frame, phones, run, table } = text.window

/** What stands where in the window, found as a screen reader would. */
export type Landmarks = {
  /** A button above the table. */
  tool(name: string | RegExp): Locator
  readonly strip: Locator
  /** What is under the table. */
  readonly panel: Locator
  readonly dialog: Locator
  /** One for each message above the page. */
  readonly messages: Locator
  /** Speaks to screen readers. */
  readonly spoken: Locator
  /** Shows a part of the panel. */
  showTab(name: string): Promise<void>
  /** Presses Browse and chooses this file in the dialog of the system. */
  browse(file: string): Promise<void>
  /** The heading that names the list whose rows are shown. */
  listName(name: string): Locator
}

export function landmarksOf(app: AppUnderTest): Landmarks {
  const { page } = app
  const region = (name: string): Locator => page.getByRole('region', { name, exact: true })
  const tool = (name: string | RegExp): Locator =>
    region(phones.toolbar).or(region(phones.tableTools)).getByRole('button', { name, exact: true })
  return {
    tool,
    strip: region(run.strip.name),
    panel: page.getByRole('tabpanel'),
    dialog: page.getByRole('dialog'),
    messages: region(frame.messages).getByRole('group'),
    spoken: page.getByRole('complementary', { name: frame.layers }).getByRole('status'),
    showTab: (name) => region(table.panel.name).getByRole('tab', { name, exact: true }).click(),
    async browse(file) {
      await app.answerOpenDialog(file)
      await tool(phones.browse).click()
    },
    listName: (name) => page.getByRole('heading', { name, exact: true }),
  }
}
