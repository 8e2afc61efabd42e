import type { SignInFailureKind } from '../../shared/auth/sign-in-failure.ts'
import type { Body } from '../network/body.ts'
import { isPage } from '../network/is-page.ts'
import { isRedirectRejection, namesOf, readRejection } from '../network/rejection.ts'

/** Why a call to the authority brought nothing that MSAL could read. */
export type Trouble =
  | { readonly cause: RejectionCause }
  | { readonly cause: 'proxy-blocks'; readonly status: number }
  | { readonly cause: AnswerCause }

type RejectionCause =
  | 'no-address'
  | 'offline'
  | 'refused'
  | 'timed-out'
  | 'lost'
  | 'certificate'
  | 'certificate-dates'
  | 'tls'
  | 'proxy-asks'
  | 'proxy-fails'
  | 'portal-redirect'
type AnswerCause = 'proxy-asks' | 'portal-page' | 'portal-redirect' | 'busy' | 'lost' | 'garbled'

/** The kind of failure for each cause: it tells a person where to look. */
export const kindOfTrouble: Record<Trouble['cause'], SignInFailureKind> = {
  'no-address': 'no-network',
  offline: 'no-network',
  refused: 'no-network',
  'timed-out': 'no-network',
  lost: 'no-network',
  certificate: 'tls',
  // Microsoft renews the authority's certificate in time, so the clock or an inspecting proxy is the cause.
  'certificate-dates': 'clock-wrong',
  tls: 'tls',
  'proxy-asks': 'proxy',
  'proxy-fails': 'proxy',
  'proxy-blocks': 'proxy',
  'portal-page': 'captive-portal',
  'portal-redirect': 'captive-portal',
  busy: 'unavailable',
  garbled: 'unexpected',
}

/** Reads what fetch rejected with, in Node and in Chromium (net_error_list.h). */
export function troubleOfRejection(rejection: unknown): Trouble {
  if (isRedirectRejection(rejection)) return { cause: 'portal-redirect' }
  const names = namesOf(rejection)
  const is = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  if (is(/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_CERT_DATE_INVALID)$/))
    return { cause: 'certificate-dates' }
  if (is(/^ERR_PROXY_AUTH_/)) return { cause: 'proxy-asks' }
  if (is(/^(ERR_SSL_|EPROTO$)/)) return { cause: 'tls' }
  const { reason } = readRejection(rejection)
  switch (reason) {
    case 'proxy':
      return { cause: 'proxy-fails' }
    case 'stopped':
      return { cause: 'lost' }
    case 'unreachable':
      return { cause: 'refused' }
    default:
      return { cause: reason }
  }
}

/** The trouble with an answer that is not the authority's. The authority answers in JSON, even when it refuses. */
export function troubleOfAnswer(status: number, headers: Headers, body: Body): Trouble | undefined {
  if (status === 407) return { cause: 'proxy-asks' }
  // RFC 6585: the network wants a sign-in of its own.
  if (status === 511) return { cause: 'portal-page' }
  // Node passes a redirect on as it came. Browsers turn it into an opaque answer with status 0.
  if (status === 0 || (status >= 300 && status < 400)) return { cause: 'portal-redirect' }
  if (body.end === 'cut') return { cause: 'lost' }
  if (!isPage(headers, body.text)) return undefined
  if (status < 300) return { cause: 'portal-page' }
  return status < 500 ? { cause: 'proxy-blocks', status } : { cause: 'busy' }
}
