import type * as Electron from 'electron'
import { partly, partlyEmitting } from '../missing.ts'

export type HostDisplay = Pick<Electron.Display, 'bounds' | 'workArea' | 'scaleFactor'>

export type HostScreen = {
  readonly screen: Electron.Screen
  /**
   * Where a new window comes to be that was to come there. As on Windows: one on a display of another scale than the
   * first has its place, and a size measured by the wrong scale, until its bounds are set once more.
   */
  placed(asked: Electron.Rectangle): Electron.Rectangle
}

const usual: HostDisplay = {
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1080 },
  scaleFactor: 1,
}

/** The displays; the first one is the primary. */
export function createScreen(displays: readonly HostDisplay[] = [usual]): HostScreen {
  const all = displays.map((display, at) => partly<Electron.Display>('Display', { id: at + 1, ...display }))
  const [primary] = all
  if (!primary) throw new Error('electron-host: a screen without displays is not implemented')
  return {
    screen: partlyEmitting<Electron.Screen>('screen', {
      getAllDisplays: () => [...all],
      getPrimaryDisplay: () => primary,
    }),
    placed(asked) {
      const on = all.find(
        ({ bounds: { x, y, width, height } }) =>
          asked.x >= x && asked.x < x + width && asked.y >= y && asked.y < y + height,
      )
      const wrong = (on ?? primary).scaleFactor / primary.scaleFactor
      return { ...asked, width: Math.round(asked.width * wrong), height: Math.round(asked.height * wrong) }
    },
  }
}
