import { EventEmitter } from 'node:events'
import type { App, Session } from 'electron'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { isAllowedBaseUrl, isLoopbackAddress, serviceBaseUrl } from '../../src/core/gateway/address.ts'
import { inventoryBaseUrl, isAllowedInventoryUrl } from '../../src/core/inventory/address.ts'
import { openSheet } from '../../src/core/lists/open-sheet.ts'
import { browserFor } from '../../src/main/page/open-in-browser.ts'
import { restrictPages, restrictSession } from '../../src/main/page/security.ts'
import { readCommandLine } from '../../src/main/settings/command-line.ts'
import { links } from '../../src/shared/links.ts'
import { attackStrings, hostileText } from './support/attack-strings.ts'
import { prove, tell } from './support/prove.ts'

const microsoft = 'https://login.microsoftonline.com'

const scheme = fc.constantFrom(
  'https://',
  'http://',
  'HTTPS://',
  'https:',
  'https:\\\\',
  '//',
  'file:///',
  'file://contoso.com/',
  'javascript:',
  'data:text/html,',
  'blob:https://',
  'filesystem:https://',
  'view-source:https://',
  'ms-msdt:',
  'search-ms:query=a&crumb=location:',
  'ms-appinstaller:?source=https://',
  'smb://',
  'ftp://',
  'app://',
  'about:',
  'chrome://',
  '',
)
const host = fc.constantFrom(
  'login.microsoftonline.com',
  'login.microsoftonline.com.contoso.com',
  'login.microsoftonline.com@contoso.com',
  'user@login.microsoftonline.com',
  'user:password@login.microsoftonline.com',
  'login.microsoftonline.com:8443',
  'login.microsoftonline.com.',
  'login.microsoftonline.com%00.contoso.com',
  'login.microsoftonline.com%2f@contoso.com',
  'login.microsoftonline.com\\@contoso.com',
  'login\u3002microsoftonline\u3002com',
  'l\u043egin.microsoftonline.com',
  'microsoft.com.contoso.com',
  'evil-microsoft.com',
  'contoso.com#login.microsoftonline.com',
  'contoso.com?https://microsoft.com',
  'contoso.com',
  'localhost',
  '127.0.0.1',
  '[::1]',
  '',
)
const attackAddress = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(scheme, host, fc.constantFrom('', '/', '/devicelogin', '/..//', '/%2e%2e'), hostileText)
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: hostileText },
)

test('only https pages of the sign-in ever get to the browser, whatever is asked for', async () => {
  let opened = 0
  await prove('addresses for the browser', 1000, attackAddress, async (address) => {
    const openExternal = vi.fn(async (_url: string) => undefined)
    await browserFor(microsoft, { openExternal })(address).catch(() => undefined)
    for (const [url] of openExternal.mock.calls) {
      opened++
      expect(url).toMatch(
        /^https:\/\/(login\.microsoftonline\.com|login\.microsoft\.com|(www\.)?microsoft\.com)\//,
      )
      expect(url).not.toMatch(/\s/)
    }
  })
  expect(opened).toBeGreaterThan(0)
})

test('every link of the app is an https page of Microsoft, without credentials and queries', () => {
  for (const link of Object.values(links)) {
    const { protocol, hostname, username, password, port, search, href } = new URL(link)
    expect({ protocol, username, password, port, search }).toEqual({
      protocol: 'https:',
      username: '',
      password: '',
      port: '',
      search: '',
    })
    expect(hostname).toMatch(/^(learn|entra|admin\.teams)\.microsoft\.com$/)
    expect(href).toBe(link)
  }
})

test('a token goes to the service or to this machine, and no address passes for either', async () => {
  await prove('addresses for a token', 500, attackAddress, (address) => {
    if (isLoopbackAddress(address))
      expect(new URL(address).origin).toMatch(/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/)
    else if (isAllowedBaseUrl(address)) expect(new URL(address).origin).toBe(serviceBaseUrl)
    else if (isAllowedInventoryUrl(address)) expect(new URL(address).origin).toBe(inventoryBaseUrl)
    // Neither gets what is the other's.
    expect(isAllowedBaseUrl(address) && isAllowedInventoryUrl(address)).toBe(isLoopbackAddress(address))
  })
})

