import { describe, expect, test } from 'vitest'
import { namesOf, readRejection } from '../../../src/main/network/rejection.ts'

const nodeError = (code: string, syscall?: string): Error =>
  Object.assign(new Error(`${syscall ?? ''} ${code}`), { code, ...(syscall && { syscall }) })
const fetchFailed = (cause: unknown): Error => new TypeError('fetch failed', { cause })

describe('a rejection of fetch', () => {
  test.each([
    ['ENOTFOUND', 'no-address'],
    ['EAI_AGAIN', 'no-address'],
    ['ECONNREFUSED', 'refused'],
    ['UND_ERR_CONNECT_TIMEOUT', 'refused'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ])('%s (Node) was surely not sent', (code, reason) => {
    expect(readRejection(fetchFailed(nodeError(code)))).toEqual({ reason, sent: 'no' })
  })

  test.each([
    ['ERR_NAME_NOT_RESOLVED', 'no-address'],
    ['ERR_INTERNET_DISCONNECTED', 'offline'],
    ['ERR_CONNECTION_REFUSED', 'refused'],
    ['ERR_ADDRESS_UNREACHABLE', 'refused'],
    ['ERR_PROXY_CONNECTION_FAILED', 'proxy'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
    ['ERR_CERT_AUTHORITY_INVALID', 'certificate'],
    ['ERR_CERT_DATE_INVALID', 'certificate'],
  ])('net::%s (Chromium) was surely not sent', (name, reason) => {
    expect(readRejection(new Error(`net::${name}`))).toEqual({ reason, sent: 'no' })
  })

  test.each([
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'UND_ERR_SOCKET',
    'UND_ERR_HEADERS_TIMEOUT',
    'EHOSTUNREACH',
  ])('%s (Node) may have been sent', (code) => {
    expect(readRejection(fetchFailed(nodeError(code, 'read'))).sent).toBe('maybe')
  })

  test.each(['ERR_CONNECTION_RESET', 'ERR_EMPTY_RESPONSE', 'ERR_NETWORK_CHANGED', 'ERR_TIMED_OUT'])(
    'net::%s (Chromium) may have been sent',
    (name) => {
      expect(readRejection(new Error(`net::${name}`)).sent).toBe('maybe')
    },
  )

  test('while connecting was not sent, whatever its code', () => {
    expect(readRejection(fetchFailed(nodeError('EHOSTUNREACH', 'connect'))).sent).toBe('no')
    expect(readRejection(fetchFailed(nodeError('ETIMEDOUT', 'connect'))).sent).toBe('no')
  })

  test('of several addresses was not sent only if none was reached', () => {
    const refused = nodeError('ECONNREFUSED', 'connect')
    const both = Object.assign(new AggregateError([refused, refused]), { code: 'ECONNREFUSED' })
    expect(readRejection(fetchFailed(both)).sent).toBe('no')
    const one = Object.assign(new AggregateError([refused, nodeError('ECONNRESET', 'read')]), {
      code: 'ECONNREFUSED',
    })
    expect(readRejection(fetchFailed(one)).sent).toBe('maybe')
  })

  test('of an unknown kind may have been sent', () => {
    expect(readRejection(fetchFailed(undefined))).toEqual({ reason: 'lost', sent: 'maybe' })
    expect(readRejection('nonsense')).toEqual({ reason: 'lost', sent: 'maybe' })
  })
})

describe('a proxy that opens no tunnel (Node)', () => {
  const refused = (status: number): Error =>
    fetchFailed(
      new DOMException('Request was cancelled.', {
        cause: Object.assign(new Error(`Proxy response (${status}) !== 200 when HTTP Tunneling`), {
          code: 'UND_ERR_ABORTED',
        }),
      } as unknown as string),
    )

  test('surely sent nothing', () => {
    expect(readRejection(refused(407))).toEqual({ reason: 'proxy', sent: 'no' })
    expect(readRejection(refused(502))).toEqual({ reason: 'proxy', sent: 'no' })
  })

  test('is told apart when it asks for credentials', () => {
    expect(namesOf(refused(407))).toContain('ERR_PROXY_AUTH_REQUESTED')
    expect(namesOf(refused(502))).toEqual(['ERR_TUNNEL_CONNECTION_FAILED'])
  })
})

test('the names of a rejection are those of all its parts', () => {
  const several = new AggregateError([nodeError('ECONNREFUSED'), nodeError('ETIMEDOUT')])
  expect(namesOf(fetchFailed(several))).toEqual(['ECONNREFUSED', 'ETIMEDOUT'])
  expect(namesOf(undefined)).toEqual([])
})
