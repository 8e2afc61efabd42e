import {
  type Authenticator,
  type AuthenticatorOptions,
  createAuthenticator,
} from '../../../src/core/auth/authenticator.ts'
import type { SignInLogEntry } from '../../../src/core/auth/sign-in-log.ts'
import { type Cipher, createTokenCache } from '../../../src/core/auth/token-cache.ts'
import { adminApiResource } from '../../../src/core/gateway/address.ts'
import type { Account } from '../../../src/shared/auth/account.ts'
import type { SignInFailure } from '../../../src/shared/auth/sign-in-failure.ts'
import type { Result } from '../../../src/shared/result.ts'
import { type HeldClock, heldClock } from '../held-clock.ts'
import type { Authority } from './authority.ts'
import { clientId } from './entra.ts'
import { keyedCipher, type MemoryStore, memoryStore } from './token-safe.ts'

export type AuthApp = {
  readonly authenticator: Authenticator
  readonly store: MemoryStore
  readonly cipher: Cipher
  readonly clock: HeldClock
  readonly log: readonly SignInLogEntry[]
  /** The app quits and starts again: another authenticator over the same store. */
  restart(): AuthApp
}

/** An authenticator as the app has it, at the local authority. */
export function openAuthApp(
  authority: Authority,
  options: Partial<AuthenticatorOptions> & { readonly store?: MemoryStore; readonly cipher?: Cipher } = {},
): AuthApp {
  const { store = memoryStore(), cipher = keyedCipher(), ...rest } = options
  const clock = heldClock()
  const log: SignInLogEntry[] = []
  const authenticator = createAuthenticator({
    clientId,
    authorityHost: authority.origin,
    signInResource: adminApiResource,
    cache: createTokenCache({ store, cipher }),
    fetch,
    clock,
    openBrowser: async () => {},
    pages: { success: 'You are signed in', error: 'You are not signed in' },
    userAgent: 'sip-gateway-bulk-sign-in/test',
    log: (entry) => log.push(entry),
    ...rest,
  })
  return {
    authenticator,
    store,
    cipher,
    clock,
    log,
    restart: () => openAuthApp(authority, { ...options, store, cipher }),
  }
}

export function accountOf(outcome: Result<Account, SignInFailure>): Account {
  if (!outcome.ok) throw new Error(`Not signed in: ${JSON.stringify(outcome.failure)}`)
  return outcome.value
}

export function failureOf(outcome: Result<unknown, SignInFailure>): SignInFailure {
  if (outcome.ok) throw new Error('Nothing failed')
  return outcome.failure
}

export function tokenOf(outcome: Result<string, SignInFailure>): string {
  if (!outcome.ok) throw new Error(`No token: ${JSON.stringify(outcome.failure)}`)
  return outcome.value
}

/** The claims of an access token of the local authority. */
export const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
