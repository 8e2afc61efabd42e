/**
 * `npm run demo`: the app with the simulated tenant and a sample list. On Electron where its executable can be
 * had, else in an installed browser where there is a display, else without a display, doing the main job by
 * itself. DEMO_HOST=electron|browser|headless chooses.
 */
import { resolve } from 'node:path'
import { installedChromium } from '../electron-host/chromium.ts'
import { findElectron } from './find-electron.ts'
import { showInBrowser } from './show-in-browser.ts'
import { showInElectron } from './show-in-electron.ts'
import { showItself } from './show-itself.ts'

const appFolder = resolve(import.meta.dirname, '../..')
const list = resolve(appFolder, 'resources/samples/phones-300.csv')
const chosen = process.env['DEMO_HOST']

process.exit(await demo())

async function demo(): Promise<number> {
  if (chosen !== undefined && !/^(electron|browser|headless)$/.test(chosen)) {
    console.error(`DEMO_HOST is "${chosen}": it can be electron, browser or headless.`)
    return 1
  }
  const electron = chosen === undefined || chosen === 'electron' ? findElectron(60) : undefined
  if (electron) return showInElectron(electron, { appFolder, list })
  if (chosen === 'electron') {
    console.error('There is no Electron executable, and it could not be fetched: npm start says what to do.')
    return 1
  }
  const browser = chosen === 'headless' ? undefined : installedChromium()
  if (browser && (hasDisplay() || chosen === 'browser'))
    return showInBrowser(browser.executable, { appFolder, list })
  if (chosen === 'browser') {
    console.error('There is no Chrome, Edge or Chromium on this computer to show the app in.')
    return 1
  }
  return showItself({ appFolder, list })
}

function hasDisplay(): boolean {
  const { platform, env } = process
  return platform === 'win32' || platform === 'darwin' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'])
}
