import type * as Electron from 'electron'
import type { Cdp } from '../cdp.ts'
import { partlyEmitting } from '../missing.ts'
import { emitted } from './emitted.ts'

type RequestHandler = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>
type CheckHandler = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>

export type HostSession = {
  readonly session: Electron.Session
  /** Asks main for every permission, and tells the browser what it says, for the pages of `origin`. */
  settlePermissions(contents: Electron.WebContents, browserOrigin: string, origin: string): Promise<void>
}

/** The default session. Without handlers everything is granted, as in Electron. */
export function createSession(browser: Cdp): HostSession {
  let request: RequestHandler | null = null
  let check: CheckHandler | null = null

  const session = partlyEmitting<Electron.Session>('session', {
    setPermissionRequestHandler(handler) {
      request = handler
    },
    setPermissionCheckHandler(handler) {
      check = handler
    },
    // No device is ever there to be asked for.
    setDevicePermissionHandler: () => undefined,
  })
  browser.on('Browser.downloadWillBegin', ({ url }) => {
    const event = emitted({})
    session.emit('will-download', event, { getURL: () => url })
    if (!event.defaultPrevented) throw new Error('electron-host: downloads are not implemented')
  })

  async function isGranted(
    contents: Electron.WebContents,
    permission: Parameters<RequestHandler>[1],
    origin: string,
  ): Promise<boolean> {
    const details = { requestingUrl: origin, isMainFrame: true }
    if (check && !check(contents, permission, origin, details as never)) return false
    const ask = request
    return !ask || new Promise((resolve) => ask(contents, permission, resolve, details as never))
  }

  return {
    session,
    async settlePermissions(contents, browserOrigin, origin) {
      await browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
      for (const [permission, names] of permissions) {
        const setting = (await isGranted(contents, permission, origin)) ? 'granted' : 'denied'
        for (const name of names)
          await browser.send('Browser.setPermission', {
            permission: { name },
            setting,
            origin: browserOrigin,
          })
      }
    },
  }
}

/** Electron's names of permissions and the web's, for what a page of the browser can ask for. */
const permissions: readonly (readonly [Parameters<RequestHandler>[1], readonly string[]])[] = [
  ['notifications', ['notifications']],
  ['geolocation', ['geolocation']],
  ['media', ['camera', 'microphone']],
  ['clipboard-read', ['clipboard-read']],
  ['midi', ['midi']],
  ['idle-detection', ['idle-detection']],
  ['window-management', ['window-management']],
]
