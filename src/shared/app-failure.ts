import type { SignInFailure } from './auth/sign-in-failure.ts'

/** `message` says what happened, `remedy` what to do. */
export type AppFailure = {
  readonly kind: AppFailureKind
  readonly message: string
  readonly remedy?: string
  /** Of the kind `sign-in`: with what Microsoft support asks for. */
  readonly signIn?: SignInFailure
}

type AppFailureKind =
  /** The caller is not this app's page, or the request does not fit its schema. */
  | 'bad-request'
  | 'not-a-list'
  | 'signed-out'
  | 'sign-in'
  /** A setting that cannot be as asked for. */
  | 'settings'
  | 'updates'
  | 'run-under-way'
  | 'no-run'
  /** What would run is not what was confirmed. */
  | 'not-confirmed'
  | 'file'
  /** The service did not answer, or not as asked for. */
  | 'service'
  | 'unexpected'
