import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** An operator without a mouse, who always sees where the focus is. */
export type Keyboard = {
  /** Presses a key. Wherever the focus is then, it must show. */
  press(key: string): Promise<void>
  type(text: string): Promise<void>
  /** Goes on, by Tab unless told otherwise, until this has the focus; every stop on the way must show it. */
  goTo(target: Locator, key?: 'Tab' | 'Shift+Tab' | 'F6'): Promise<void>
  /** The focus is on something in the page, and shows. */
  expectFocus(): Promise<void>
  /** How often a mouse, a finger or a pen was used since this began. */
  pointerUses(): Promise<number>
}

declare global {
  interface Window {
    focusWatch?: FocusWatch
  }
}

type FocusWatch = {
  pointerUses: number
  /** Notes what everything looks like that this key could give the focus to, and that does not have it. */
  remember(key: string): void
  /** The elements that are looked for. */
  sought: readonly Element[]
  /** Where the focus is, whether it can be seen there, and whether that may be what is looked for. */
  read(): Focus
}

type Focus = {
  readonly at: string
  readonly lost: boolean
  readonly seen: boolean
  /** Only a new search can tell where what was found is no longer in the document, or nothing was. */
  readonly reached: boolean | 'unknown'
}

/** Begins to watch where the focus goes in this page. */
export async function keyboardAt(page: Page): Promise<Keyboard> {
  await page.evaluate(watchFocus)
  const read = (): Promise<Focus> =>
    page.evaluate(
      () => window.focusWatch?.read() ?? { at: 'nowhere', lost: true, seen: false, reached: 'unknown' },
    )
  /** Whether the target has the focus. What is found is remembered: to find it takes longer than a key. */
  const seek = (target: Locator): Promise<boolean> =>
    target.evaluateAll((found) => {
      if (window.focusWatch) window.focusWatch.sought = found
      return found.some((one) => one === document.activeElement)
    })
  const pressed = async (key: string): Promise<void> => {
    await page.evaluate((key) => window.focusWatch?.remember(key), key)
    await page.keyboard.press(key)
  }
  // Some indicators grow into sight. Nowhere, nothing can show: whether that may be is for others to say.
  const expectSeen = async (): Promise<Focus> => {
    let focus = await read()
    const unseen = async (): Promise<string> => {
      if (!focus.seen) focus = await read()
      return focus.seen || focus.lost ? '' : focus.at
    }
    await expect.poll(unseen, { message: 'where the focus does not show' }).toBe('')
    return focus
  }
  return {
    async press(key) {
      await pressed(key)
      await expectSeen()
    },
    type: (text) => page.keyboard.type(text),
    async goTo(target, key = 'Tab') {
      const stops: string[] = []
      let mayBeThere = true
      while (stops.length < 120) {
        // It may not be in the document yet: of long lists only what is in sight is.
        if (mayBeThere && (await seek(target))) return
        // Between the last stop and the first one lies the frame of the window.
        await pressed(key)
        const { at, lost, reached } = await expectSeen()
        mayBeThere = lost || reached !== false
        stops.push(at.slice(0, 60))
      }
      throw new Error(`${key} does not lead to ${target}, but to\n${stops.join('\n')}`)
    },
    async expectFocus() {
      await expect.poll(async () => (await read()).lost, { message: 'whether the focus is lost' }).toBe(false)
      await expectSeen()
    },
    pointerUses: () => page.evaluate(() => window.focusWatch?.pointerUses ?? Number.NaN),
  }
}

/** Runs in the page, and so refers to nothing outside itself. */
function watchFocus(): void {
  const looks = new WeakMap<Element, string>()
  const drawn = (colour: string): boolean => !/^(transparent|rgba\(.*, 0\))$/.test(colour)
  const edges = ['top', 'right', 'bottom', 'left']

  function lookOf(element: Element, pseudo?: string): string {
    const style = getComputedStyle(element, pseudo)
    const of = (name: string): string => style.getPropertyValue(name)
    if (pseudo && (of('content') === 'none' || of('opacity') === '0')) return ''
    const outlined =
      of('outline-style') !== 'none' && of('outline-width') !== '0px' && drawn(of('outline-color'))
    return [
      outlined ? `outline ${of('outline-width')} ${of('outline-color')}` : '',
      of('box-shadow') === 'none' ? '' : of('box-shadow'),
      of('text-decoration-line') === 'none' ? '' : of('text-decoration'),
      ...edges.map((edge) => {
        const [width, colour] = [of(`border-${edge}-width`), of(`border-${edge}-color`)]
        return width !== '0px' && drawn(colour) ? `${edge} ${width} ${colour}` : ''
      }),
      pseudo ? of('transform') : '',
    ].join(';')
  }
  // The element around a field often draws the frame of the field.
  const framesOf = (element: Element): readonly Element[] =>
    element.matches('input, select') && element.parentElement ? [element, element.parentElement] : [element]
  const look = (element: Element): string =>
    framesOf(element)
      .flatMap((frame) => [lookOf(frame), lookOf(frame, '::before'), lookOf(frame, '::after')])
      .join(' | ')
  /** For what has never been seen without the focus. */
  const hasRing = (element: Element): boolean =>
    framesOf(element).some((frame) =>
      [undefined, '::before', '::after'].some((pseudo) =>
        /outline|px .*rgb|rgb.*px/.test(lookOf(frame, pseudo)),
      ),
    )

  const focusWatch: FocusWatch = {
    pointerUses: 0,
    sought: [],
    remember(key) {
      const focusable = document.querySelectorAll<HTMLElement>('[tabindex], a[href], button, input, select')
      // Tab passes by most of a table: its cells are for the arrows.
      const isReached = ({ tabIndex }: HTMLElement): boolean => tabIndex >= 0 || !/Tab$/.test(key)
      for (const element of focusable)
        if (element !== document.activeElement && isReached(element)) looks.set(element, look(element))
    },
    read() {
      const here = document.activeElement
      const { sought } = focusWatch
      const isKnown = sought.length > 0 && sought.every(({ isConnected }) => isConnected)
      const reached = isKnown ? sought.some((one) => one === here) : 'unknown'
      if (!here || here === document.body)
        return { at: 'the page as a whole', lost: true, seen: false, reached }
      const before = looks.get(here)
      // A part of the page that takes the focus for what is in it is no control, and need not show it.
      const isPart = here.matches('main, section, h1, h2') && here instanceof HTMLElement && here.tabIndex < 0
      const seen = isPart || (before === undefined ? hasRing(here) : look(here) !== before)
      const name = here.getAttribute('aria-label') ?? here.textContent
      return { at: `${here.getAttribute('role') ?? here.localName} ${name}`, lost: false, seen, reached }
    },
  }
  window.focusWatch = focusWatch
  for (const type of ['pointerdown', 'mousedown', 'touchstart'])
    window.addEventListener(type, () => (focusWatch.pointerUses += 1), true)
}
