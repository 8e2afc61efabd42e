import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAt } from './look-at.ts'
import { lookNames, looks, sizes } from './looks.ts'
import { openBrowser, type PageLook } from './page-alone.ts'
import type { Screen } from './screens.ts'

/**
 * Tests that nothing is wrong with these screens: each in every theme, the `sized` ones (all, unless told) in a large
 * and in a magnified window as well. Their pictures are named after them, behind `prefix`.
 */
export function lookAtAll(
  screens: readonly Screen[],
  { sized = screens, prefix = '' }: { readonly sized?: readonly Screen[]; readonly prefix?: string } = {},
): void {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  const look = (screen: Screen, look: PageLook, name: string) =>
    lookAt(browser, screen, look, `${prefix}${screen.name}-${name}`)

  describe.each(lookNames)('in the %s theme', (theme) => {
    test.each(screens)('nothing is wrong with the screen $name', async (screen) => {
      expect(await look(screen, { ...sizes.small, ...looks[theme] }, theme)).toEqual([])
    })
  })

  describe('in a large window', () => {
    test.each(sized)('nothing is wrong with the screen $name', async (screen) => {
      expect(await look(screen, { ...sizes.large, ...looks.light }, 'large')).toEqual([])
    })
  })

  describe('magnified to 200 %', () => {
    test.each(sized)('nothing is wrong with the screen $name', async (screen) => {
      expect(await look(screen, { width: 500, height: 340, ...looks.light }, 'magnified')).toEqual([])
    })
  })
}
