import type { Account } from '../../shared/auth/account.ts'
import { microsoftAuthority } from '../../shared/auth/authority.ts'
import { defaultClientId } from '../../shared/auth/client-id.ts'
import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import { type Result, succeed } from '../../shared/result.ts'
import type { DeviceCode, SignInWay } from '../../shared/session.ts'
import type { Authenticator, AuthenticatorOptions } from '../auth/authenticator.ts'
import { isOf } from '../auth/cache-document.ts'
import type { CacheKind, TokenCache } from '../auth/token-cache.ts'
import { adminApiResource } from '../gateway/address.ts'
import type { CallRecord } from '../gateway/call.ts'
import type { Fetch } from '../network/fetch.ts'
import type { Session } from '../run/session.ts'
import { openMicrosoftSession } from './microsoft-session.ts'

export type Tokens = Pick<Authenticator, 'token'>

/** Signing in to Microsoft, and sessions of whoever has, each with the application of the settings by then. */
export type Microsoft = {
  /** Everybody remembered, without any call. */
  accounts(): Promise<readonly Account[]>
  storage(): Promise<CacheKind>
  signIn(
    request: PersonSignIn,
  ): Promise<Result<{ readonly account: Account; readonly tokens: Tokens }, SignInFailure>>
  signOut(accountId: string): Promise<void>
  /** Of remembered accounts. */
  tokens(): Tokens
  /** Makes no call until it is used. */
  open(account: Account, tokens: Tokens): Session
}

export type PersonSignIn = {
  readonly way: SignInWay
  readonly tenant?: string
  readonly loginHint?: string
  readonly claims?: string
  readonly signal: AbortSignal
  readonly onCode: (code: DeviceCode) => void
}

export type MicrosoftOptions = Omit<
  AuthenticatorOptions,
  'clientId' | 'authorityHost' | 'signInResource' | 'pages'
> & {
  /** Of the settings; undefined for the usual one. */
  readonly clientId: () => string | undefined
  readonly cache: TokenCache
  readonly pages: () => Promise<AuthenticatorOptions['pages']>
  readonly onCall?: (call: CallRecord) => void
  /** To the service, where it takes more care than to the authority. */
  readonly serviceFetch?: Fetch
  /** Of runs. */
  readonly sessionClock: Session['clock']
  /** For tests: what stands in for Microsoft's sign-in and for the service, on this machine. */
  readonly standIns?: { readonly authority: string; readonly api: string }
}

/** Makes no call and loads no MSAL before somebody signs in or a token is needed. */
export function createMicrosoft(options: MicrosoftOptions): Microsoft {
  const { cache, fetch, serviceFetch = fetch, userAgent, onCall, sessionClock, standIns } = options
  const authorityHost = new URL(standIns?.authority ?? microsoftAuthority).origin
  const clientId = (): string => options.clientId() ?? defaultClientId
  const authenticators = new Map<string, Promise<Authenticator>>()

  function authenticatorOf(id: string): Promise<Authenticator> {
    const known = authenticators.get(id)
    if (known) return known
    const made = makeAuthenticator(id)
    // What could not be loaded may be there the next time.
    made.catch(() => authenticators.delete(id))
    authenticators.set(id, made)
    return made
  }

  async function makeAuthenticator(id: string): Promise<Authenticator> {
    // MSAL takes a third of a second to load: the window must not wait for it.
    const [{ createAuthenticator }, pages] = await Promise.all([
      import('../auth/authenticator.ts'),
      options.pages(),
    ])
    return createAuthenticator({
      ...options,
      clientId: id,
      authorityHost,
      signInResource: adminApiResource,
      pages,
    })
  }

  const tokensOf = (id: string): Tokens => ({
    token: async (...asked) => (await authenticatorOf(id)).token(...asked),
  })

  return {
    async accounts() {
      const registration = { clientId: clientId(), authorityHost }
      const entries = await cache.entries()
      return entries.filter((entry) => isOf(entry, registration)).map(({ account }) => account)
    },
    storage: () => cache.kind(),
    async signIn({ way, onCode, ...request }) {
      const id = clientId()
      const authenticator = await authenticatorOf(id)
      const outcome = await (way === 'browser'
        ? authenticator.signIn(request)
        : authenticator.signInByDeviceCode({ ...request, onCode }))
      return outcome.ok ? succeed({ account: outcome.value, tokens: tokensOf(id) }) : outcome
    },
    signOut: (accountId) => cache.remove(accountId),
    tokens: () => tokensOf(clientId()),
    open: (account, tokens) =>
      openMicrosoftSession({
        authenticator: tokens,
        account,
        fetch: serviceFetch,
        clock: sessionClock,
        userAgent,
        ...(onCall && { onCall }),
        ...(standIns && { baseUrl: standIns.api }),
      }),
  }
}
