import type { text } from '../../shared/text/index.ts'

/** Why no answer came, and whether the request can have reached the service. */
export type Unreachable = { readonly reason: UnreachableReason; readonly sent: 'no' | 'maybe' }

export type UnreachableReason = keyof typeof text.gateway.failures.unreachable

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

type Cause = { readonly code: string; readonly syscall: string; readonly message: string }

/** The error, its causes and the parts of an AggregateError, outermost first. */
function causesOf(error: unknown, depth = 5): readonly Cause[] {
  if (!(error instanceof Error) || depth === 0) return []
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  const parts: readonly unknown[] = error instanceof AggregateError ? error.errors : []
  return [
    // The code of an AggregateError is that of one of its parts.
    {
      code: parts.length > 0 ? '' : String(code ?? ''),
      syscall: String(syscall ?? ''),
      message: error.message,
    },
    ...[error.cause, ...parts].flatMap((cause) => causesOf(cause, depth - 1)),
  ]
}

function readCause({ code, syscall, message }: Cause): Unreachable | undefined {
  const name = /net::(ERR_\w+)/.exec(message)?.[1] ?? code
  const known = notSent.find(([pattern]) => pattern.test(name))
  if (known) return { reason: known[1], sent: 'no' }
  if (syscall === 'connect' || syscall === 'getaddrinfo') return { reason: 'refused', sent: 'no' }
  if (/TIMED_?OUT|TIMEOUT/.test(name)) return { reason: 'timed-out', sent: 'maybe' }
  return name === '' ? undefined : { reason: 'lost', sent: 'maybe' }
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
