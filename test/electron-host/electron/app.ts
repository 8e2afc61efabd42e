import { readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as Electron from 'electron'
import type { HostOptions } from '../control.ts'
import { missing, partly, partlyEmitting } from '../missing.ts'
import { emitted } from './emitted.ts'
import { takeInstanceLock } from './single-instance.ts'

export type HostApp = {
  readonly app: Electron.App
  /** Electron is ready once main's module has been evaluated to its end. */
  ready(): void
  /** The last window has closed. */
  allClosed(): void
}

export function createApp(
  { appFolder, args, packaged = false }: Pick<HostOptions, 'appFolder' | 'args' | 'packaged'>,
  windows: () => readonly Electron.BrowserWindow[],
): HostApp {
  const { version, name, productName } = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8'))
  const userData = args.find((arg) => arg.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length)
  const paths = new Map<string, string>([
    ['userData', userData ?? join(tmpdir(), `electron-host-${process.pid}`)],
    ['exe', process.execPath],
    ['home', homedir()],
    ['temp', tmpdir()],
    ['downloads', join(homedir(), 'Downloads')],
    ['documents', join(homedir(), 'Documents')],
  ])
  const switches = new Set(args.flatMap((arg) => /^--([^=]+)/.exec(arg)?.[1] ?? []))
  const started = Promise.withResolvers<void>()
  let isReady = false
  let quitting = false

  const exit = (code: number): never => {
    app.emit('quit', emitted({}), code)
    process.exit(code)
  }

  const app: Electron.App = partlyEmitting<Electron.App>('app', {
    isPackaged: packaged,
    // Real Electron would pass this to Chromium. The stand-in's browser has long been started.
    commandLine: partly<Electron.CommandLine>('app.commandLine', {
      hasSwitch: (name) => switches.has(name),
      getSwitchValue: (name) =>
        args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
      removeSwitch: (name) => void switches.delete(name),
      appendSwitch: (name) => void switches.add(name),
    }),
    whenReady: () => started.promise,
    isReady: () => isReady,
    getAppPath: () => appFolder,
    getVersion: () => version,
    getName: () => productName ?? name,
    getLocale: () => 'en-GB',
    getPath(which) {
      const path = paths.get(which)
      if (path === undefined) throw missing(`app.getPath('${which}')`)
      return path
    },
    setPath: (which, path) => void paths.set(which, path),
    setAppUserModelId: () => undefined,
    setToastActivatorCLSID: () => undefined,
    // Every window is sandboxed here; it may still be asked for only where Electron takes it.
    enableSandbox: () => beforeReady('app.enableSandbox'),
    requestSingleInstanceLock: (): boolean =>
      takeInstanceLock(paths.get('userData') ?? '', () => void app.emit('second-instance', emitted({}))),
    focus: () => undefined,
    exit: (code = 0) => exit(code),
    quit() {
      const event = emitted({})
      quitting = true
      app.emit('before-quit', event)
      if (!event.defaultPrevented) for (const window of windows()) window.close()
      if (event.defaultPrevented || windows().length > 0) quitting = false
      else leave()
    },
  })

  function leave(): void {
    const event = emitted({})
    app.emit('will-quit', event)
    if (!event.defaultPrevented) exit(0)
  }

  function beforeReady(what: string): void {
    if (isReady) throw new Error(`${what}() can only be called before app is ready`)
  }

  return {
    app,
    ready() {
      isReady = true
      app.emit('will-finish-launching')
      app.emit('ready', emitted({}), {})
      started.resolve()
    },
    allClosed() {
      if (quitting) return
      if (app.listenerCount('window-all-closed') === 0) app.quit()
      else app.emit('window-all-closed')
    },
  }
}
