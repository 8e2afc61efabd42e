import { join } from 'node:path'
import type { BrowserWindow, NativeTheme, Screen } from 'electron'
import { systemClock } from '../../core/clock/clock.ts'
import type { AppInfo } from '../../shared/ipc.ts'
import type { Log } from '../log/log.ts'
import { startEntry } from '../log/log-entries.ts'
import { recoverFromCrashes } from '../page/recover.ts'
import type { Settings } from '../settings/settings.ts'
import { canvasColour } from './theme.ts'
import { createWindow } from './window.ts'
import { placeOf, visiblePlace } from './window-place.ts'

/** Opens the window where it was the last time, in the colours of the system, and keeps its page alive. */
export function openAppWindow(options: {
  readonly services: { readonly log: Log; readonly settings: Settings }
  readonly nativeTheme: NativeTheme
  readonly screen: Pick<Screen, 'getAllDisplays'>
  readonly info: AppInfo
  /** The folder of the build. */
  readonly out: string
  readonly resources: string
  readonly address: string
  readonly developerTools: boolean
  /** Told when the page cannot be loaded. */
  readonly failed: (error: Error) => void
}): BrowserWindow {
  const { nativeTheme, screen, info, out, resources, address, developerTools, failed } = options
  const { log, settings } = options.services
  const window = createWindow({
    preload: join(out, 'preload/index.cjs'),
    address,
    background: canvasColour(nativeTheme),
    place: visiblePlace(settings.windowPlace(), screen.getAllDisplays()),
    maximised: settings.windowPlace()?.maximised ?? false,
    icon: process.platform === 'linux' ? join(resources, 'icons/256x256.png') : undefined,
    developerTools,
    failed,
  })
  window.once('show', () => log.write(startEntry('Window shown', info)))
  window.on('close', () => settings.rememberWindow(placeOf(window)))
  recoverFromCrashes(window.webContents, {
    now: systemClock.now,
    report: (reason) => log.unexpected('render-process-gone', reason),
  })
  return window
}
