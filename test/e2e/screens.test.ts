import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations } from './support/axe.ts'
import { outOfSight } from './support/look-at.ts'
import { keepScreen, lookNames, looks, sizes } from './support/looks.ts'
import { openBrowser, openPageAlone, type PageLook } from './support/page-alone.ts'
import { type Screen, screens } from './support/screens.ts'

// The page alone, with a main that the test plays: some states (an interruption, a failure of each kind) come
// at their own time in the app. The app itself is looked at in real-screens.test.ts.

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function lookAt(screen: Screen, look: PageLook, name: string): Promise<readonly string[]> {
  const alone = await openPageAlone(browser, screen.main, { ...look, reducedMotion: 'reduce' })
  const errors: string[] = []
  alone.page.on('pageerror', ({ message }) => errors.push(message))
  alone.page.on('console', (said) => said.type() === 'error' && errors.push(said.text()))
  try {
    await alone.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
    await screen.arrange?.(alone)
    await keepScreen(alone.page, name)
    return [...errors, ...(await axeViolations(alone.page))]
  } finally {
    await alone.close()
  }
}

describe.each(lookNames)('in the %s theme', (look) => {
  test.each(screens)('axe finds nothing wrong with the screen $name', async (screen) => {
    expect(await lookAt(screen, { ...sizes.small, ...looks[look] }, `${screen.name}-${look}`)).toEqual([])
  })
})

describe('in a large window', () => {
  test.each(screens)('axe finds nothing wrong with the screen $name', async (screen) => {
    expect(await lookAt(screen, { ...sizes.large, ...looks.light }, `${screen.name}-large`)).toEqual([])
  })
})

describe('magnified to 200 %', () => {
  const magnified = { width: 500, height: 340, ...looks.light }

  test.each(screens)(
    'the screen $name is reached by scrolling down only, and holds no more rows than fit',
    async (screen) => {
      const alone = await openPageAlone(browser, screen.main, magnified)
      try {
        await alone.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
        await screen.arrange?.(alone)
        await keepScreen(alone.page, `${screen.name}-magnified`)
        expect(await outOfSight(alone.page)).toEqual([])
        expect(await alone.page.getByRole('row').count()).toBeLessThanOrEqual(80)
      } finally {
        await alone.close()
      }
    },
  )
})
