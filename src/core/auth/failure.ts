import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-node'
import type { SignInFailure, SignInFailureKind } from '../../shared/auth/sign-in-failure.ts'
import type { SignInWay } from '../../shared/session.ts'
import { text } from '../../shared/text/index.ts'
import { type Meaning, meaningOfError, meaningOfNumber } from './aadsts.ts'
import type { CallTrace } from './call-trace.ts'
import { isSkewed } from './clock-skew.ts'
import { kindOfTrouble, type Trouble } from './diagnose.ts'
import { type Refusal, refusalOf } from './refusal.ts'

/** The step that failed. */
export type Attempt = {
  readonly way: SignInWay | 'silent'
  readonly trace: CallTrace
  readonly clientId: string
  readonly authorityHost: string
  /** As it was asked for. */
  readonly tenant: string | undefined
  readonly correlationId: string
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** The failure, by the last call and by the error that MSAL threw. */
export function failureOf(error: unknown, attempt: Attempt): SignInFailure {
  const { last } = attempt.trace
  // An error of MSAL's own came after the last call, so it counts first.
  const own = ownFailure(error, attempt)
  if (own) return own
  if (last.kind === 'trouble') return troubleFailure(last.trouble, attempt)
  if (last.kind === 'refused') return refusedFailure(last.refusal, last.status, attempt)
  if (error instanceof ServerError)
    return refusedFailure(refusalOf(error.errorCode, error.errorMessage, error.subError), 400, attempt)
  return plainFailure('unexpected', text.signIn.failures.unexpected, attempt)
}

type Words = { readonly message: string; readonly remedy: string }

/** A failure that needs no more than words. */
export const plainFailure = (kind: SignInFailureKind, words: Words, attempt: Attempt): SignInFailure => ({
  kind,
  message: words.message,
  remedy: words.remedy,
  // Nobody could look up an ID that was never sent.
  ...(attempt.trace.last.kind !== 'nothing' && { correlationId: attempt.correlationId }),
  at: new Date(attempt.now).toISOString(),
})

function ownFailure(error: unknown, attempt: Attempt): SignInFailure | undefined {
  if (!(error instanceof AuthError)) return undefined
  const failures = text.signIn.failures
  // MSAL made no call: the cache has no refresh token, or MSAL knows that it has expired.
  if (error instanceof InteractionRequiredAuthError && attempt.trace.last.kind === 'nothing')
    return plainFailure('interaction-required', failures['interaction-required'], attempt)
  if (error.errorCode === 'device_code_expired')
    return plainFailure('timed-out', failures['code-expired'], attempt)
  return undefined
}

function troubleFailure(trouble: Trouble, attempt: Attempt): SignInFailure {
  const { host } = new URL(attempt.authorityHost)
  const kind = kindOfTrouble[trouble.cause]
  return withClock(plainFailure(kind, wordsOfTrouble(trouble, host, attempt.now), attempt), attempt)
}

function wordsOfTrouble(trouble: Trouble, host: string, now: number): Words {
  const network = text.signIn.network
  const particular = text.signIn.particular
  switch (trouble.cause) {
    case 'certificate-dates': {
      const here = `${new Date(now).toISOString().slice(0, 16).replace('T', ' ')} UTC`
      return particular.certificateDates(host, here)
    }
    case 'proxy-blocks':
      return network['proxy-blocks'](host, trouble.status)
    default:
      return network[trouble.cause](host)
  }
}

function refusedFailure(refusal: Refusal, status: number, attempt: Attempt): SignInFailure {
  const { number, said, correlationId, at, claims } = refusal
  const { kind, words } = meaningOf(refusal, status, attempt.way)
  return withClock(
    {
      ...plainFailure(kind, wordsOf(words, attempt), attempt),
      ...(number !== undefined && { code: `AADSTS${number}` }),
      ...(said !== undefined && { said }),
      ...(correlationId !== undefined && { correlationId }),
      ...(at !== undefined && { at }),
      ...(claims !== undefined && { claims }),
    },
    attempt,
  )
}

function meaningOf(refusal: Refusal, status: number, way: Attempt['way']): Meaning {
  const { number, error, suberror } = refusal
  const known =
    (number === undefined ? undefined : meaningOfNumber(number)) ?? meaningOfError(error, suberror)
  // Conditional Access can forbid all device codes. It gives the same number for that.
  if (known?.words === 'conditional-access' && way === 'device-code')
    return { kind: 'device-code-blocked', words: 'device-code-blocked' }
  if (known) return known
  if (status >= 500 || status === 429) return { kind: 'unavailable', words: 'busy' }
  return { kind: 'unexpected', words: 'refused' }
}

function wordsOf(name: Meaning['words'], { clientId, authorityHost, tenant }: Attempt): Words {
  const failures = text.signIn.failures
  const application = text.signIn.application
  const network = text.signIn.network
  const particular = text.signIn.particular
  if (name === 'busy') return network.busy(new URL(authorityHost).host)
  if (isOfApplication(name)) return application[name](clientId)
  if (name === 'tenant-not-found' && tenant !== undefined) return particular.noSuchTenant(tenant)
  return failures[name]
}

const isOfApplication = (name: Meaning['words']): name is keyof typeof text.signIn.application =>
  name in text.signIn.application

/**
 * Reports a wrong clock instead of a failure that the clock can have caused. Refusals about the tenant, the account or
 * the application do not depend on the clock.
 */
function withClock(failure: SignInFailure, { trace }: Attempt): SignInFailure {
  const suspects: readonly SignInFailureKind[] = ['unexpected', 'interaction-required', 'tls']
  if (!isSkewed(trace.aheadMs) || !suspects.includes(failure.kind)) return failure
  const { message, remedy } = text.signIn.particular.clockWrong(trace.aheadMs)
  return { ...failure, kind: 'clock-wrong', message, remedy }
}
