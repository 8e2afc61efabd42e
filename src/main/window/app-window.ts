import { join } from 'node:path'
import type { BrowserWindow, Dialog, Menu, NativeTheme, Screen } from 'electron'
import { systemClock } from '../../core/clock/clock.ts'
import type { AppInfo } from '../../shared/ipc.ts'
import { text } from '../../shared/text/index.ts'
import type { Log } from '../log/log.ts'
import { startEntry } from '../log/start-entry.ts'
import { loadPage } from '../page/load-page.ts'
import { recoverFromCrashes } from '../page/recover.ts'
import type { Settings } from '../settings/settings.ts'
import { offerContextMenu } from './context-menu.ts'
import { showWhenReady } from './show-when-ready.ts'
import { canvasColour } from './theme.ts'
import { createWindow } from './window.ts'
import { placeOf, visiblePlace } from './window-place.ts'
import { followZoom } from './zoom.ts'

/** Opens the window where it was the last time, in the colours of the system, and keeps its page alive. */
export function openAppWindow(options: {
  readonly services: { readonly log: Log; readonly settings: Settings }
  readonly nativeTheme: NativeTheme
  readonly screen: Pick<Screen, 'getAllDisplays'>
  readonly dialog: Pick<Dialog, 'showErrorBox'>
  readonly menu: Pick<typeof Menu, 'buildFromTemplate'>
  readonly info: AppInfo
  /** The folder of the build. */
  readonly out: string
  readonly resources: string
  readonly address: string
  readonly developerTools: boolean
  /** Told when the page cannot be loaded. */
  readonly failed: (error: Error) => void
}): BrowserWindow {
  const { nativeTheme, screen, dialog, menu, info, out, resources, address, developerTools, failed } = options
  const { log, settings } = options.services
  const window = createWindow({
    preload: join(out, 'preload/index.cjs'),
    background: canvasColour(nativeTheme),
    place: visiblePlace(settings.windowPlace(), screen.getAllDisplays()),
    icon: process.platform === 'linux' ? join(resources, 'icons/256x256.png') : undefined,
    developerTools,
  })
  const { webContents } = window
  showWhenReady(window, {
    maximised: settings.windowPlace()?.maximised ?? false,
    sleep: systemClock.sleep,
    late: () => log.unexpected('window', new Error('There was no first picture in 30 s')),
  })
  window.once('show', () => log.write(startEntry('Window shown', info)))
  window.on('close', () => settings.rememberWindow(placeOf(window)))
  followZoom(webContents, settings)
  offerContextMenu(window, menu)
  recoverFromCrashes(webContents, {
    now: systemClock.now,
    report: (reason) => log.unexpected('render-process-gone', reason),
  })
  void loadPage(webContents, address, {
    failed,
    broken(what) {
      log.unexpected('page', what)
      const { title, detail } = text.main.brokenPage
      dialog.showErrorBox(title, detail(what))
    },
    noted: (message) => log.write({ level: 'warning', area: 'page', message }),
  })
  return window
}
