import type { SignInFailure, SignInFailureKind } from '../../shared/auth/sign-in-failure.ts'

/** Whether a person has to sign in again, or else nothing changes. The other failures pass, or do not, by themselves. */
export function needsPerson({ kind, code }: SignInFailure): boolean {
  // With a number it is a refusal of Microsoft's, though an unknown one.
  return kind === 'unexpected' ? code !== undefined : !passing.includes(kind)
}

const passing: readonly SignInFailureKind[] = [
  'cancelled',
  'no-network',
  'proxy',
  'tls',
  'captive-portal',
  'clock-wrong',
  'unavailable',
]
