/**
 * Starts the main process of the app that is built in a folder, in the stand-in for Electron and without a browser, and tells
 * what that took of the processor's time until it made its window: `{ loaded, run }` in ms, until its code was loaded and
 * from its first line on. Started by main-bench.ts.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { becomeElectron } from '../electron-host/become-electron.ts'
import type { Cdp } from '../electron-host/cdp.ts'
import { createElectron } from '../electron-host/electron/module.ts'

const [, , folder = '.', userData = ''] = process.argv
const appFolder = resolve(folder)

const noBrowser: Cdp = {
  send: () => new Promise(() => undefined),
  on: () => undefined,
  session: () => noBrowser,
}
const options = {
  appFolder,
  args: [`--user-data-dir=${userData}`],
  chromium: '',
  profile: '',
  headed: false,
  driven: false,
  media: { colorScheme: 'light', forcedColors: 'none' },
} as const
const { electron, host } = createElectron(noBrowser, options, async () => undefined)
becomeElectron(electron, { ...options, chrome: '156.0.0.0' })
const { main } = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8'))

// The first module that runs is the stand-in itself, which gives `app` away then.
const { app } = electron
let first: NodeJS.CpuUsage | undefined
Object.defineProperty(electron, 'app', {
  get() {
    first ??= process.cpuUsage()
    return app
  },
})
const before = process.cpuUsage()
app.once('browser-window-created', () => {
  if (!first) throw new Error('Main has not asked for the app')
  const took = { loaded: between(before, first), run: between(first, process.cpuUsage()) }
  process.stdout.write(JSON.stringify(took), () => process.exit(0))
})
await import(pathToFileURL(join(appFolder, main)).href)
host.ready()

function between(one: NodeJS.CpuUsage, other: NodeJS.CpuUsage): number {
  return (other.user + other.system - one.user - one.system) / 1000
}
