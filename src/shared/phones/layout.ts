import type { Issue } from './issue.ts'

/** Which column of a file holds what, counted from 0. */
export type Layout = {
  readonly username: number
  readonly hardwareId: number
  readonly region: number | undefined
  /** Whether the first row names the columns, or is a phone already. */
  readonly hasHeader: boolean
  readonly issues: readonly Issue[]
}
