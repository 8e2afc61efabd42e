import type { Region } from '../../shared/gateway/region.ts'

/** What the organisation sets for everybody on a computer. What is absent is the operator's own choice. */
export type Policy = {
  readonly clientId?: string
  readonly tenant?: string
  readonly region?: Region
  readonly updates?: UpdatePolicy
  /** Sentences about what could not be read. */
  readonly troubles: readonly string[]
}

/** `off`: no request about updates ever leaves. `tell`: never installed by the app itself. `on`: always looked for. */
export const updatePolicies = ['off', 'tell', 'on'] as const
type UpdatePolicy = (typeof updatePolicies)[number]

/** What one place says. An unreadable one may have said anything. */
export type PolicySource = {
  /** As a person finds it: a file, or a key of the registry. */
  readonly place: string
  readonly values: ReadonlyMap<string, unknown>
  readonly unreadable?: string
}
