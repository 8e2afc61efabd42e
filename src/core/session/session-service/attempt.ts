import { isDeepStrictEqual } from 'node:util'
import type { DeviceCode, SignInRequest, SignInUnderWay } from '../../../shared/session.ts'

/** One sign-in of a person, from the click to its end. */
export type Attempt<Outcome> = {
  readonly request: SignInRequest
  readonly outcome: Promise<Outcome>
  readonly signal: AbortSignal
  stop(): void
  show(code: DeviceCode): void
  shown(): SignInUnderWay
}

/** `work` begins after the caller has noted the attempt. */
export function startAttempt<Outcome>(
  request: SignInRequest,
  work: (request: SignInRequest, attempt: Attempt<Outcome>) => Promise<Outcome>,
): Attempt<Outcome> {
  const stopping = new AbortController()
  let code: DeviceCode | undefined
  const begun = Promise.resolve()
  const attempt: Attempt<Outcome> = {
    request,
    signal: stopping.signal,
    stop: () => stopping.abort(),
    show(shown) {
      code = shown
    },
    shown: () => ({ ...request, ...(code && { code }) }),
    outcome: begun.then(() => work(request, attempt)),
  }
  return attempt
}

/** Whether a second click asks for what is under way already. */
export const isSameRequest = (a: SignInRequest, b: SignInRequest): boolean => isDeepStrictEqual(a, b)
