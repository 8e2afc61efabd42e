import type { WebContents } from 'electron'

/** The steps of Chromium's own browser, as far as the page is made for them. */
const zoomSteps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const

type ZoomKey = 'in' | 'out' | 'reset'

/** What a page that is zoomed needs: tests play it. */
export type ZoomedPage = Pick<WebContents, 'setZoomFactor'> & {
  on(event: 'dom-ready', listener: () => void): unknown
  on(
    event: 'before-input-event',
    listener: (event: { preventDefault(): void }, input: Pressed) => void,
  ): unknown
  on(event: 'zoom-changed', listener: (event: unknown, direction: 'in' | 'out') => void): unknown
}

type Pressed = {
  readonly type: string
  readonly key: string
  readonly control: boolean
  readonly meta: boolean
  readonly alt: boolean
}

/**
 * Lets Ctrl (on macOS Command) with +, - and 0, and Ctrl with the wheel, zoom the page: without a menu Electron has no
 * keys for it. The factor lasts from one start to the next.
 */
export function followZoom(
  page: ZoomedPage,
  kept: { readonly zoom: () => number; readonly rememberZoom: (factor: number) => void },
): void {
  const zoom = (direction: ZoomKey): void => {
    const factor = nextZoom(kept.zoom(), direction)
    page.setZoomFactor(factor)
    kept.rememberZoom(factor)
  }
  // A page that is loaded anew begins without it.
  page.on('dom-ready', () => page.setZoomFactor(kept.zoom()))
  page.on('before-input-event', (event, input) => {
    const direction = zoomKeyOf(input)
    if (!direction) return
    event.preventDefault()
    zoom(direction)
  })
  page.on('zoom-changed', (_event, direction) => zoom(direction))
}

/** What a key asks for; `=` is the key of `+` without Shift. */
function zoomKeyOf({ type, key, control, meta, alt }: Pressed): ZoomKey | undefined {
  if (type !== 'keyDown' || control === meta || alt) return undefined
  if (key === '+' || key === '=') return 'in'
  if (key === '-' || key === '_') return 'out'
  return key === '0' ? 'reset' : undefined
}

/** The factor after that key. One that is no step, from a file that was edited, goes to the nearest step beyond it. */
function nextZoom(factor: number, direction: ZoomKey): number {
  switch (direction) {
    case 'in':
      return zoomSteps.find((step) => step > factor) ?? zoomSteps[zoomSteps.length - 1] ?? 1
    case 'out':
      return zoomSteps.findLast((step) => step < factor) ?? zoomSteps[0]
    case 'reset':
      return 1
  }
}
