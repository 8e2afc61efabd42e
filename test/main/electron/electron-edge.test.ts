import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import type { ClientRequestConstructorOptions, Net } from 'electron'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { electronFetch } from '../../../src/main/electron/electron-fetch.ts'
import { keepToHttp1 } from '../../../src/main/electron/keep-to-http1.ts'
import { safeStorageCipher } from '../../../src/main/electron/safe-storage-cipher.ts'
import { browserFor } from '../../../src/main/page/open-in-browser.ts'
import { createNet } from '../../electron-host/electron/network.ts'
import { createSafeStorage, type HostKeyStore } from '../../electron-host/electron/system.ts'
import { createSchemes } from '../../electron-host/schemes.ts'
import { removeFolder } from '../../support/remove-folder.ts'
import { smallServer } from '../../support/small-server.ts'

const noProxy = () => () => expect.fail('No proxy asks here.')
const noSessions = { fromPartition: () => expect.fail('Not expected here.') }

/** The network of the stand-in, what it was asked for, and what was done with its sessions. */
function network() {
  const net = createNet(createSchemes())
  const asked: unknown[] = []
  const done: string[] = []
  const fromPartition = (name: string) => ({
    name,
    closeAllConnections: async () => void done.push(`${name} closed`),
  })
  const request: Net['request'] = (options) => {
    const { session, ...others } = options as ClientRequestConstructorOptions
    asked.push(others)
    if (session) done.push(`${(session as unknown as { name: string }).name} sent`)
    return net.request(options)
  }
  return { net: { request }, sessions: { fromPartition } as never, asked, done }
}

describe('the network of main', () => {
  test("is Electron's: no cookies, no redirect, not the app's own protocol, and the caller's signal", async () => {
    const server = await smallServer((_, response) => response.end('{}'))
    const { net, asked } = network()
    const answer = await electronFetch(
      net,
      noSessions,
      noProxy,
    )(server.baseUrl, {
      method: 'GET',
      headers: { Accept: 'application/json' },
    })
    expect(await answer.json()).toEqual({})
    expect(server.seen).toMatchObject([{ headers: { accept: 'application/json' } }])
    expect(asked).toEqual([
      {
        method: 'GET',
        url: server.baseUrl,
        redirect: 'manual',
        cache: 'no-store',
        credentials: 'omit',
        bypassCustomProtocolHandlers: true,
      },
    ])
    await server.close()

    const signal = AbortSignal.abort(new Error('Too late'))
    await expect(electronFetch(net, noSessions, noProxy)(server.baseUrl, { signal })).rejects.toThrow(
      'Too late',
    )
  })

  describe('sends a POST', () => {
    const post = { method: 'POST', body: 'a' }

    test('on a connection that nothing was sent on before: Chromium would repeat it unsaid', async () => {
      const server = await smallServer(({ body }, response) =>
        response.writeHead(201).end(JSON.stringify({ body })),
      )
      const { net, sessions, done } = network()
      const fetch = electronFetch(net, sessions, noProxy)
      const first = await fetch(server.baseUrl, post)
      const second = await fetch(server.baseUrl, post)
      expect([first.status, await first.json()]).toEqual([201, { body: 'a' }])
      await second.text()
      await (await fetch(server.baseUrl, post)).text()
      await server.close()

      // The third takes one whose answer has been read, and closes what that left open.
      const [one, two] = ['post-1', 'post-2'].map((name) => [`${name} closed`, `${name} sent`])
      expect(done.slice(0, 4)).toEqual([one, two].flat())
      expect([one, two]).toContainEqual(done.slice(4))
    })

    test.each<[string, Parameters<typeof smallServer>[0]]>([
      ['no answer', (_, response) => void response.destroy()],
      ['an answer without content', (_, response) => void response.writeHead(204).end()],
      [
        'half an answer',
        (_, response) => {
          response.writeHead(200, { 'Content-Length': '9' })
          response.write('half', () => response.destroy())
        },
      ],
    ])('with a connection that is free again after %s', async (_, answer) => {
      const server = await smallServer(answer)
      const { net, sessions, done } = network()
      const fetch = electronFetch(net, sessions, noProxy)
      for (let time = 0; time < 3; time++) {
        await fetch(server.baseUrl, post).then(
          (response) => response.text().catch(() => undefined),
          () => undefined,
        )
        await turn()
      }
      await server.close()
      expect(new Set(done)).toEqual(new Set(['post-1 closed', 'post-1 sent']))
    })
  })

  test('speaks HTTP/1.1, for over HTTP/2 Chromium repeats what it sent', () => {
    const commandLine = { appendSwitch: vi.fn() }
    keepToHttp1({ commandLine })
    expect(commandLine.appendSwitch.mock.calls.flat()).toEqual(['disable-http2', 'disable-quic'])
  })
})

