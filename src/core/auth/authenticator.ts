import type { Account } from '../../shared/auth/account.ts'
import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { DeviceCode } from '../../shared/session.ts'
import { text } from '../../shared/text/index.ts'
import { createKnownSecrets } from '../../shared/text/secrets/known-secrets.ts'
import type { Clock } from '../clock/clock.ts'
import type { Fetch } from '../network/fetch.ts'
import { type Browser, signInByBrowser } from './browser-sign-in.ts'
import { isOf } from './cache-document.ts'
import { signInByDeviceCode } from './device-code-sign-in.ts'
import type { AuthContext, Registration } from './msal-client.ts'
import type { Wire } from './network-module.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { signInPerson } from './person-sign-in.ts'
import { createRenewals } from './renewals.ts'
import { logCall, type SignInLogEntry, signInLog } from './sign-in-log.ts'
import { findTenantId } from './tenant-lookup.ts'
import type { TokenCache } from './token-cache.ts'

/** Who is signed in to Microsoft, and their access tokens. Expected failures are values; nothing rejects. */
export type Authenticator = {
  /**
   * Signs in with the system's browser. A call during a sign-in joins it, whatever the call asks for. An abort by any
   * caller cancels it for all, because there is one person.
   */
  signIn(request: SignInRequest): Promise<Result<Account, SignInFailure>>
  /** Signs in with a code. Calls join as with signIn, and a caller that joins hears the code, too. */
  signInByDeviceCode(request: DeviceCodeSignInRequest): Promise<Result<Account, SignInFailure>>
  /**
   * An access token without asking anybody. Callers at the same time share one renewal for each account and
   * resource; an abort ends only the caller's own wait.
   */
  token(accountId: string, request: TokenRequest): Promise<Result<string, SignInFailure>>
  /** The ID of a tenant. For a domain, the authority is asked. Nobody has to be signed in. */
  tenantId(tenant: string): Promise<Result<string, SignInFailure>>
  /** Everybody signed in to this application, without any call. */
  accounts(): Promise<readonly Account[]>
  /** Forgets the account's tokens here, on the disk too. The browser may still be signed in. */
  signOut(accountId: string): Promise<void>
}

type TokenRequest = {
  /** The API that the token is for: its application ID, or its address. No other API may get it. */
  readonly resource: string
  /** Asks for a new token, because the resource has just refused the last one. */
  readonly renew: boolean
  readonly signal?: AbortSignal
}

type SignInRequest = {
  /** ID or domain; without one, the home tenant of the account that signs in. */
  readonly tenant?: string
  /** The username to offer; without one the person is asked which account. */
  readonly loginHint?: string
  /** The `claims` of the failure that this sign-in is to resolve. */
  readonly claims?: string
  readonly signal?: AbortSignal
}

type DeviceCodeSignInRequest = {
  readonly tenant?: string
  readonly signal?: AbortSignal
  readonly onCode: (code: DeviceCode) => void
}

export type AuthenticatorOptions = Registration & {
  /** The resource that a person signs in for. Tokens of other resources need no further sign-in. */
  readonly signInResource: string
  readonly cache: TokenCache
  /** Node's fetch, or Electron's net.fetch. */
  readonly fetch: Fetch
  readonly clock: Clock
  readonly openBrowser: Browser['open']
  readonly pages: Browser['pages']
  /** Our own honest name and version. */
  readonly userAgent: string
  /** How long a person may take, in ms. A device code has its own lifetime, some 15 minutes. */
  readonly timeLimitMs?: number
  /** How long one answer of the authority may take, in ms. */
  readonly callLimitMs?: number
  readonly log?: (entry: SignInLogEntry) => void
}

/** An authenticator for one application at one authority, over the given cache. Makes no call by itself. */
export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const { cache, clock, pages, openBrowser, timeLimitMs = fiveMinutes } = options
  const context = contextOf(options)
  const renewal = createRenewals(context, cache)
  const byBrowser = oneAtATime<Result<Account, SignInFailure>>()
  const byCode = oneAtATime<Result<Account, SignInFailure>>()
  const codeReaders = new Set<DeviceCodeSignInRequest['onCode']>()
  let code: DeviceCode | undefined
  const showCode = (shown: DeviceCode): void => {
    code = shown
    for (const read of codeReaders) read(shown)
  }

  return {
    signIn({ tenant, loginHint, claims, signal }) {
      const browser = { open: openBrowser, pages }
      return byBrowser(signal, (stop) =>
        signInPerson(
          context,
          cache,
          { way: 'browser', tenant, limitMs: timeLimitMs, signal: stop },
          (asked, authRequest) =>
            signInByBrowser(context, browser, { tenant: asked, loginHint, claims }, authRequest),
        ),
      )
    },
    async signInByDeviceCode({ tenant, signal, onCode }) {
      codeReaders.add(onCode)
      const outcome = byCode(signal, (stop) => {
        code = undefined
        return signInPerson(
          context,
          cache,
          { way: 'device-code', tenant, limitMs: longerThanAnyCode, signal: stop },
          (asked, authRequest) =>
            signInByDeviceCode(context, { tenant: asked, onCode: showCode }, authRequest),
        )
      })
      // A caller that joins may come after the code.
      if (code) onCode(code)
      return outcome.finally(() => codeReaders.delete(onCode))
    },
    token: (accountId, { resource, renew, signal }) =>
      orCancelled(renewal(accountId, resource, renew), signal, () => cancelledAt(clock.now())),
    tenantId: (tenant) => findTenantId(context, tenant),
    async accounts() {
      const entries = await cache.entries()
      return entries.filter((entry) => isOf(entry, context)).map(({ account }) => account)
    },
    signOut: (accountId) => cache.remove(accountId),
  }
}

const fiveMinutes = 5 * 60_000
/** Entra's codes last 15 minutes, and Entra reports their end. */
const longerThanAnyCode = 30 * 60_000

function contextOf(options: AuthenticatorOptions): AuthContext {
  const { clientId, authorityHost, signInResource, fetch, clock, userAgent, callLimitMs = 20_000 } = options
  const log = signInLog(options.log)
  const secrets = createKnownSecrets()
  const wire: Wire = { fetch, clock, userAgent, callLimitMs, secrets, onCall: (call) => logCall(log, call) }
  return { clientId, authorityHost, signInResource, wire, log }
}

async function orCancelled<Value>(
  work: Promise<Result<Value, SignInFailure>>,
  signal: AbortSignal | undefined,
  cancelled: () => SignInFailure,
): Promise<Result<Value, SignInFailure>> {
  if (!signal) return work
  let stop = (): void => {}
  const stopped = new Promise<Result<Value, SignInFailure>>((resolve) => {
    stop = () => resolve(fail(cancelled()))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop)
  })
  return Promise.race([stopped, work]).finally(() => signal.removeEventListener('abort', stop))
}

const cancelledAt = (now: number): SignInFailure => ({
  kind: 'cancelled',
  ...text.signIn.failures.cancelled,
  at: new Date(now).toISOString(),
})
