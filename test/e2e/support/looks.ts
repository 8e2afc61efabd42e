import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** The three looks of the window. */
export const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
} as const

export type LookName = keyof typeof looks

/** The background of each look's Teams theme: by it a page tells that it has changed. */
const backgrounds: Record<LookName, string> = {
  light: '#ffffff',
  dark: '#292929',
  contrast: '#000000',
}
export const lookNames = Object.keys(looks) as readonly LookName[]

/** The smallest window the layout is made for, and a large one. */
export const sizes = { small: { width: 1000, height: 680 }, large: { width: 1600, height: 1000 } } as const

type Look = { readonly colorScheme: 'light' | 'dark'; readonly forcedColors?: 'none' | 'active' }

/** Changes what the system says that it looks like, and waits until the page has followed. */
export async function wearLook(page: Page, { colorScheme, forcedColors = 'none' }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme, forcedColors })
  const worn = () =>
    page
      .locator('.fui-FluentProvider')
      .first()
      .evaluate((provider) => getComputedStyle(provider).getPropertyValue('--colorNeutralBackground1'))
  await expect.poll(worn).toBe(backgrounds[forcedColors === 'active' ? 'contrast' : colorScheme])
}

const folder = resolve('artifacts/screens')

/** Asked for by the project `pictures`. On real Electron they are always taken: nothing else shows how it looks there. */
export const arePicturesWanted = process.env['PICTURES'] === 'yes' || process.env['E2E_HOST'] === 'electron'

/** Writes a picture of the page to artifacts/screens, for somebody to look at, if pictures are wanted. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  if (!arePicturesWanted) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
