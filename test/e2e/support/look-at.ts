import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type AxeRules, axeViolations } from './axe.ts'
import { keepScreen, wearLook } from './looks.ts'
import type { PageLook, ReopenedWindow } from './page-alone.ts'
import type { Screen } from './screens.ts'

/** The window as somebody sees it; `name` says which in the name of the picture, `rules` what axe looks for in it. */
export type Appearance = PageLook & {
  readonly name: string
  readonly colorScheme: 'light' | 'dark'
  readonly rules: AxeRules
}

// A table shows as many rows as fit and some more on either side, whatever the list holds.
const mostRows = 80

/**
 * Opens the screen once and looks at it in each of these appearances, one after the other, as the system would change
 * them. Writes a picture of each where pictures are asked for. Answers everything that is wrong: faults of the page,
 * violations of axe's rules, parts that are scrolled sideways or in two places, words without room, a question whose buttons
 * are out of sight, and rows that nobody sees.
 */
export async function lookAt(
  window: ReopenedWindow,
  screen: Screen,
  appearances: readonly Appearance[],
  prefix: string,
): Promise<readonly string[]> {
  const [first] = appearances
  if (!first) return []
  const alone = await window.open(screen.main, mediaOf(first))
  const { page } = alone
  const wrong: string[] = []
  try {
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
    await screen.arrange?.(alone)
    await expect.poll(() => page.locator('[data-loading]').count()).toBe(0)
    for (const appearance of appearances) {
      if (appearance !== first) await dress(page, appearance)
      await keepScreen(page, `${prefix}${screen.name}-${appearance.name}`)
      const found = [...(await misplaced(page)), ...(await axeViolations(page, appearance.rules))]
      wrong.push(...found.map((one) => `${appearance.name}: ${one}`))
    }
    return [...alone.errors(), ...wrong]
  } finally {
    await alone.close()
    if (screen.movesClock) await window.renew()
  }
}

const mediaOf = ({ name: _name, rules: _rules, ...look }: Appearance): PageLook => look

async function dress(page: Page, appearance: Appearance): Promise<void> {
  const { width, height } = appearance
  await wearLook(page, appearance)
  const size = page.viewportSize()
  if (size?.width === width && size.height === height) return
  // A tooltip does not follow the thing that it stands at; it goes when the pointer does.
  await page.mouse.move(0, 0)
  await expect.poll(() => page.getByRole('tooltip').count()).toBe(0)
  await page.setViewportSize({ width, height })
  await page.evaluate(drawn)
}

/** Runs in the page. When it ends, all that follows the size of the window has followed. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

export const misplaced = (page: Page): Promise<readonly string[]> =>
  page.evaluate((most) => {
    const wide = ['html', 'main', 'dialog[open]', 'dialog[open] *'].filter((name) =>
      [...document.querySelectorAll(name)].some(
        (part) =>
          part.scrollWidth > part.clientWidth &&
          !part.hasAttribute('data-sideways') &&
          (!name.endsWith('*') || /auto|scroll/.test(getComputedStyle(part).overflowX)),
      ),
    )
    // A letter or two on each line; what is only for screen readers is one pixel wide.
    const squeezed = [...document.querySelectorAll('main *, dialog[open] *')].filter((part) => {
      const words = [...part.childNodes].find(({ nodeName }) => nodeName === '#text')?.textContent ?? ''
      const { width, height } = part.getBoundingClientRect()
      return words.trim().length > 12 && width > 4 && width < 48 && height > 3 * width
    })
    const button = [...document.querySelectorAll('dialog[open] button')].at(-1)
    const rows = document.querySelectorAll('[role="row"]').length
    return [
      ...wide.map((name) => `${name} is wider than its place`),
      ...squeezed.map(({ textContent }) => `there is no room for the words "${textContent}"`),
      ...(button && button.getBoundingClientRect().bottom > innerHeight
        ? ['the buttons of the question are out of sight']
        : []),
      ...(document.documentElement.scrollHeight > innerHeight ? ['something scrolls beside the page'] : []),
      ...(rows > most ? [`${rows} rows are in the page`] : []),
    ]
  }, mostRows)
