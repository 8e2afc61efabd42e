import type { Account } from '../../shared/auth/account.ts'
import { defaultClientId } from '../../shared/auth/client-id.ts'
import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import { type Result, succeed } from '../../shared/result.ts'
import type { DeviceCode, SignInWay } from '../../shared/session.ts'
import type { CacheKind } from '../auth/token-cache.ts'
import { openMicrosoftSession, type SessionSetup } from './microsoft-session.ts'
import type { MicrosoftSignIn, Tokens } from './microsoft-sign-in.ts'
import type { TenantSession } from './tenant-session.ts'

/** Sign-in to Microsoft, and sessions of signed-in accounts, each with the app registration that the settings name then. */
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
  open(account: Account, tokens: Tokens): TenantSession
}

export type PersonSignIn = {
  readonly way: SignInWay
  readonly tenant?: string
  readonly loginHint?: string
  readonly claims?: string
  readonly signal: AbortSignal
  readonly onCode: (code: DeviceCode) => void
}

/** Makes no call and loads no MSAL before somebody signs in or a token is needed. */
export function createMicrosoft(options: {
  readonly signIn: MicrosoftSignIn
  /** Of the settings; undefined for the usual one. */
  readonly clientId: () => string | undefined
  readonly sessions: SessionSetup
}): Microsoft {
  const { signIn, sessions } = options
  const { cache, authenticator } = signIn
  const clientId = (): string => options.clientId() ?? defaultClientId

  const tokensOf = (id: string): Tokens => ({
    token: async (...asked) => (await authenticator(id)).token(...asked),
  })

  return {
    async accounts() {
      const id = clientId()
      const entries = await signIn.entries()
      return entries.filter((entry) => entry.clientId === id).map(({ account }) => account)
    },
    storage: () => cache.kind(),
    async signIn({ way, onCode, ...request }) {
      const id = clientId()
      const its = await authenticator(id)
      const outcome = await (way === 'browser'
        ? its.signIn(request)
        : its.signInByDeviceCode({ ...request, onCode }))
      return outcome.ok ? succeed({ account: outcome.value, tokens: tokensOf(id) }) : outcome
    },
    signOut: (accountId) => cache.remove(accountId),
    tokens: () => tokensOf(clientId()),
    open: (account, tokens) => openMicrosoftSession(sessions, account, tokens),
  }
}
