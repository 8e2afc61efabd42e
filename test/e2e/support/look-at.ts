import type { Browser, Page } from 'playwright-core'
import { axeViolations } from './axe.ts'
import { keepScreen } from './looks.ts'
import { openPageAlone, type PageLook } from './page-alone.ts'
import type { Screen } from './screens.ts'

/**
 * Writes a picture of the screen, and answers what is wrong with it: faults of the page, what axe minds, and what
 * has to be scrolled to sideways.
 */
export async function lookAt(
  browser: Browser,
  screen: Screen,
  look: PageLook,
  name: string,
): Promise<readonly string[]> {
  const alone = await openPageAlone(browser, screen.main, { ...look, reducedMotion: 'reduce' })
  const { page } = alone
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (said) => said.type() === 'error' && errors.push(said.text()))
  try {
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
    await screen.arrange?.(alone)
    await keepScreen(page, name)
    return [...errors, ...(await outOfSight(page)), ...(await axeViolations(page))]
  } finally {
    await alone.close()
  }
}

/** What has to be scrolled to sideways, and a question whose last button has to be scrolled to at all. */
export const outOfSight = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const wide = ['html', 'main', 'dialog[open]'].filter((name) => {
      const part = document.querySelector(name)
      return part !== null && part.scrollWidth > part.clientWidth
    })
    const button = [...document.querySelectorAll('dialog[open] button')].at(-1)
    return [
      ...wide.map((name) => `${name} is wider than its place`),
      ...(button && button.getBoundingClientRect().bottom > innerHeight
        ? ['the buttons of the question are out of sight']
        : []),
    ]
  })
