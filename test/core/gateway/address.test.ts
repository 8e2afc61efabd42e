import { describe, expect, test } from 'vitest'
import { isAllowedBaseUrl, isLoopbackAddress } from '../../../src/core/gateway/address.ts'

describe('a loopback address', () => {
  test.each(['http://127.0.0.1:8080', 'http://127.0.0.1', 'http://[::1]:8080/', 'http://localhost:3000'])(
    'is %s',
    (address) => {
      expect(isLoopbackAddress(address)).toBe(true)
      expect(isAllowedBaseUrl(address)).toBe(true)
    },
  )

  test.each([
    '',
    '127.0.0.1:8080',
    'https://127.0.0.1:8080',
    'ftp://127.0.0.1',
    'http://127.0.0.2:8080',
    'http://10.0.0.1:8080',
    'http://0.0.0.0:8080',
    'http://127.0.0.1.contoso.com',
    'http://localhost.contoso.com',
    'http://127.0.0.1@contoso.com',
    'http://user:secret@127.0.0.1',
    'http://127.0.0.1/path',
    'http://127.0.0.1/?query',
  ])('is not %j', (address) => {
    expect(isLoopbackAddress(address)).toBe(false)
    expect(isAllowedBaseUrl(address)).toBe(false)
  })
})

describe('the service itself', () => {
  test('is allowed over https only', () => {
    expect(isAllowedBaseUrl('https://api.interfaces.records.teams.microsoft.com')).toBe(true)
    expect(isAllowedBaseUrl('http://api.interfaces.records.teams.microsoft.com')).toBe(false)
    expect(isAllowedBaseUrl('https://api.interfaces.records.teams.microsoft.com.contoso.com')).toBe(false)
    expect(isAllowedBaseUrl('https://api.interfaces.records.teams.microsoft.com:8443')).toBe(false)
    expect(isLoopbackAddress('https://api.interfaces.records.teams.microsoft.com')).toBe(false)
  })
})
