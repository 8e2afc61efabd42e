import type { SignInFailureKind } from '../../../../shared/auth/sign-in-failure.ts'

export type WayOn = 'browser' | 'device-code' | 'own-client'

const ways: Record<SignInFailureKind, readonly WayOn[]> = {
  cancelled: ['browser'],
  'timed-out': ['browser', 'device-code'],
  'interaction-required': ['browser', 'device-code'],
  'mfa-needed': ['browser'],
  'consent-missing': ['browser', 'own-client'],
  blocked: ['browser', 'device-code'],
  'device-code-blocked': ['browser'],
  'no-such-tenant': ['browser'],
  'wrong-tenant': ['browser'],
  'other-account': ['browser'],
  'app-unknown': ['browser', 'own-client'],
  'app-misconfigured': ['browser', 'own-client'],
  'browser-failed': ['device-code', 'browser'],
  'no-network': ['browser'],
  proxy: ['browser'],
  tls: ['browser'],
  'captive-portal': ['browser'],
  'clock-wrong': ['browser'],
  unavailable: ['browser'],
  unexpected: ['browser', 'device-code'],
}

/** What may help after a failed sign-in, the likeliest first. */
export const waysOn = (kind: SignInFailureKind): readonly WayOn[] => ways[kind]
