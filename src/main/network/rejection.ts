/** Why no answer came, and whether the request can have reached the service. */
export type Unreachable = { readonly reason: UnreachableReason; readonly sent: 'no' | 'maybe' }

export type UnreachableReason =
  | 'no-address'
  | 'offline'
  | 'refused'
  | 'certificate'
  | 'proxy'
  | 'timed-out'
  | 'stopped'
  | 'lost'

/**
 * Reads what fetch rejected with: the codes of Node's sockets and the net:: names of Chromium's stack
 * (Chromium, net_error_list.h). What is not surely from before the request was written may have been sent.
 */
export function readRejection(rejection: unknown): Unreachable {
  const causes = causesOf(rejection)
  const found = causes.map(readCause).filter((cause) => cause !== undefined)
  // Several addresses were tried: the request was not sent only if it got through to none of them.
  return found.find(({ sent }) => sent === 'maybe') ?? found[0] ?? { reason: 'lost', sent: 'maybe' }
}

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
  const known = notSent.find(([pattern]) => pattern.test(name))
  if (known) return { reason: known[1], sent: 'no' }
  if (['connect', 'getaddrinfo'].includes(cause.syscall)) return { reason: 'refused', sent: 'no' }
  if (/TIMED_?OUT|TIMEOUT/.test(name)) return { reason: 'timed-out', sent: 'maybe' }
  return name === '' ? undefined : { reason: 'lost', sent: 'maybe' }
}

const nameOf = ({ code, message }: Cause): string =>
  /net::(ERR_\w+)/.exec(message)?.[1] ?? proxyRefusal(message) ?? code

/** Node's fetch has only words for a proxy that opens no tunnel (undici, ProxyAgent). */
function proxyRefusal(message: string): string | undefined {
  const status = /^Proxy response \((\d{3})\)/.exec(message)?.[1]
  return status && (status === '407' ? 'ERR_PROXY_AUTH_REQUESTED' : 'ERR_TUNNEL_CONNECTION_FAILED')
}

const notSent: readonly (readonly [RegExp, UnreachableReason])[] = [
  [/^(ENOTFOUND|EAI_\w+|ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|ERR_DNS_\w+)$/, 'no-address'],
  [/^ERR_INTERNET_DISCONNECTED$/, 'offline'],
  [/^(ERR_PROXY_\w+|ERR_TUNNEL_CONNECTION_FAILED|ERR_MANDATORY_PROXY_CONFIGURATION_FAILED)$/, 'proxy'],
  [/^(ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT)$/, 'refused'],
  [/^(ERR_CONNECTION_(REFUSED|FAILED|TIMED_OUT)|ERR_ADDRESS_(UNREACHABLE|INVALID))$/, 'refused'],
  [
    /^(ERR_CERT_\w+|CERT_\w+|ERR_TLS_CERT_\w+|\w*SELF_SIGNED_CERT\w*|UNABLE_TO_(GET|VERIFY)_\w+)$/,
    'certificate',
  ],
]
