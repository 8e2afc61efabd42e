import type { SignInFailure, SignInFailureKind } from '../../shared/auth/sign-in-failure.ts'

/** Whether nothing will change until a person signs in again. The other failures pass by themselves, if at all. */
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
