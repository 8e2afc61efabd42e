import type { Account } from './auth/account.ts'
import type { SignInFailure } from './auth/sign-in-failure.ts'
import type { Operator, Tenant } from './gateway/tenant.ts'

/** `accounts` are those remembered, of whatever tenant; `failure` says why the last attempt ended. */
export type SessionState = {
  readonly accounts: readonly KnownAccount[]
  readonly failure?: SignInFailure
} & (
  | { readonly kind: 'signed-out' }
  /** While nobody is signed in. */
  | ({ readonly kind: 'signing-in' } & SignInUnderWay)
  | SignedIn
)

export type SignedIn = {
  readonly kind: 'signed-in'
  readonly tenant: Tenant
  readonly operator: Operator
  /** The domains that usernames of the tenant can have; absent while they are not known, and in the simulated tenant. */
  readonly verifiedDomains?: readonly string[]
  /** By which way the session reaches the service; absent for directly. */
  readonly way?: 'powershell'
  /** Absent in the simulated tenant. */
  readonly accountId?: string
  /** The stored sign-in is not enough any more: watching pauses until this account is signed in again. */
  readonly renewal?: SignInFailure
  /** Somebody is signing in, this account again or another one. */
  readonly signingIn?: SignInUnderWay
  /** How the sign-in is kept; `memory` until the app ends. There is none to keep in the simulated tenant. */
  readonly storage: 'encrypted' | 'memory' | 'none'
}

/** A remembered account, and what its tenant is called as far as that is known. */
export type KnownAccount = Account & { readonly tenantName?: string; readonly tenantDomain?: string }

export type SignInWay = 'browser' | 'device-code'

export type SignInUnderWay = {
  readonly way: SignInWay
  /** As it was asked for. */
  readonly tenant?: string
  /** Of the account that signs in again. */
  readonly accountId?: string
  /** For the way `device-code`, once Microsoft has given one. */
  readonly code?: DeviceCode
}

/** The code to sign in with on any device. Others must not read it: the person who enters it decides which account signs in. */
export type DeviceCode = {
  readonly userCode: string
  /** Where to enter it; https. */
  readonly verificationUri: string
  /** Milliseconds since the epoch, by the clock of this computer. */
  readonly expiresAt: number
}

export type SignInRequest = {
  readonly way: SignInWay
  /** ID or domain; without one that of the settings, else the home tenant of the account that signs in. */
  readonly tenant?: string
  /** A remembered account that signs in again, to its own tenant. */
  readonly accountId?: string
}
