import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Appearance, lookAt } from './look-at.ts'
import { looks, sizes } from './looks.ts'
import { openBrowser } from './page-alone.ts'
import type { Screen } from './screens.ts'

const themes = [
  { name: 'light', ...sizes.small, ...looks.light },
  { name: 'dark', ...sizes.small, ...looks.dark },
  { name: 'contrast', ...sizes.small, ...looks.contrast },
] as const satisfies readonly Appearance[]
const large = { name: 'large', ...sizes.large, ...looks.light } as const
// A window of 1000 x 680 at 200 %. Opened like that: what hangs on something (a tooltip) is not followed across.
const magnified = { name: 'magnified', width: 500, height: 340, ...looks.light } as const

/**
 * Tests that nothing is wrong with these screens: each in every theme, in a large window and magnified to 200 %. Their
 * pictures are named after them, behind `prefix`.
 */
export function lookAtAll(screens: readonly Screen[], { prefix = '' } = {}): void {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test.each(screens)(
    'nothing is wrong with the screen $name in any theme, large or magnified',
    async (screen) => {
      expect(await lookAt(browser, screen, [...themes, large], prefix)).toEqual([])
      expect(await lookAt(browser, screen, [magnified], prefix)).toEqual([])
    },
  )
}
