import { randomUUID } from 'node:crypto'
import type { Account } from '../../shared/auth/account.ts'
import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import { isTenantName } from '../../shared/auth/tenant-name.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import type { SignInWay } from '../../shared/session.ts'
import { text } from '../../shared/text/index.ts'
import type { Clock } from '../clock/clock.ts'
import { BrowserFailed } from './browser-sign-in.ts'
import { startCallTrace } from './call-trace.ts'
import { type Attempt, failureOf, plainFailure } from './failure.ts'
import type { AuthContext } from './msal-client.ts'
import { type AuthRequest, networkModule } from './network-module.ts'
import { logFailure } from './sign-in-log.ts'
import { accountOf, type SignedIn } from './signed-in.ts'
import { lookUpTenant } from './tenant-lookup.ts'
import type { TokenCache } from './token-cache.ts'

/**
 * Has a person sign in by one of the ways, within `limitMs`. Keeps the tokens only if the answer names an account of
 * the tenant that was asked for.
 */
export async function signInPerson(
  context: AuthContext,
  cache: TokenCache,
  request: {
    readonly way: SignInWay
    /** As a person wrote it. */
    readonly tenant: string | undefined
    readonly limitMs: number
    readonly signal: AbortSignal
  },
  work: (tenant: string | undefined, authRequest: AuthRequest) => Promise<SignedIn>,
): Promise<Result<Account, SignInFailure>> {
  const { wire, log, clientId, authorityHost } = context
  const { way, limitMs, signal } = request
  const tenant = request.tenant?.trim() || undefined
  const correlationId = randomUUID()
  const trace = startCallTrace()
  const attempt = (): Attempt => {
    const now = wire.clock.now()
    return { way, trace, clientId, authorityHost, tenant, correlationId, now }
  }
  const refuse = (failure: SignInFailure, thrown?: unknown): Result<Account, SignInFailure> => {
    logFailure(log, `sign-in by ${way}`, failure, thrown)
    return fail(failure)
  }
  const failures = text.signIn.failures
  const particular = text.signIn.particular
  if (tenant !== undefined && !isTenantName(tenant))
    return refuse(plainFailure('no-such-tenant', particular.notATenant(tenant), attempt()))

  const ended = await withinLimits({ clock: wire.clock, limitMs, signal }, async (stop) => {
    const authRequest: AuthRequest = { signal: stop, trace, correlationId }
    const tenantId = await lookUpTenant(context, networkModule(wire, authRequest), tenant)
    return { tenantId, ...(await work(tenant, authRequest)) }
  })
  if (ended.kind !== 'done')
    return refuse(failureOfEnd(ended, limitMs, attempt()), ended.kind === 'failed' ? ended.error : undefined)

  const { result, content, tenantId } = ended.value
  const account = accountOf(result)
  if (!account) return refuse(plainFailure('unexpected', failures.unexpected, attempt()))
  if (tenantId !== undefined && account.tenantId.toLowerCase() !== tenantId) {
    const words = particular.otherTenant(tenant ?? tenantId, account.tenantId)
    return refuse(plainFailure('wrong-tenant', words, attempt()))
  }
  await cache.put({ clientId, authorityHost, account, content })
  log('info', `sign-in by ${way} to tenant ${account.tenantId}`, correlationId)
  return succeed(account)
}

function failureOfEnd(
  ended: Exclude<Ended<unknown>, { kind: 'done' }>,
  limitMs: number,
  attempt: Attempt,
): SignInFailure {
  const failures = text.signIn.failures
  const particular = text.signIn.particular
  switch (ended.kind) {
    case 'cancelled':
      return plainFailure('cancelled', failures.cancelled, attempt)
    case 'timed-out':
      return plainFailure('timed-out', particular.timedOut(limitMs), attempt)
    case 'failed':
      return ended.error instanceof BrowserFailed
        ? plainFailure('browser-failed', failures['browser-failed'], attempt)
        : failureOf(ended.error, attempt)
  }
}

type Ended<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'timed-out' }

/**
 * Does work that waits for a person. It ends at once when the signal is aborted or the time is up (`limitMs`). The work
 * hears of that by its own signal, and nobody waits for its end. Never rejects.
 */
async function withinLimits<Value>(
  limits: { readonly clock: Clock; readonly limitMs: number; readonly signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Ended<Value>> {
  const { clock, limitMs, signal } = limits
  if (signal.aborted) return { kind: 'cancelled' }
  const stop = new AbortController()
  const over = new AbortController()
  const cancelled = new Promise<Ended<Value>>((resolve) => {
    signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }), { signal: over.signal })
  })
  const late = clock.sleep(limitMs, over.signal).then((): Ended<Value> => ({ kind: 'timed-out' }))
  const worked = work(stop.signal).then(
    (value): Ended<Value> => ({ kind: 'done', value }),
    (error: unknown): Ended<Value> => ({ kind: 'failed', error }),
  )
  const ended = await Promise.race([worked, cancelled, late])
  over.abort()
  if (ended.kind === 'cancelled' || ended.kind === 'timed-out') stop.abort()
  return ended
}
