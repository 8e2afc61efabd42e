import type { Region } from './gateway/region.ts'

/** `off`: no request about updates ever leaves. `tell`: never installed by the app itself. `on`: always looked for. */
export const updatePolicies = ['off', 'tell', 'on'] as const
export type UpdatePolicy = (typeof updatePolicies)[number]

/** The values that policies can set. The operator chooses those that are absent. */
export type PolicyValues = {
  readonly clientId?: string
  readonly tenant?: string
  readonly region?: Region
  readonly updates?: UpdatePolicy
}

export const manageable = ['clientId', 'tenant', 'region', 'updates'] as const
export type ManagedSetting = (typeof manageable)[number]

/** Who has set what nobody can change on the page of settings. */
export type ManagedBy = {
  /** `file-beside` is a policy.json that the operator agreed to: nobody knows who left it. */
  readonly by: 'organisation' | 'file-beside'
  /** As a person finds it: a file, or a key of the registry. */
  readonly place: string
}

/** The operator's word about a file beside the program; the hash says which one was asked about. */
export type FileBesideAnswer = { readonly sha256: string; readonly use: boolean }

/**
 * A policy.json beside the program, in a folder where not only administrators can save files: into the downloads folder any
 * web page can. Nothing in it counts until the operator agrees.
 */
export type FileBeside = {
  /** Without characters that nobody sees. */
  readonly path: string
  /** Of its bytes, in hexadecimal: the answer is about these and no others. */
  readonly sha256: string
  readonly values: PolicyValues
  /** What the organisation sets besides: that counts, whatever the file says. */
  readonly overruled: readonly ManagedSetting[]
  readonly answer: 'use' | 'ignore' | undefined
}
