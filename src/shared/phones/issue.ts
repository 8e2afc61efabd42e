import type { Column } from './column.ts'

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
  | 'quote-unterminated'
  | 'too-many-rows'
  | 'no-phones'
  // the file: issues
  | 'header-other-name'
  | 'header-absent'
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

/** One issue of the check. Without `row` it is about the whole file. */
export type Issue = {
  readonly severity: Severity
  readonly code: IssueCode
  readonly row?: number
  readonly column?: Column
  /** The value as it stands in the file. */
  readonly value?: string
  readonly message: string
  /** What the cell most probably should be; offered, never applied by itself. */
  readonly fix?: string
}
