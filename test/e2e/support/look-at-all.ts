import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Appearance, lookAt } from './look-at.ts'
import { looks, sizes } from './looks.ts'
import { openWindow, type ReopenedWindow } from './page-alone.ts'
import type { Screen } from './screens.ts'

const themes: readonly Appearance[] = [
  { name: 'light', ...sizes.small, ...looks.light, rules: 'all' },
  { name: 'dark', ...sizes.small, ...looks.dark, rules: 'colours' },
  { name: 'contrast', ...sizes.small, ...looks.contrast, rules: 'colours' },
]
const otherSizes: readonly Appearance[] = [
  { name: 'large', ...sizes.large, ...looks.light, rules: 'layout' },
  // A window of 1000 x 680 at 200 %.
  { name: 'magnified', width: 500, height: 340, ...looks.light, rules: 'all' },
]

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
      const openings = screen.floats
        ? [themes, ...otherSizes.map((size) => [size])]
        : [[...themes, ...otherSizes]]
      for (const appearances of openings)
        expect(await lookAt(window, screen, appearances, prefix)).toEqual([])
    },
  )
}
