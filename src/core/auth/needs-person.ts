import type { SignInFailure, SignInFailureKind } from '../../shared/auth/sign-in-failure.ts'

/** Whether only a new sign-in can help. Other failures may pass by themselves. */
export function needsPerson({ kind, code }: SignInFailure): boolean {
  // A failure with a number is a refusal of Microsoft's, for a reason unknown here.
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
