import type { BrowserWindow, Display, Rectangle } from 'electron'
import type { WindowPlace } from '../settings/stored.ts'

export const smallestWindow = { width: 800, height: 560 } as const
const usual = { width: 1280, height: 820 } as const
/** So much of a title bar must be in reach. */
const grip = { width: 160, height: 32 } as const

/** Where a window goes; without x and y the system finds the place. */
export type Place = Partial<Rectangle> & { readonly width: number; readonly height: number }

/** Where a window is now. */
export const placeOf = (window: Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized'>): WindowPlace => ({
  ...window.getNormalBounds(),
  maximised: window.isMaximized(),
})

/**
 * Where the window goes: to its last place if people can still grab it there, and no larger than the display. If that
 * display is gone, only the size counts, and the system finds the place.
 */
export function visiblePlace(
  remembered: WindowPlace | undefined,
  displays: readonly Pick<Display, 'workArea'>[],
): Place {
  if (!remembered) return usual
  const { x, y, width, height } = remembered
  const within = displays.find(({ workArea }) => {
    const shownWidth = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    const top = y - workArea.y
    return shownWidth >= grip.width && top >= 0 && top <= workArea.height - grip.height
  })?.workArea
  const limits = within ?? displays[0]?.workArea ?? usual
  const size = {
    width: Math.max(smallestWindow.width, Math.min(width, limits.width)),
    height: Math.max(smallestWindow.height, Math.min(height, limits.height)),
  }
  return within ? { x, y, ...size } : size
}

/**
 * Puts a new window in its place a second time. Windows first measures it by the scale of the display on which every window
 * begins; only now is it on its own display (mawie81/electron-window-state, issue 80).
 */
export function putInPlace(window: Pick<BrowserWindow, 'setBounds'>, { x, y, width, height }: Place): void {
  if (x !== undefined && y !== undefined) window.setBounds({ x, y, width, height })
}
