import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import { withoutSecrets } from '../../shared/text/secrets/without-secrets.ts'
import type { AuthorityCall } from './network-module.ts'

/** One line about signing in. Never holds a token, a code or a username. */
export type SignInLogEntry = {
  readonly level: 'error' | 'warning' | 'info'
  readonly message: string
  readonly correlationId?: string
}

export type SignInLog = (level: SignInLogEntry['level'], message: string, correlationId?: string) => void

/** Every line passes here on its way out. */
export const signInLog =
  (write: ((entry: SignInLogEntry) => void) | undefined): SignInLog =>
  (level, message, correlationId) =>
    write?.({ level, message: withoutSecrets(message), ...(correlationId && { correlationId }) })

/** `POST login.microsoftonline.com/organizations/oauth2/v2.0/token 400 in 120 ms`. */
export function logCall(log: SignInLog, call: AuthorityCall): void {
  const { method, host, path, status, trouble, ms, correlationId } = call
  const ended = [status, trouble].filter((part) => part !== undefined).join(' ')
  log(trouble ? 'warning' : 'info', `${method} ${host}${path} ${ended} in ${ms} ms`, correlationId)
}

/**
 * `sign-in by browser: blocked AADSTS53003`. Microsoft's sentence may name the person, so it stays out. The line has
 * the thrown error only if nothing else explains the failure.
 */
export function logFailure(log: SignInLog, what: string, failure: SignInFailure, thrown?: unknown): void {
  const { kind, code, correlationId } = failure
  const unexplained =
    kind === 'unexpected' && thrown instanceof Error && `(${thrown.name}: ${thrown.message})`
  log('warning', `${what}: ${[kind, code, unexplained].filter(Boolean).join(' ')}`, correlationId)
}
