import type { ReservedAs } from './hardware-id.ts'
import type { Lookalike } from './lookalikes.ts'
import type { UsernameProblem } from './username.ts'

type Row = { readonly row: number }
type Cell = Row & { readonly value: string }
type Fix = { readonly fix?: string | undefined }
type Looks = { readonly lookalike?: Lookalike | undefined }
type Fact<Says extends string, Values> = { readonly says: Says; readonly values: Values }

/**
 * An error about a row as a journal holds it: the name of its text (`says`, in `text.check`) and the values in that text.
 */
export type IssueFact =
  | Fact<'cellsMoved', Cell & MovedCells>
  | Fact<'usernameMissing' | 'hardwareIdMissing' | 'regionMissing', Row>
  | Fact<'usernameInvalid', Cell & Fix & Looks & { readonly problem: UsernameProblem }>
  | Fact<'hardwareIdInvalid', Cell & { readonly digits?: number | undefined }>
  | Fact<'hardwareIdRepairable', Cell & Fix & Looks>
  | Fact<'hardwareIdMangled' | 'portInvalid', Cell & Fix>
  | Fact<'hardwareIdReserved', Cell & { readonly as: ReservedAs }>
  | Fact<'regionInvalid', Cell>
  | Fact<'deviceTwice', Cell & Fix & { readonly device: string; readonly others: OtherRows }>

/** Other rows with the same value: some of them by number, and how many more there are. */
export type OtherRows = { readonly rows: readonly number[]; readonly more: number }

/**
 * Why the account of a row may be another one's. Columns count from 1, and `cell` is the beginning of the cell there.
 * - `long`, `short`: it has another number of cells than most rows (`columns`).
 * - `shifted`: its cells fit the other rows better when moved by one; `column` is the first that doesn't fit as it is.
 * - `swallowed`: a cell holds other rows of the list, because a quotation mark is missing.
 * - `headings`: the headings above it, in the row of this number, are in another order than the first ones.
 */
export type MovedCells =
  | { readonly kind: 'long' | 'short'; readonly cells: number; readonly columns: number }
  | { readonly kind: 'shifted' | 'swallowed'; readonly column: number; readonly cell: string }
  | { readonly kind: 'headings'; readonly headings: number }
