import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Launched } from '../e2e/support/launch-app.ts'
import { launchInBrowser } from '../e2e/support/launch-in-browser.ts'
import { removeFolder } from '../support/remove-folder.ts'

type Fixture = {
  readonly value: { readonly list: readonly unknown[]; readonly bytes: Uint8Array; readonly date: Date }
  readonly instance: object
  invoke(channel: string, value?: unknown): Promise<unknown>
  send(channel: string, value?: unknown): void
  on(channel: string, listener: (value: unknown) => void): () => void
  call(callback: (value: unknown) => unknown, value: unknown): unknown
  throwing(): void
  rejecting(): Promise<void>
  world(): object
}
declare global {
  interface Window {
    readonly fixture: Fixture
  }
}

let app: Launched
let scratch: string

async function launch(): Promise<void> {
  scratch = await mkdtemp(join(tmpdir(), 'electron-host-test-'))
  app = await launchInBrowser({
    appFolder: join(import.meta.dirname, 'fixture'),
    scratch,
    args: [`--user-data-dir=${join(scratch, 'user-data')}`, '--an-argument'],
    colorScheme: 'dark',
    forcedColors: 'none',
    env: process.env,
  })
}
async function end(): Promise<void> {
  await app.kill()
  await app.exited
  await removeFolder(scratch)
}

beforeAll(launch)
afterAll(end)

describe('the context bridge', () => {
  test('shows copies, frozen to the bottom', async () => {
    const seen = await app.page.evaluate(() => {
      const { value, instance } = window.fixture
      return {
        value,
        isBytes: value.bytes instanceof Uint8Array,
        isPlain: Object.getPrototypeOf(instance) === Object.prototype,
        instance,
        frozen: [window.fixture, value, value.list, value.list[1], window.fixture.invoke].map((one) =>
          Object.isFrozen(one),
        ),
      }
    })

    expect(seen).toMatchObject({
      value: { list: [1, { deep: true }], date: new Date(0) },
      isBytes: true,
      isPlain: true,
      instance: { own: 1 },
    })
    expect(seen.frozen).toEqual(seen.frozen.map(() => true))
  })

  test('lets functions be called across, in both directions', async () => {
    expect(await app.page.evaluate(() => window.fixture.call((value) => [value, 2], 1))).toEqual([1, 2])
  })

  test('lets errors and rejections through with their message', async () => {
    const messages = await app.page.evaluate(async () => {
      const { throwing, rejecting } = window.fixture
      const thrown = (() => {
        try {
          return throwing()
        } catch (error) {
          return (error as Error).message
        }
      })()
      return [thrown, await rejecting().catch((error: Error) => error.message)]
    })

    expect(messages).toEqual(['no use', 'later'])
  })

  test('is all that the two worlds have in common', async () => {
    await app.page.evaluate(() => Object.assign(window, { ofThePage: 1 }))

    expect(await app.page.evaluate(() => 'leak' in window)).toBe(false)
    expect(await app.page.evaluate(() => window.fixture.world())).toEqual({
      sees: 'undefined',
      process: ['renderer', true, true],
      fs: 'module not found: node:fs',
      shell: 'electron-host: electron (in the preload).shell is not implemented',
      cwd: 'electron-host: process (in the preload).cwd is not implemented',
      again: 'Cannot bind an API on top of an existing property on the window object',
    })
  })
})

describe('messages', () => {
  test('bring what can be cloned there and back', async () => {
    const carried = await app.page.evaluate(async () => {
      const sent = {
        none: undefined,
        number: Number.NaN,
        date: new Date(5),
        map: new Map([['a', new Set([1])]]),
        bytes: Uint8Array.of(0, 128, 255),
      }
      const got = (await window.fixture.invoke('echo', sent)) as typeof sent
      return {
        keys: Object.keys(got),
        number: Number.isNaN(got.number),
        date: got.date.getTime(),
        map: got.map.get('a')?.has(1),
        bytes: got.bytes instanceof Uint8Array && [...got.bytes],
      }
    })

    expect(carried).toEqual({
      keys: ['none', 'number', 'date', 'map', 'bytes'],
      number: true,
      date: 5,
      map: true,
      bytes: [0, 128, 255],
    })
  })

  test.each([
    ['fail', "Error invoking remote method 'fail': RangeError: too far"],
    ['uncloneable', "Error invoking remote method 'uncloneable': Error: An object could not be cloned."],
    ['nowhere', "Error invoking remote method 'nowhere': Error: No handler registered for 'nowhere'"],
  ])('%s fails as it does in Electron', async (channel, message) => {
    const failed = app.page.evaluate(
      (channel) => window.fixture.invoke(channel).catch((error: Error) => error.message),
      channel,
    )

    expect(await failed).toBe(message)
  })

  test('are pushed until nobody listens any more', async () => {
    const pushed = await app.page.evaluate(async () => {
      const { on, send, invoke } = window.fixture
      const got: unknown[] = []
      const end = on('pushed', (value) => got.push(value))
      send('push back', 1)
      await invoke('echo')
      end()
      send('push back', 2)
      await invoke('echo')
      return got
    })

    expect(pushed).toEqual([1])
  })

  test('say which frame they are from, under the address that the app knows', async () => {
    expect(await app.page.evaluate(() => window.fixture.invoke('sender'))).toEqual({
      url: 'fix://home/start',
      origin: 'fix://home',
      isMain: true,
    })
  })
})

