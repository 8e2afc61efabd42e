import { describe, expect, test, vi } from 'vitest'
import { electronFetch } from '../../src/main/electron-fetch.ts'
import { browserFor } from '../../src/main/open-in-browser.ts'
import { safeStorageCipher } from '../../src/main/safe-storage-cipher.ts'

describe('the network of main', () => {
  test("is Electron's: no cookies, not the app's own protocol, and the caller's signal", async () => {
    const net = { fetch: vi.fn(async () => new Response('{}')) }
    const { signal } = new AbortController()
    const headers = { Accept: 'application/json' }
    await electronFetch(net)('https://localhost/', { method: 'POST', body: 'a', headers, signal })

    expect(net.fetch).toHaveBeenCalledExactlyOnceWith('https://localhost/', {
      method: 'POST',
      body: 'a',
      headers,
      signal,
      credentials: 'omit',
      bypassCustomProtocolHandlers: true,
    })
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