describe("the system's browser", () => {
  const microsoft = 'https://login.microsoftonline.com'
  const opener = () => {
    const openExternal = vi.fn(async () => undefined)
    return { openExternal, open: browserFor(microsoft, { openExternal }) }
  }

  test.each([
    `${microsoft}/organizations/oauth2/v2.0/authorize?client_id=a`,
    'https://microsoft.com/devicelogin',
    'https://login.microsoft.com/device',
  ])('is shown %s', async (url) => {
    const { open, openExternal } = opener()
    await open(url)

    expect(openExternal).toHaveBeenCalledExactlyOnceWith(url)
  })

  test.each([
    'http://login.microsoftonline.com/',
    'https://login.microsoftonline.com.contoso.com/',
    'https://login.microsoftonline.com:8443/',
    'https://login.microsoftonline.com@contoso.com/',
    'https://user:password@login.microsoftonline.com/',
    'https://contoso.com/https://login.microsoftonline.com/',
    'file:///C:/Windows/System32/calc.exe',
    'ms-settings:',
    'javascript:alert(1)',
    '',
  ])('is not shown %s', async (url) => {
    const { open, openExternal } = opener()

    await expect(open(url)).rejects.toThrow()
    expect(openExternal).not.toHaveBeenCalled()
  })
})

describe('the encryption of the system', () => {
  const storage = (store: HostKeyStore) => {
    const folder = mkdtempSync(join(tmpdir(), 'encryption-'))
    onTestFinished(() => removeFolder(folder))
    return createSafeStorage(() => folder, store)
  }

  test('goes both ways, once a round trip has shown that it works, whatever the desktop is called', async () => {
    const safeStorage = storage('system')
    expect(safeStorage.getSelectedStorageBackend()).toBe('unknown')
    const cipher = safeStorageCipher(safeStorage, 'linux')
    expect(cipher.check()).toEqual({ kind: 'not-tried' })

    expect(await cipher.available()).toBe(true)
    expect(cipher.check()).toEqual({ kind: 'works' })
    const bytes = await cipher.encrypt('secret')
    expect(await cipher.decrypt(Uint8Array.from(bytes))).toEqual({ text: 'secret', reencrypt: false })
  })

  test('is none where Chromium takes a key that everybody knows, and says which backend it would be', async () => {
    const safeStorage = storage('public')
    expect(await safeStorage.isAsyncEncryptionAvailable()).toBe(true)
    const cipher = safeStorageCipher(safeStorage, 'linux')

    expect(await cipher.available()).toBe(false)
    expect(cipher.check()).toEqual({ kind: 'public-key' })
    // On Windows what the system's own key encrypts begins like that, too.
    expect(await safeStorageCipher(safeStorage, 'win32').available()).toBe(true)
  })

  test('is none where the system has none', async () => {
    const cipher = safeStorageCipher(storage('none'), 'linux')

    expect(await cipher.available()).toBe(false)
    expect(cipher.check()).toEqual({ kind: 'none' })
  })

  test('is none where another text comes back', async () => {
    const forgetful = {
      ...storage('system'),
      isAsyncEncryptionAvailable: async () => true,
      encryptStringAsync: async () => Buffer.from('v11'),
      decryptStringAsync: async () => ({ result: '', shouldReEncrypt: false }),
    }
    const cipher = safeStorageCipher(forgetful, 'darwin')

    expect(await cipher.available()).toBe(false)
    expect(cipher.check()).toEqual({ kind: 'altered' })
  })

  test('is none where what was encrypted does not come back, and says why', async () => {
    const refusing = {
      ...storage('system'),
      isAsyncEncryptionAvailable: async () => true,
      encryptStringAsync: async () => Buffer.from('v11'),
      decryptStringAsync: () => Promise.reject(new Error('The keychain was not allowed')),
    }
    const cipher = safeStorageCipher(refusing, 'darwin')

    expect(await cipher.available()).toBe(false)
    expect(cipher.check()).toEqual({ kind: 'failed', reason: 'Error: The keychain was not allowed' })
  })
})
