import { createRequire, registerHooks } from 'node:module'
import type { ElectronModule } from './electron/module.ts'

/**
 * Makes this process look like Electron's main process to the app that is loaded next: what it imports as
 * `electron` is the given module, and its process says what Electron's says.
 */
export function becomeElectron(
  electron: ElectronModule,
  identity: { readonly appFolder: string; readonly args: readonly string[]; readonly chrome: string },
): void {
  const { chrome, appFolder, args } = identity
  const { version } = createRequire(import.meta.url)('electron/package.json')
  Object.defineProperty(process, 'versions', { value: { ...process.versions, electron: version, chrome } })
  Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: appFolder })
  process.argv = [process.execPath, appFolder, ...args]

  Object.assign(globalThis, { [shared]: electron })
  const names = Object.keys(electron).join(', ')
  const source = `const electron = globalThis['${shared}']
export default electron
export const { ${names} } = electron`
  registerHooks({
    resolve: (specifier, context, next) =>
      /^electron(\/(main|common))?$/.test(specifier)
        ? { url: address, format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === address ? { source, format: 'module', shortCircuit: true } : next(url, context),
  })
}

const address = 'electron-host:electron'
const shared = 'electron-host electron'
