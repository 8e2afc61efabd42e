import type { Column } from './column.ts'
import type { IssueFact } from './issue-fact.ts'
import type { UsernameProblem } from './username.ts'

export type Severity = 'error' | 'warning' | 'note'

export type IssueCode =
  // the file: no phone list can be made of it
  | 'file-empty'
  | 'file-binary'
  | 'file-too-large'
  | 'file-folder'
  | 'file-unreadable'
  | 'file-template-provisioning'
  | 'header-missing-column'
  | 'columns-uncertain'
  | 'columns-not-found'
  | 'quote-unterminated'
  | 'too-many-rows'
  | 'no-phones'
  // the file: issues
  | 'header-other-name'
  | 'header-absent'
  | 'header-below'
  | 'headings-below'
  | 'column-unused'
  // a row
  | 'text-cleaned'
  | 'cells-moved'
  | 'username-missing'
  | 'username-invalid'
  | 'hardware-id-missing'
  | 'hardware-id-invalid'
  | 'hardware-id-mangled'
  | 'hardware-id-reserved'
  | 'port-invalid'
  | 'region-invalid'
  | 'region-missing'
  | 'device-twice'
  | 'account-on-several-devices'
  | 'maker-not-listed'
  | 'maker-without-adapters'
  | 'account-of-person'
  | 'domain-not-public'
  | 'mac-local'
  | 'row-hidden'
  | 'account-of-contact'

export type FixKind =
  | 'device-name'
  | 'client-identifier'
  | 'octets'
  | 'wrapping'
  | 'separators'
  | 'lookalike'
  | 'number'
  | 'port'
  | 'port-column'
  | 'scheme'
  | 'domain-user'

/** One issue of the check. Without `row` it is about the whole file. */
export type Issue = {
  readonly severity: Severity
  readonly code: IssueCode
  readonly row?: number
  readonly column?: Column
  /** The exact fault of a value, where the code leaves it open. */
  readonly detail?: UsernameProblem['kind']
  /** The value as it stands in the file. */
  readonly value?: string
  /** Without the number of the row: see `issueLine`. */
  readonly message: string
  /** Of an error about a row: what the message was made from. */
  readonly fact?: IssueFact
  /** What the cell most probably should be; offered, never applied by itself. */
  readonly fix?: string
  /** What kind of slip the fix undoes: those of one kind can be taken all at once. */
  readonly fixKind?: FixKind
}
