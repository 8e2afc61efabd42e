import type { UnreachableReason } from '../../shared/gateway/failure.ts'

/** Why no answer came, and whether the request can have reached the service. */
export type Unreachable = { readonly reason: UnreachableReason; readonly sent: 'no' | 'maybe' }

/** The rejection of a sender that knows whether the request can have left. It counts before any name of an error. */
export class NoAnswer extends Error {
  readonly sent: Unreachable['sent']

  constructor(sent: Unreachable['sent'], cause: unknown) {
    super('No answer came', { cause })
    this.sent = sent
  }
}

/**
 * Reads what fetch rejected with: the codes of Node's sockets and the net:: names of Chromium's stack. Only an
 * error that can't come after the connection was made proves that nothing was sent. Anything else may have been sent.
 */
export function readRejection(rejection: unknown): Unreachable {
  const found = causesOf(rejection)
    .map(readCause)
    .filter((cause) => cause !== undefined)
  // Several addresses were tried: the request was not sent only if it got through to none of them.
  const read = found.find(({ sent }) => sent === 'maybe') ?? found[0] ?? lost
  return rejection instanceof NoAnswer ? { ...read, sent: rejection.sent } : read
}

const lost: Unreachable = { reason: 'lost', sent: 'maybe' }

/** Whether fetch refused to follow a redirect; Electron's reports that as a rejection. */
export function isRedirectRejection(rejection: unknown): boolean {
  return causesOf(rejection).some(({ message }) => /\bredirect/i.test(message))
}

/** What Node and Chromium call the parts of a rejection: `CERT_HAS_EXPIRED`, `ERR_CERT_DATE_INVALID`. */
export const namesOf = (rejection: unknown): readonly string[] =>
  causesOf(rejection)
    .map(nameOf)
    .filter((name) => name !== '')

type Cause = { readonly code: string; readonly syscall: string; readonly message: string }

/** The error, its causes and the parts of an AggregateError, outermost first. */
function causesOf(error: unknown, depth = 5): readonly Cause[] {
  if (!(error instanceof Error) || depth === 0) return []
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  const parts: readonly unknown[] = error instanceof AggregateError ? error.errors : []
  return [
    // The code of an AggregateError is that of one of its parts; that of a DOMException is a number.
    {
      code: parts.length > 0 || typeof code !== 'string' ? '' : code,
      syscall: String(syscall ?? ''),
      message: error.message,
    },
    ...[error.cause, ...parts].flatMap((cause) => causesOf(cause, depth - 1)),
  ]
}

function readCause(cause: Cause): Unreachable | undefined {
  const name = nameOf(cause)
  if (name === '') return undefined
  const known = beforeConnecting.find(([pattern]) => pattern.test(name))
  if (known) return { reason: known[1], sent: 'no' }
  if (cause.syscall === 'getaddrinfo') return { reason: 'no-address', sent: 'no' }
  if (cause.syscall === 'connect') return { reason: 'refused', sent: 'no' }
  return { reason: atAnyTime.find(([pattern]) => pattern.test(name))?.[1] ?? 'lost', sent: 'maybe' }
}

const nameOf = ({ code, message }: Cause): string =>
  /net::(ERR_\w+)/.exec(message)?.[1] ?? proxyRefusal(message) ?? code

/** Node's fetch has only words for a proxy that opens no tunnel (undici, ProxyAgent). */
function proxyRefusal(message: string): string | undefined {
  const status = /^Proxy response \((\d{3})\)/.exec(message)?.[1]
  return status && (status === '407' ? 'ERR_PROXY_AUTH_REQUESTED' : 'ERR_TUNNEL_CONNECTION_FAILED')
}

type Names = readonly (readonly [RegExp, UnreachableReason])[]

/**
 * Errors from before there is a connection, or from its TLS handshake. Node's (undici's connector, OpenSSL's
 * verification): the request is written after `secureConnect`. Chromium's (net_error_list.h): the resolver's, the
 * proxy's up to its CONNECT, and -200 to -217, of which http_network_transaction.cc says that they cannot come later.
 * Not `ERR_CERT_` with any end: ERR_CERT_DATABASE_CHANGED and ERR_CERT_VERIFIER_CHANGED close connections in use.
 */
const beforeConnecting: Names = [
  [
    /^(ENOTFOUND|EAI_\w+|ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|ERR_ICANN_NAME_COLLISION)$/,
    'no-address',
  ],
  [/^UND_ERR_CONNECT_TIMEOUT$/, 'refused'],
  [/^ERR_(PROXY_CONNECTION_FAILED|TUNNEL_CONNECTION_FAILED|PROXY_CERTIFICATE_INVALID)$/, 'proxy'],
  [/^ERR_(PROXY_AUTH_(REQUESTED|UNSUPPORTED)|SOCKS_CONNECTION_(FAILED|HOST_UNREACHABLE))$/, 'proxy'],
  [/^ERR_(MANDATORY_PROXY_CONFIGURATION_FAILED|NO_SUPPORTED_PROXIES)$/, 'proxy'],
  [/^ERR_CERT_(COMMON_NAME|DATE|AUTHORITY)_INVALID$/, 'certificate'],
  [/^ERR_CERT_(CONTAINS_ERRORS|NO_REVOCATION_MECHANISM|UNABLE_TO_CHECK_REVOCATION|REVOKED)$/, 'certificate'],
  [/^ERR_CERT_(INVALID|WEAK_SIGNATURE_ALGORITHM|NON_UNIQUE_NAME|WEAK_KEY|VALIDITY_TOO_LONG)$/, 'certificate'],
  [/^ERR_CERT_(NAME_CONSTRAINT_VIOLATION|SYMANTEC_LEGACY|KNOWN_INTERCEPTION_BLOCKED)$/, 'certificate'],
  [/^ERR_CERTIFICATE_TRANSPARENCY_REQUIRED$/, 'certificate'],
  [/^(CERT_\w+|ERR_TLS_CERT_\w+|\w*SELF_SIGNED_CERT\w*|UNABLE_TO_(GET|VERIFY)_\w+)$/, 'certificate'],
]

/**
 * Errors that a connection in use reports, too. The system gives a broken connection the last error that it met on the way:
 * "no route", "refused", "no network" may follow a request that was received whole (net_errors_posix.cc and
 * net_errors_win.cc map the errors of connecting, reading and writing alike; seen in test/electron-host).
 */
const atAnyTime: Names = [
  [/^(ERR_INTERNET_DISCONNECTED|ENETDOWN)$/, 'offline'],
  [/^ERR_(CONNECTION_(REFUSED|FAILED|TIMED_OUT)|ADDRESS_(UNREACHABLE|INVALID))$/, 'unreachable'],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, 'unreachable'],
  [/TIMED_?OUT|TIMEOUT/, 'timed-out'],
]
