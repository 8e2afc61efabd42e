import { describe, expect, test } from 'vitest'
import { kindOfTrouble, troubleOfAnswer, troubleOfRejection } from '../../../src/core/auth/diagnose.ts'

const nodeError = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
const chromiumError = (name: string): Error => new Error(`net::${name}`)

describe('a rejection of fetch', () => {
  test.each([
    ['ENOTFOUND', 'no-address', 'no-network'],
    ['EAI_AGAIN', 'no-address', 'no-network'],
    ['ECONNREFUSED', 'refused', 'no-network'],
    ['ECONNRESET', 'lost', 'no-network'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timed-out', 'no-network'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate', 'tls'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate', 'tls'],
    ['CERT_HAS_EXPIRED', 'certificate-dates', 'clock-wrong'],
    ['CERT_NOT_YET_VALID', 'certificate-dates', 'clock-wrong'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls', 'tls'],
    ['EPROTO', 'tls', 'tls'],
  ])('%s (Node) is %s', (code, cause, kind) => {
    const trouble = troubleOfRejection(nodeError(code))
    expect([trouble.cause, kindOfTrouble[trouble.cause]]).toEqual([cause, kind])
  })

  test.each([
    ['ERR_NAME_NOT_RESOLVED', 'no-address', 'no-network'],
    ['ERR_INTERNET_DISCONNECTED', 'offline', 'no-network'],
    ['ERR_CONNECTION_REFUSED', 'refused', 'no-network'],
    ['ERR_CONNECTION_RESET', 'lost', 'no-network'],
    ['ERR_TIMED_OUT', 'timed-out', 'no-network'],
    ['ERR_PROXY_AUTH_REQUESTED', 'proxy-asks', 'proxy'],
    ['ERR_PROXY_AUTH_UNSUPPORTED', 'proxy-asks', 'proxy'],
    ['ERR_PROXY_CONNECTION_FAILED', 'proxy-fails', 'proxy'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy-fails', 'proxy'],
    ['ERR_CERT_AUTHORITY_INVALID', 'certificate', 'tls'],
    ['ERR_CERT_DATE_INVALID', 'certificate-dates', 'clock-wrong'],
    ['ERR_SSL_PROTOCOL_ERROR', 'tls', 'tls'],
  ])('net::%s (Chromium) is %s', (name, cause, kind) => {
    const trouble = troubleOfRejection(chromiumError(name))
    expect([trouble.cause, kindOfTrouble[trouble.cause]]).toEqual([cause, kind])
  })

  test('for a redirect that was not followed is a portal', () => {
    const error = new Error('Redirect was cancelled')
    expect(troubleOfRejection(error).cause).toBe('portal-redirect')
  })

  test('of an unknown sort is a lost connection', () => {
    expect(troubleOfRejection('whatever').cause).toBe('lost')
  })
})

describe('an answer', () => {
  const answer = (status: number, text: string, type = 'application/json') =>
    troubleOfAnswer(status, new Headers({ 'content-type': type }), { text, end: 'whole' })

  test.each([
    [200, '{"issuer":"x"}'],
    [400, '{"error":"invalid_grant"}'],
    [503, '{"error":"temporarily_unavailable"}'],
  ])('of status %i with JSON is the authority’s', (status, text) => {
    expect(answer(status, text)).toBeUndefined()
  })

  test.each([
    [200, '<html>', 'text/html', 'portal-page'],
    [200, '  <!doctype html>', 'application/json', 'portal-page'],
    [200, 'Please sign in', 'text/html; charset=utf-8', 'portal-page'],
    [302, '', 'text/plain', 'portal-redirect'],
    [0, '', 'text/plain', 'portal-redirect'],
    [407, '', 'text/plain', 'proxy-asks'],
    [403, '<html>', 'text/html', 'proxy-blocks'],
    [511, '', 'text/plain', 'portal-page'],
    [502, '<html>', 'text/html', 'busy'],
  ])('of status %i with %j (%s) is trouble: %4$s', (status, text, type, cause) => {
    expect(answer(status, text, type)?.cause).toBe(cause)
  })
})