test('no page leads away, whatever the address, from whatever frame', async () => {
  const app = new EventEmitter()
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() })
  const own = 'app://bulk-sign-in/index.html'
  restrictPages(app as unknown as App, (address) => address === own)
  app.emit('web-contents-created', {}, contents)
  const isStopped = (event: string, url: string, isMainFrame = true): boolean => {
    const preventDefault = vi.fn()
    contents.emit(event, { url, isMainFrame, preventDefault })
    return preventDefault.mock.calls.length > 0
  }
  const addresses = fc.oneof(
    attackAddress,
    hostileText.map((rest) => `${own}${rest || '?'}`),
  )

  await prove('navigations', 500, addresses, (address) => {
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect'])
      for (const isMainFrame of [true, false]) expect(isStopped(event, address, isMainFrame)).toBe(true)
    const [opens] = contents.setWindowOpenHandler.mock.calls[0] ?? []
    expect(opens({ url: address })).toEqual({ action: 'deny' })
  })
  expect(isStopped('will-navigate', own)).toBe(false)
  expect(isStopped('will-navigate', own, false)).toBe(true)
  expect(isStopped('will-attach-webview', own)).toBe(true)
})

test('no permission is granted, no device given and nothing downloaded, whatever it is called', () => {
  const handlers: Record<string, (...args: never[]) => unknown> = {}
  const set = (name: string) => (handler: (...args: never[]) => unknown) => {
    handlers[name] = handler
  }
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: set('request'),
    setPermissionCheckHandler: set('check'),
    setDevicePermissionHandler: set('device'),
  })
  restrictSession(session as unknown as Session)
  const permissions = [
    ...[
      'clipboard-read',
      'clipboard-sanitized-write',
      'display-capture',
      'fullscreen',
      'geolocation',
      'idle-detection',
    ],
    ...[
      'media',
      'mediaKeySystem',
      'midi',
      'midiSysex',
      'notifications',
      'pointerLock',
      'keyboardLock',
      'openExternal',
    ],
    ...[
      'speaker-selection',
      'storage-access',
      'top-level-storage-access',
      'window-management',
      'unknown',
      'fileSystem',
    ],
    ...['hid', 'serial', 'usb', 'deprecated-sync-clipboard-read', ...attackStrings],
  ]
  for (const permission of permissions) {
    const answer = vi.fn()
    handlers['request']?.(...([{}, permission, answer, {}] as never[]))
    expect(answer).toHaveBeenCalledExactlyOnceWith(false)
    expect(handlers['check']?.(...([null, permission, 'app://bulk-sign-in'] as never[]))).toBe(false)
    expect(handlers['device']?.(...([{ deviceType: permission }] as never[]))).toBe(false)
  }
  const preventDefault = vi.fn()
  session.emit('will-download', { preventDefault })
  expect(preventDefault).toHaveBeenCalledOnce()
  tell('permissions', permissions.length)
})

test('no argument leads a packaged app to a stand-in, and none is more than it seems', async () => {
  const argument = fc
    .tuple(
      fc.constantFrom(
        '--authority=',
        '--api=',
        '--list=',
        '--speed=',
        '--sign-in-limit=',
        '--',
        '-',
        '/',
        '',
      ),
      fc.oneof(attackAddress, hostileText),
    )
    .map((parts) => parts.join(''))
  await prove('command lines', 500, fc.array(argument, { maxLength: 5 }), (args) => {
    const packaged = readCommandLine(args, { isPackaged: true })
    expect(packaged.standIns).toBeUndefined()
    expect(packaged.speed ?? 1).toBeGreaterThan(0)
    const { standIns } = readCommandLine(args, { isPackaged: false })
    if (standIns)
      for (const url of [standIns.authority, standIns.api])
        expect(new URL(url).hostname).toMatch(/^(localhost|127\.0\.0\.1)$/)
  })
})

test('a list that is a device, a pipe, a folder or no path at all is refused in words, and nothing hangs', async () => {
  const paths = [
    '/dev/zero',
    '/dev/stdin',
    '/dev/tty',
    '/proc/self/mem',
    '/',
    '.',
    '\\\\.\\pipe\\a',
    ...attackStrings,
  ]
  // Windows would ask the network for a server of that name.
  const ofAServer = process.platform === 'win32' ? /^[\\/]{2}[^.?]/ : /^$/
  for (const path of paths.filter((path) => !ofAServer.test(path)))
    expect(await openSheet(path)).toMatchObject({ ok: false, failure: { severity: 'error' } })
  tell('paths of lists', paths.length)
})
