import type { Page } from 'playwright-core'
import type { Region } from '../../../src/shared/gateway/region.ts'
import { text } from '../../../src/shared/text/index.ts'
import { ofAnyNumber } from './any-value.ts'

const { frame, phones, run } = text.window

/** What an operator does in the window: by the roles and names that a screen reader would say, too. */
export type OperatorAtWindow = {
  goTo(page: keyof typeof frame.pages): Promise<void>
  chooseRegion(region: Region): Promise<void>
  /** Presses the one button, ticks that the passwords are known to be lost, and confirms. */
  signIn(phones: number): Promise<void>
  press(button: string | RegExp): Promise<void>
  /** What the strip above the table says of the run, line by line. */
  readStrip(): Promise<readonly string[]>
}

/** Matches the name of the button that signs in what is next, or what is selected: it says how many phones. */
export const startButton = (): RegExp => {
  const { all, others, selected, again } = phones.signIn
  return ofAnyNumber(
    ...[all, others, selected],
    (number) => again(number, 0),
    (number) => again(0, number),
    (number) => again(number, number),
  )
}

export function operatorAt(page: Page): OperatorAtWindow {
  const press = (name: string | RegExp): Promise<void> =>
    page.getByRole('button', { name, exact: true }).click()
  return {
    press,
    goTo: (which) =>
      page.getByRole('navigation', { name: frame.navigation }).getByText(frame.pages[which]).click(),
    async chooseRegion(region) {
      await page.getByLabel(phones.region, { exact: true }).selectOption(region)
    },
    async signIn(count) {
      await press(startButton())
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('checkbox').check()
      await dialog.getByRole('button', { name: run.confirm.start(count) }).click()
    },
    async readStrip() {
      const strip = page.getByRole('region', { name: run.strip.name })
      return (await strip.allInnerTexts())
        .join('\n')
        .split('\n')
        .filter((line) => line !== '')
    },
  }
}
