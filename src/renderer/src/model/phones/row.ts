import type { Column } from '../../../../shared/phones/column.ts'
import type { Issue } from '../../../../shared/phones/issue.ts'
import type { JudgedAccount } from '../../../../shared/readiness/readiness.ts'
import type { PhoneStatus } from '../../../../shared/run/run-state.ts'
import { text } from '../../../../shared/text/index.ts'

/** What stands in the status column: the outcome of the check, or of the run. */
export type RowStatus = 'ready' | 'warning' | 'error' | PhoneStatus | 'left out'

/** One row of the table, ready to be shown, filtered and sorted. Its identity changes only with its content. */
export type Row = {
  /** As a spreadsheet counts; tells the rows of a list apart. */
  readonly row: number
  readonly username: string
  readonly hardwareId: string
  readonly region: string
  readonly status: RowStatus
  /** The first issue of the check, the service's own text, or why the row was left out. */
  readonly result: string
  /** What to do about it, where that is known. */
  readonly remedy: string
  /** What failed rows are grouped by: the known kind of failure, or the message itself. Empty for others. */
  readonly reason: string
  /** That an earlier run signed the phone in, in words. */
  readonly before?: string
  /** Of the check; the most severe first. */
  readonly issues: readonly Issue[]
  /** Why the next run of the list takes it: it was in none, was corrected since, or failed. Undefined where none does. */
  readonly next?: 'new' | 'corrected' | 'failed'
  /** The readiness of its account; undefined before the first check. */
  readonly readiness?: JudgedAccount
  /** A run has signed it in, or is about to: its cells stay as they are. */
  readonly isLocked?: true
  /** Cells an error stands against. */
  readonly wrong: readonly Column[]
}

const haystacks = new WeakMap<Row, string>()

/**
 * The text a filter searches, all of a row in lower case. Hardware IDs are found with and without their dashes. It is made
 * when somebody filters for the first time, not when the list is opened.
 */
export function haystackOf(row: Row): string {
  const known = haystacks.get(row)
  if (known !== undefined) return known
  const { username, hardwareId, region, status, result, remedy } = row
  const bare = hardwareId.replaceAll(/[-:]/g, '')
  const word = text.window.table.status[status]
  const made = [row.row, username, hardwareId, bare, region, word, result, remedy].join('\n').toLowerCase()
  haystacks.set(row, made)
  return made
}
