/** The app's knowledge of newer versions, and what it may do with one. */
export type UpdateState = {
  readonly can: UpdateAbility
  readonly looking: boolean
  /** When the last look ended, in milliseconds since the epoch. */
  readonly lookedAt?: number
  /** Why the last look or download came to nothing. */
  readonly failure?: UpdateFailure
  readonly stage: UpdateStage
}

export type UpdateAbility =
  /** Not found out yet. */
  | 'unknown'
  /** Nobody has published this build: there is nowhere to look. */
  | 'unpublished'
  /** The organisation has switched updates off. */
  | 'forbidden'
  | 'install'
  | WhyOnlyTold

/** Why the app tells of an update and leaves the rest to a person. */
export type WhyOnlyTold = 'portable' | 'managed-install' | 'all-users' | 'system' | 'unsigned' | 'policy'

export type UpdateStage =
  | { readonly kind: 'nothing-known' }
  | { readonly kind: 'current' }
  | { readonly kind: 'found'; readonly release: Release }
  /** `percent` from 0 to 100. */
  | { readonly kind: 'downloading'; readonly release: Release; readonly percent: number }
  | { readonly kind: 'downloaded'; readonly release: Release; readonly install: InstallTime }

/** A version newer than the one that runs. */
export type Release = {
  readonly version: string
  /** The news of the version, a plain line each. */
  readonly notes: readonly string[]
  /** Where a person can read of it and download it. */
  readonly page?: string
}

export const installTimes = ['now', 'at-close', 'not'] as const
export type InstallTime = (typeof installTimes)[number]

export type UpdateFailure = { readonly message: string; readonly remedy: string }

export const beforeAnyLook: UpdateState = {
  can: 'unknown',
  looking: false,
  stage: { kind: 'nothing-known' },
}
