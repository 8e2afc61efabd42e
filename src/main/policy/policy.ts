import type { FileBeside, ManagedSetting, PolicyValues } from '../../shared/policy.ts'

/** The values that the organisation sets for everybody on a computer. */
export type Policy = PolicyValues & {
  /** Where each value comes from, as a person finds it: a file, or a key of the registry. */
  readonly places: { readonly [Name in ManagedSetting]?: string }
  /** Sentences about what could not be read. */
  readonly troubles: readonly string[]
}

/** What one place says. An unreadable one may have said anything. */
export type PolicySource = {
  /** As a person finds it: a file, or a key of the registry. */
  readonly place: string
  readonly values: ReadonlyMap<string, unknown>
  /** The sentence that says why. */
  readonly unreadable?: string
}

/** The policies found when the app started. */
export type Policies = {
  readonly organisation: Policy
  /** A file with usable values, if nobody knows who left it. Its path is as it is. */
  readonly fileBeside?: Pick<FileBeside, 'path' | 'sha256' | 'values'>
  /** Sentences about what cannot be used of such a file. */
  readonly besideTroubles?: readonly string[]
}

export const noPolicies: Policies = { organisation: { places: {}, troubles: [] } }