describe('the main process', () => {
  test('looks like Electron to the app', async () => {
    const seen = await app.evaluate(({ app }) => ({
      name: app.getName(),
      version: app.getVersion(),
      electron: process.versions.electron,
      type: process.type,
      asked: process.argv.includes('--an-argument'),
    }))

    expect(seen).toEqual({
      name: 'Fixture',
      version: '1.2.3',
      electron: expect.stringMatching(/^\d+\./),
      type: 'browser',
      asked: true,
    })
  })

  test.each([
    ['app.dock', 'app.dock'],
    ['app.getPath("music")', "app.getPath('music')"],
    ['new Tray("icon")', 'Tray'],
    ['desktopCapturer.getSources({})', 'desktopCapturer.getSources'],
    ['screen.getCursorScreenPoint()', 'screen.getCursorScreenPoint'],
    ['BrowserWindow.getAllWindows()[0].setIcon("icon")', 'BrowserWindow.setIcon'],
    ['BrowserWindow.getAllWindows()[0].webContents.print()', 'webContents.print'],
    ['session.defaultSession.clearCache()', 'session.clearCache'],
    ['new Notification({}).reply', 'Notification.reply'],
  ])('%s throws by name', async (source, name) => {
    const message = await app.evaluate((electron, source) => {
      try {
        return new Function(...Object.keys(electron), `return ${source}`)(...Object.values(electron))
      } catch (error) {
        return (error as Error).message
      }
    }, source)

    expect(message).toBe(`electron-host: ${name} is not implemented`)
  })

  test.each([
    { sandbox: false },
    { contextIsolation: false },
    { nodeIntegration: true },
    { webSecurity: false },
  ])('opens no window with %j', async (webPreferences) => {
    const opened = app.evaluate(
      ({ BrowserWindow }, webPreferences) => void new BrowserWindow({ webPreferences }),
      webPreferences,
    )

    await expect(opened).rejects.toThrow('electron-host: only sandboxed')
  })

  test('has a dialog only with an answer to it', async () => {
    const asked = app.evaluate(({ dialog }) => dialog.showMessageBox({ message: 'Well?' }))

    await expect(asked).rejects.toThrow('electron-host: an answer to dialog.showMessageBox')
  })

  test('decides on the theme that the page is shown in', async () => {
    const isDark = () => app.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)

    expect(await isDark()).toBe(true)
    expect(await app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true)
  })
})

describe('the scheme of the app', () => {
  const at = (host: string, path: string): string => `https://${host}.fix.electron-host.invalid${path}`
  const get = (url: string, init: Pick<RequestInit, 'method' | 'mode'> = {}) =>
    app.page.evaluate(
      ({ url, init }) =>
        fetch(url, init).then(
          ({ type, headers }) => ({ type, content: headers.get('content-type') }),
          () => 'refused',
        ),
      { url, init },
    )

  test('can be read from its own origin alone, and the handler hears of no other reader, whatever it would allow', async () => {
    expect(await get(at('home', '/own'))).toMatchObject({ type: 'basic', content: 'text/html' })
    expect(await get(at('other', '/simple'))).toBe('refused')
    expect(await get(at('other', '/asked-before'), { method: 'PUT' })).toBe('refused')
    // Without CORS it is asked, but the page sees nothing of the answer.
    expect(await get(at('other', '/unread'), { mode: 'no-cors' })).toEqual({ type: 'opaque', content: null })
    const asked = (await app.page.evaluate(() => window.fixture.invoke('asked'))) as readonly string[]
    expect(asked.filter((url) => !url.startsWith('fix://home/')).toSorted()).toEqual(['fix://other/unread'])
    expect(asked).toContain('fix://home/own')
  })
})

