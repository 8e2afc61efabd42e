import type { SignInFailure, SignInFailureKind } from '../../shared/auth/sign-in-failure.ts'

/** Whether only a new sign-in can help. The other failures pass, or do not, without one. */
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
