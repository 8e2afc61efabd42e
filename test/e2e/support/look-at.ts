import type { Browser } from 'playwright-core'
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
    const sideways = await page.evaluate(
      () =>
        [document.documentElement, document.querySelector('main')].filter(
          (part) => part && part.scrollWidth > part.clientWidth,
        ).length,
    )
    return [
      ...errors,
      ...(sideways > 0 ? ['the page is wider than the window'] : []),
      ...(await axeViolations(page)),
    ]
  } finally {
    await alone.close()
  }
}
