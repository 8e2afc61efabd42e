import type { ReservedAs } from './hardware-id.ts'
import type { Lookalike } from './lookalikes.ts'
import type { UsernameProblem } from './username.ts'

type Row = { readonly row: number }
type Cell = Row & { readonly value: string }
type Fix = { readonly fix?: string | undefined }
type Looks = { readonly lookalike?: Lookalike | undefined }
type Fact<Says extends string, Values> = { readonly says: Says; readonly values: Values }

/**
 * An issue with a row as a code and values: the name of the text for an error of the check (`text.check`), and the
 * values in that text. A journal can hold it.
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

/** The other rows in which something stands: some by number, and how many more there are. */
export type OtherRows = { readonly rows: readonly number[]; readonly more: number }

/**
 * Why the cells of a row may not be those of its columns. `long` and `short`: it has another number of cells than the
 * other rows (`columns`). `shifted`: they fit the other rows better once they are moved by one; `column`, counted from 1,
 * is the first one in which they do not fit as they are, and `cell` is the beginning of what it holds. `swallowed`: the cell of
 * a column holds other rows of the list, as where a quotation mark is missing. `headings`: above the row stand headings
 * (in the row `headings`) in another order than those that the list begins with.
 */
export type MovedCells =
  | { readonly kind: 'long' | 'short'; readonly cells: number; readonly columns: number }
  | { readonly kind: 'shifted' | 'swallowed'; readonly column: number; readonly cell: string }
  | { readonly kind: 'headings'; readonly headings: number }
