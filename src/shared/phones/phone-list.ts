import type { Region } from '../gateway/region.ts'
import type { Issue } from './issue.ts'
import type { OtherColumns } from './sheet.ts'

/** A row after the check. Where a cell could not be understood it stands as typed, blanks removed. */
export type CheckedRow = {
  readonly row: number
  readonly username: string
  /** Canonical (`00-04-F2-81-24-B3`, or with `:001`) where the check understood it. */
  readonly hardwareId: string
  readonly region: Region | undefined
  /** `error`: left out of a run, but never out of view or export. */
  readonly status: 'ready' | 'error'
}

/** The checked content of a file. Issues are in file order, those about the whole file first. */
export type PhoneList = {
  readonly name: string
  readonly rows: readonly CheckedRow[]
  readonly issues: readonly Issue[]
  readonly others?: OtherColumns
}

/** The same, but it keeps no issues: each pass works them out again. */
export type ListInTurn = Omit<PhoneList, 'issues'> & { readonly issues: Iterable<Issue> }
