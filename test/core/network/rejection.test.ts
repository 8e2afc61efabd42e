import { describe, expect, test } from 'vitest'
import { NoAnswer, namesOf, readRejection } from '../../../src/core/network/rejection.ts'

const nodeError = (code: string, syscall?: string): Error =>
  Object.assign(new Error(`${syscall ?? ''} ${code}`), { code, ...(syscall && { syscall }) })
const fetchFailed = (cause: unknown): Error => new TypeError('fetch failed', { cause })

describe('a rejection of fetch', () => {
  test.each([
    ['ENOTFOUND', 'no-address'],
    ['EAI_AGAIN', 'no-address'],
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
    ['ERR_NAME_RESOLUTION_FAILED', 'no-address'],
    ['ERR_PROXY_CONNECTION_FAILED', 'proxy'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
    ['ERR_PROXY_AUTH_REQUESTED', 'proxy'],
    ['ERR_PROXY_AUTH_UNSUPPORTED', 'proxy'],
    ['ERR_PROXY_CERTIFICATE_INVALID', 'proxy'],
    ['ERR_SOCKS_CONNECTION_HOST_UNREACHABLE', 'proxy'],
    ['ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'proxy'],
    ['ERR_CERT_AUTHORITY_INVALID', 'certificate'],
    ['ERR_CERT_COMMON_NAME_INVALID', 'certificate'],
    ['ERR_CERT_DATE_INVALID', 'certificate'],
    ['ERR_CERT_REVOKED', 'certificate'],
    ['ERR_CERTIFICATE_TRANSPARENCY_REQUIRED', 'certificate'],
  ])('net::%s (Chromium) was surely not sent', (name, reason) => {
    expect(readRejection(new Error(`net::${name}`))).toEqual({ reason, sent: 'no' })
  })

  test.each([
    ['ECONNRESET', 'lost'],
    ['EPIPE', 'lost'],
    ['ETIMEDOUT', 'timed-out'],
    ['UND_ERR_SOCKET', 'lost'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timed-out'],
    ['ENETDOWN', 'offline'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['ECONNREFUSED', 'unreachable'],
    ['EACCES', 'lost'],
  ])('%s (Node) while reading may have been sent', (code, reason) => {
    expect(readRejection(fetchFailed(nodeError(code, 'read')))).toEqual({ reason, sent: 'maybe' })
  })

  test.each([
    ['ERR_CONNECTION_RESET', 'lost'],
    ['ERR_EMPTY_RESPONSE', 'lost'],
    ['ERR_NETWORK_CHANGED', 'lost'],
    ['ERR_TIMED_OUT', 'timed-out'],
    ['ERR_INTERNET_DISCONNECTED', 'offline'],
    ['ERR_ADDRESS_UNREACHABLE', 'unreachable'],
    ['ERR_ADDRESS_INVALID', 'unreachable'],
    ['ERR_CONNECTION_REFUSED', 'unreachable'],
    ['ERR_CONNECTION_FAILED', 'unreachable'],
    ['ERR_CONNECTION_TIMED_OUT', 'unreachable'],
    ['ERR_ACCESS_DENIED', 'lost'],
    ['ERR_FAILED', 'lost'],
    ['ERR_CERT_DATABASE_CHANGED', 'lost'],
    ['ERR_CERT_VERIFIER_CHANGED', 'lost'],
    ['ERR_PROXY_HTTP_1_1_REQUIRED', 'lost'],
    ['ERR_BAD_SSL_CLIENT_AUTH_CERT', 'lost'],
    ['ERR_SSL_PROTOCOL_ERROR', 'lost'],
    ['ERR_UPLOAD_STREAM_REWIND_NOT_SUPPORTED', 'lost'],
  ])('net::%s (Chromium) may have been sent', (name, reason) => {
    expect(readRejection(new Error(`net::${name}`))).toEqual({ reason, sent: 'maybe' })
  })

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

  test('without a hint when it came may have been sent', () => {
    expect(readRejection(fetchFailed(nodeError('ECONNREFUSED'))).sent).toBe('maybe')
  })

  test.each(['no', 'maybe'] as const)('is as its sender knows where it does: sent %s', (sent) => {
    const names = ['ERR_NAME_NOT_RESOLVED', 'ERR_ADDRESS_UNREACHABLE', 'ERR_CERT_REVOKED', 'ERR_FAILED']
    const read = names.map((name) => readRejection(new NoAnswer(sent, new Error(`net::${name}`))))
    expect(read.map(({ reason }) => reason)).toEqual(['no-address', 'unreachable', 'certificate', 'lost'])
    expect(new Set(read.map((one) => one.sent))).toEqual(new Set([sent]))
    expect(readRejection(new NoAnswer(sent, undefined))).toEqual({ reason: 'lost', sent })
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
