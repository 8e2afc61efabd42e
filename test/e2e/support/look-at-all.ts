import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Appearance, lookAt } from './look-at.ts'
import { arePicturesWanted, looks, sizes } from './looks.ts'
import { openWindow, type ReopenedWindow } from './page-alone.ts'
import type { Screen } from './screens.ts'

/** A window of 1000 x 680 at 200 %. */
const magnified = { width: 500, height: 340 }

/** Each theme and each size, one after the other, where somebody wants pictures of them. */
const everyAppearance: readonly Appearance[] = [
  { name: 'light', ...sizes.small, ...looks.light, rules: 'all' },
  { name: 'dark', ...sizes.small, ...looks.dark, rules: 'colours' },
  { name: 'contrast', ...sizes.small, ...looks.contrast, rules: 'colours' },
  { name: 'large', ...sizes.large, ...looks.light, rules: 'layout' },
  { name: 'magnified', ...magnified, ...looks.light, rules: 'all' },
]

/** Each theme and each size once, in as few appearances as can be: colours do not depend on sizes, nor layout on colours. */
const fewAppearances: readonly Appearance[] = [
  { name: 'light', ...sizes.small, ...looks.light, rules: 'all' },
  { name: 'dark, large', ...sizes.large, ...looks.dark, rules: 'layout' },
  { name: 'contrast, magnified', ...magnified, ...looks.contrast, rules: 'all' },
]
const appearances = arePicturesWanted ? everyAppearance : fewAppearances

/** One after the other where the size stays: what floats on the page does not outlive another one. */
function openingsOf(screen: Screen): readonly (readonly Appearance[])[] {
  if (!screen.floats) return [appearances]
  const bySize = Map.groupBy(appearances, ({ width }) => width)
  return [...bySize.values()]
}

/**
 * Tests that nothing is wrong with these screens: each in every theme, in a large window and magnified to 200 %. Their
 * pictures are named after them, behind `prefix`.
 */
export function lookAtAll(screens: readonly Screen[], { prefix = '' } = {}): void {
  let window: ReopenedWindow
  beforeAll(async () => {
    window = await openWindow()
  })
  afterAll(() => window.close())

  test.each(screens)(
    'nothing is wrong with the screen $name in any theme, large or magnified',
    async (screen) => {
      for (const opening of openingsOf(screen))
        expect(await lookAt(window, screen, opening, prefix)).toEqual([])
    },
  )
}
