import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { text } from '../../src/shared/text/index.ts'
import { manyPhones } from './support/example-lists.ts'
import { sizes } from './support/looks.ts'
import { openBrowser, openPageAlone, type PageAlone } from './support/page-alone.ts'
import { mainWith, real } from './support/scripted-mains.ts'

const { phones, run } = text.window

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Asks whether 300 phones are to be signed in, in a window of this size. */
async function ask(size: { readonly width: number; readonly height: number }): Promise<PageAlone> {
  const alone = await openPageAlone(browser, mainWith(real, manyPhones(300)), size)
  const { page } = alone
  await page.getByRole('navigation').waitFor()
  await page.keyboard.press('Control+o')
  await page.getByLabel(phones.region, { exact: true }).selectOption('NOAM')
  await page.getByRole('button', { name: phones.bulkSignIn }).click()
  await page.getByRole('dialog').waitFor()
  return alone
}

const focused = ({ page }: PageAlone): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.localName)

test('a question in a magnified window is read from its first line on, and answered with the keyboard', async () => {
  const alone = await ask({ width: 500, height: 340 })
  const { page } = alone
  try {
    expect(await page.getByRole('dialog').evaluate((dialog) => dialog.scrollTop)).toBe(0)
    expect(await focused(alone)).toBe('h2')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await page.getByRole('checkbox').isChecked()).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(phones.bulkSignIn)
  } finally {
    await alone.close()
  }
})

test('a question that is in sight as a whole has the focus on what answers it', async () => {
  const alone = await ask(sizes.small)
  try {
    expect(await focused(alone)).toBe('input')
    expect(await alone.page.getByRole('dialog').getByText(run.confirm.title(300)).isVisible()).toBe(true)
  } finally {
    await alone.close()
  }
})
