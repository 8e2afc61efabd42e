/**
 * Runs the built app (`out/main/index.js`) without Electron: `electron` is the stand-in of this folder, each
 * window a page of a Chromium. Started by host-process.ts, with which it ends.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runInThisContext } from 'node:vm'
import { becomeElectron } from './become-electron.ts'
import type { FromHost, HostOptions, ToHost } from './control.ts'
import { createElectron, type ElectronModule } from './electron/module.ts'
import { startChromium } from './start-chromium.ts'

// Whoever started this is gone: nobody else would end it.
process.once('disconnect', () => process.exit(1))

const { options } = await heard('start')
await run(options)

async function run(options: HostOptions): Promise<void> {
  const { appFolder, driven } = options
  const browser = await startChromium({ ...options, executable: options.chromium })
  tell({ kind: 'browser', endpoint: browser.endpoint, pid: browser.pid })
  if (driven) await heard('attached')

  const { electron, host } = createElectron(browser.cdp, options, async (targetId) => {
    if (!driven) return
    const ready = heard('window-ready', (message) => message.targetId === targetId)
    tell({ kind: 'window', targetId })
    await ready
  })
  const { product } = await browser.cdp.send('Browser.getVersion')
  becomeElectron(electron, { ...options, chrome: product.replace(/^.*\//, '') })
  process.on('message', (message: ToHost) => {
    if (message.kind === 'evaluate') void evaluate(electron, message)
  })
  const { main } = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8'))
  await import(pathToFileURL(join(appFolder, main)).href)
  host.ready()
  tell({ kind: 'ready' })
}

type Evaluation = Extract<ToHost, { readonly kind: 'evaluate' }>

async function evaluate(electron: ElectronModule, { id, source, arg }: Evaluation): Promise<void> {
  try {
    const work = runInThisContext(`(${source})`)
    tell({ kind: 'value', id, value: await work(electron, arg) })
  } catch (error) {
    tell({ kind: 'error', id, message: error instanceof Error ? (error.stack ?? error.message) : `${error}` })
  }
}

function tell(message: FromHost): void {
  process.send?.(message)
}

function heard<Kind extends ToHost['kind']>(
  kind: Kind,
  fits: (message: Extract<ToHost, { readonly kind: Kind }>) => boolean = () => true,
): Promise<Extract<ToHost, { readonly kind: Kind }>> {
  return new Promise((resolve) => {
    process.on('message', function take(said: ToHost) {
      const message = said as Extract<ToHost, { readonly kind: Kind }>
      if (said.kind !== kind || !fits(message)) return
      process.off('message', take)
      resolve(message)
    })
  })
}
