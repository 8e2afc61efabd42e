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

/**
 * Where nobody wants pictures, each screen has one of these looks, which the screens take in turn. What a theme or a size
 * spoils is on many screens, and a screen's own faults show in any of them.
 */
const inTurn: readonly Appearance[] = [
  { name: 'light', ...sizes.small, ...looks.light, rules: 'all' },
  { name: 'dark, large', ...sizes.large, ...looks.dark, rules: 'all' },
  { name: 'contrast, magnified', ...magnified, ...looks.contrast, rules: 'all' },
]

const appearancesOf = (index: number): readonly Appearance[] =>
  arePicturesWanted ? everyAppearance : inTurn.slice(index % inTurn.length).slice(0, 1)

/** One after the other where the size stays: what floats on the page does not outlive another one. */
function openingsOf(screen: Screen, appearances: readonly Appearance[]): readonly (readonly Appearance[])[] {
  if (!screen.floats) return [appearances]
  const bySize = Map.groupBy(appearances, ({ width }) => width)
  return [...bySize.values()]
}

/**
 * Tests that nothing is wrong with these screens: where pictures are wanted, each in every theme, in a large window and
 * magnified to 200 %. The pictures are named after them, behind `prefix`.
 */
export function lookAtAll(screens: readonly Screen[], { prefix = '' } = {}): void {
  let window: ReopenedWindow
  beforeAll(async () => {
    window = await openWindow()
  })
  afterAll(() => window.close())

  const seen = arePicturesWanted ? 'in any theme, large or magnified' : 'in its look'
  test.each(
    screens.map((screen, index) => ({ screen, name: screen.name, appearances: appearancesOf(index) })),
  )(`nothing is wrong with the screen $name ${seen}`, async ({ screen, appearances }) => {
    for (const opening of openingsOf(screen, appearances))
      expect(await lookAt(window, screen, opening, prefix)).toEqual([])
  })
}
