import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { electronFetch } from '../../../src/main/electron/electron-fetch.ts'
import { keepToHttp1 } from '../../../src/main/electron/keep-to-http1.ts'
import { safeStorageCipher } from '../../../src/main/electron/safe-storage-cipher.ts'
import { browserFor } from '../../../src/main/page/open-in-browser.ts'

const noNet = { fetch: () => Promise.reject(new Error('Not expected here.')) }
const noSessions = { fromPartition: () => expect.fail('Not expected here.') }

describe('the network of main', () => {
  test("is Electron's: no cookies, not the app's own protocol, and the caller's signal", async () => {
    const net = { fetch: vi.fn(async () => new Response('{}')) }
    const { signal } = new AbortController()
    const headers = { Accept: 'application/json' }
    await electronFetch(net, noSessions)('https://localhost/', { method: 'GET', headers, signal })

    expect(net.fetch).toHaveBeenCalledExactlyOnceWith('https://localhost/', {
      method: 'GET',
      headers,
      signal,
      credentials: 'omit',
      bypassCustomProtocolHandlers: true,
    })
  })

  describe('sends a POST', () => {
    const post = { method: 'POST', body: 'a' }
    const sessionsOf = (answer: () => Promise<Response>) => {
      const done: string[] = []
      const fromPartition = vi.fn((name: string) => ({
        closeAllConnections: async () => void done.push(`${name} closed`),
        async fetch(_: string, { credentials }: RequestInit) {
          done.push(`${name} sent, cookies: ${credentials}`)
          return answer()
        },
      }))
      return { done, fetch: electronFetch(noNet, { fromPartition } as never) }
    }

    test('on a connection that nothing was sent on before: Chromium would repeat it unsaid', async () => {
      const { done, fetch } = sessionsOf(async () => new Response('{"batchId":"1"}', { status: 201 }))
      const first = await fetch('https://localhost/', post)
      const second = await fetch('https://localhost/', post)
      expect([first.status, await first.text()]).toEqual([201, '{"batchId":"1"}'])
      await second.text()
      await (await fetch('https://localhost/', post)).text()

      // The third takes one whose answer has been read, and closes what that left open.
      const [one, two] = ['post-1', 'post-2'].map((name) => [`${name} closed`, `${name} sent, cookies: omit`])
      expect(done.slice(0, 4)).toEqual([one, two].flat())
      expect([one, two]).toContainEqual(done.slice(4))
    })

    test.each<[string, () => Promise<Response>]>([
      ['no answer', () => Promise.reject(new Error('net::ERR_CONNECTION_RESET'))],
      ['an answer without content', async () => new Response(null, { status: 204 })],
      [
        'half an answer',
        async () => new Response(new ReadableStream({ start: (body) => body.error('cut') })),
      ],
    ])('with a connection that is free again after %s', async (_, answer) => {
      const { done, fetch } = sessionsOf(answer)
      for (let time = 0; time < 3; time++) {
        await fetch('https://localhost/', post).then(
          (response) => response.text().catch(() => undefined),
          () => undefined,
        )
        await turn()
      }
      expect(new Set(done)).toEqual(new Set(['post-1 closed', 'post-1 sent, cookies: omit']))
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
  const storage = (more: object = {}) => ({
    isAsyncEncryptionAvailable: async () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret' as const,
    encryptStringAsync: async (text: string) => Buffer.from(`<${text}>`),
    decryptStringAsync: async (bytes: Buffer) => ({
      result: bytes.toString().slice(1, -1),
      shouldReEncrypt: true,
    }),
    ...more,
  })

  test('goes both ways, and says when the key has changed', async () => {
    const cipher = safeStorageCipher(storage(), 'win32')

    expect(await cipher.available()).toBe(true)
    expect(await cipher.decrypt(Uint8Array.from(await cipher.encrypt('secret')))).toEqual({
      text: 'secret',
      reencrypt: true,
    })
  })

  test('is none where Chromium would only scramble', async () => {
    const basic = storage({ getSelectedStorageBackend: () => 'basic_text' })

    expect(await safeStorageCipher(basic, 'linux').available()).toBe(false)
    expect(await safeStorageCipher(storage(), 'linux').available()).toBe(true)
  })

  test('is none where the system has none, and the backend is asked for on Linux alone', async () => {
    const getSelectedStorageBackend = vi.fn()
    const none = storage({ isAsyncEncryptionAvailable: async () => false, getSelectedStorageBackend })

    expect(await safeStorageCipher(none, 'linux').available()).toBe(false)
    expect(await safeStorageCipher(storage({ getSelectedStorageBackend }), 'darwin').available()).toBe(true)
    expect(getSelectedStorageBackend).not.toHaveBeenCalled()
  })
})