describe('a navigation', () => {
  test('that main does not prevent goes on, and the preload runs again', async () => {
    await app.page.evaluate(() => {
      window.location.href = '/second'
    })
    await app.page.waitForURL('**/second')

    expect(await app.page.evaluate(() => window.fixture.invoke('sender'))).toMatchObject({
      url: 'fix://home/second',
    })
  })

  test('to what a handler cannot answer fails', async () => {
    const loaded = app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.loadURL('fix://home/broken'),
    )

    await expect(loaded).rejects.toThrow('ERR_FAILED')
  })
})

describe('a window', () => {
  test('that has the focus already gets no event of it, and a minimised one gets no focus', async () => {
    const events = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      const seen: string[] = []
      for (const name of ['focus', 'blur']) window?.on(name as 'focus', () => void seen.push(name))
      window?.show()
      window?.focus()
      window?.minimize()
      window?.focus()
      seen.push('restored')
      window?.restore()
      window?.focus()
      return seen
    })

    expect(events).toEqual(['focus', 'blur', 'restored', 'focus'])
  })

  test('has its first picture before it is loaded to its end, and is loaded when loadURL resolves', async () => {
    const events = await app.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const seen: string[] = []
      const window = new BrowserWindow({ show: false })
      const shown = new Promise<void>((resolve) => window.once('ready-to-show', resolve))
      window.webContents.prependOnceListener('did-finish-load', () => void seen.push('did-finish-load'))
      const loaded = window.loadURL('fix://home/with-picture').then(() => void seen.push('loadURL'))
      await shown
      seen.push('ready-to-show')
      // Whatever follows from that has happened by then.
      await new Promise((resolve) => setImmediate(resolve))
      seen.push('picture')
      ipcMain.emit('release')
      await loaded
      window.destroy()
      return seen
    })

    expect(events).toEqual(['ready-to-show', 'picture', 'did-finish-load', 'loadURL'])
  })

  test('that loads another page before it is loaded to its end rejects loadURL', async () => {
    const loaded = app.evaluate(({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      window.webContents.once('dom-ready', () => window.webContents.reload())
      return window.loadURL('fix://home/another').finally(() => window.destroy())
    })

    await expect(loaded).rejects.toThrow('ERR_FAILED (-2)')
  })

  test('that is closed while it loads rejects loadURL', async () => {
    const loaded = app.evaluate(({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      window.webContents.once('dom-ready', () => window.destroy())
      return window.loadURL('fix://home/another')
    })

    await expect(loaded).rejects.toThrow('ERR_FAILED (-2)')
  })
})

test('a notification leaves a trace', async () => {
  const shown = await app.evaluate(({ Notification }) => {
    new Notification({ title: 'Done', body: '3 phones' }).show()
    return (Notification as unknown as { shown: readonly object[] }).shown
  })

  expect(shown).toEqual([{ title: 'Done', body: '3 phones' }])
})

describe('the end', () => {
  const isAlive = (address: string): Promise<boolean> =>
    fetch(`${address}/json/version`).then(
      () => true,
      () => false,
    )

  test('of whoever started the host is the end of host and browser', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'electron-host-test-'))
    const starter = spawn(
      process.execPath,
      ['--no-warnings', '--input-type=module-typescript', '--eval', starting],
      {
        cwd: import.meta.dirname,
        env: { ...process.env, PROFILE: profile },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const [endpoint] = await once(starter.stdout, 'data')
    const address = String(endpoint)
      .trim()
      .replace(/^ws/, 'http')
      .replace(/\/devtools.*$/, '')

    expect(await isAlive(address)).toBe(true)
    starter.kill('SIGKILL')
    await expect.poll(() => isAlive(address)).toBe(false)
    await removeFolder(profile)
  })
})

const starting = `
import { findChromium } from './chromium.ts'
import { startHost } from './host-process.ts'
const { executable } = await findChromium()
const host = await startHost({
  appFolder: './fixture', args: [], chromium: executable, profile: process.env.PROFILE,
  headed: false, driven: false, media: { colorScheme: 'light', forcedColors: 'none' },
})
console.log(host.endpoint)
`
