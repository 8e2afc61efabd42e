import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations } from './support/axe.ts'
import { keepScreen, lookNames, looks, sizes } from './support/looks.ts'
import { openBrowser, openPageAlone, type PageLook } from './support/page-alone.ts'
import type { Screen } from './support/screens.ts'
import { signInScreens } from './support/sign-in-screens.ts'

// The page alone, with a main that the test plays: how signing in goes with the whole app and a local authority
// is in sign-in.test.ts.

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** What is wrong with the screen: faults of the page, what axe minds, and what has to be scrolled to sideways. */
async function lookAt(screen: Screen, look: PageLook, name: string): Promise<readonly string[]> {
  const alone = await openPageAlone(browser, screen.main, { ...look, reducedMotion: 'reduce' })
  const { page } = alone
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (said) => said.type() === 'error' && errors.push(said.text()))
  try {
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
    await screen.arrange?.(alone)
    await keepScreen(page, `sign-in-${screen.name}-${name}`)
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

describe.each(lookNames)('in the %s theme', (look) => {
  test.each(signInScreens)('nothing is wrong with the screen $name', async (screen) => {
    expect(await lookAt(screen, { ...sizes.small, ...looks[look] }, look)).toEqual([])
  })
})

// Those whose layout depends most on the room there is.
const wideAndNarrow = ['accounts', 'code', 'blocked', 'long-tenant', 'long-menu', 'renewal-code', 'denied']
const sized = signInScreens.filter(({ name }) => wideAndNarrow.includes(name) || name.startsWith('settings'))

describe('in a large window', () => {
  test.each(sized)('nothing is wrong with the screen $name', async (screen) => {
    expect(await lookAt(screen, { ...sizes.large, ...looks.light }, 'large')).toEqual([])
  })
})

describe('magnified to 200 %', () => {
  test.each(sized)('nothing is wrong with the screen $name', async (screen) => {
    expect(await lookAt(screen, { width: 500, height: 340, ...looks.light }, 'magnified')).toEqual([])
  })
})
