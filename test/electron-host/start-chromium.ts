import { spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { type Cdp, openCdp } from './cdp.ts'
import { scriptSwitches } from './chromium.ts'

export type RunningChromium = {
  readonly cdp: Cdp
  /** Where Playwright can connect to the same browser. */
  readonly endpoint: string
  readonly pid: number | undefined
}

/** Starts a browser that has no page yet. It ends with this process, whatever ends this process. */
export async function startChromium(options: {
  readonly executable: string
  readonly profile: string
  readonly headed: boolean
}): Promise<RunningChromium> {
  const browser = spawn(options.executable, switches(options), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A process group of its own, so that it can be ended with all its processes at once.
    detached: process.platform !== 'win32',
  })
  const [, , , toBrowser, fromBrowser] = browser.stdio
  const ended = new Promise<void>((resolve) => browser.once('close', () => resolve()))
  const endpoint = await endpointOf(browser.stderr as Readable, ended)
  return { cdp: openCdp(toBrowser as Writable, fromBrowser as Readable), endpoint, pid: browser.pid }
}

function switches(options: { readonly profile: string; readonly headed: boolean }): readonly string[] {
  return [
    ...(options.headed ? [] : ['--headless', '--disable-gpu']),
    // Chromium's own sandbox needs what root and many containers do not have; this page is ours.
    ...(process.platform === 'linux' && (!options.headed || process.getuid?.() === 0)
      ? ['--no-sandbox', '--no-zygote']
      : []),
    `--user-data-dir=${options.profile}`,
    ...scriptSwitches,
    '--remote-debugging-pipe',
    '--remote-debugging-port=0',
    '--no-startup-window',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-sync',
    '--disable-dev-shm-usage',
    '--disable-background-timer-throttling',
    '--disable-renderer-backgrounding',
    '--disable-backgrounding-occluded-windows',
    '--disable-features=Translate,OptimizationHints,MediaRouter',
    '--font-render-hinting=none',
    '--password-store=basic',
    '--use-mock-keychain',
    // Nothing that a page asks of the network by mistake may ever leave this computer.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  ]
}

async function endpointOf(errors: Readable, ended: Promise<void>): Promise<string> {
  let said = ''
  const found = new Promise<string>((resolve) => {
    errors.setEncoding('utf8')
    errors.on('data', (chunk: string) => {
      said += said.length < 10_000 ? chunk : ''
      const endpoint = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (endpoint) resolve(endpoint)
    })
  })
  const failed = ended.then(() => {
    throw new Error(`The browser did not start: ${said}`)
  })
  // Its end is expected later on, when nobody waits for the address any more.
  failed.catch(() => undefined)
  return Promise.race([found, failed])
}
