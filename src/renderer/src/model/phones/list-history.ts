import type { Sheet, SheetRow } from '../../../../shared/phones/sheet.ts'
import { lastRowOf } from '../../../../shared/phones/sheet.ts'

/** Everything that can change in a list: its cells and rows, and which rows the operator has left out. */
export type ListDocument = { readonly sheet: Sheet; readonly leftOut: ReadonlySet<number> }

/** `rows`: those that were changed, added or deleted. */
export type ListChange = {
  readonly before: ListDocument
  readonly after: ListDocument
  readonly rows: readonly number[]
}

/** The changes that can be taken back, the latest last, and those that were. The documents share all rows that are alike. */
export type ListHistory = { readonly past: readonly ListChange[]; readonly undone: readonly ListChange[] }

export const noHistory: ListHistory = { past: [], undone: [] }

/** How many changes can be taken back. */
const kept = 100

export const remember = ({ past }: ListHistory, change: ListChange): ListHistory => ({
  past: [...past.slice(1 - kept), change],
  undone: [],
})

export type Revised = {
  readonly document: ListDocument
  readonly history: ListHistory
  readonly change: ListChange
}

/**
 * Undoes the last change that can be undone. A row that `isLocked`, because a run has signed it in or is about to,
 * stays as it is; a change only to such rows is skipped. Undefined if there is nothing left to undo.
 */
export function undoLast(
  now: ListDocument,
  { past, undone }: ListHistory,
  isLocked: (row: number) => boolean,
): Revised | undefined {
  const change = past.at(-1)
  if (!change) return undefined
  const history = { past: past.slice(0, -1), undone: [...undone, change] }
  const document = revise(now, change.before, isLocked)
  return isSame(document, now) ? undoLast(now, history, isLocked) : { document, history, change }
}

/** Makes the last change again that was taken back, but for rows that are locked. */
export function redoLast(
  now: ListDocument,
  { past, undone }: ListHistory,
  isLocked: (row: number) => boolean,
): Revised | undefined {
  const change = undone.at(-1)
  if (!change) return undefined
  const history = { past: [...past, change], undone: undone.slice(0, -1) }
  const document = revise(now, change.after, isLocked)
  return isSame(document, now) ? redoLast(now, history, isLocked) : { document, history, change }
}

/** The document that is wanted, with the locked rows as they are now. */
function revise(now: ListDocument, wanted: ListDocument, isLocked: (row: number) => boolean): ListDocument {
  const locked = new Map<number, SheetRow>()
  for (const row of now.sheet.rows) if (isLocked(row.row)) locked.set(row.row, row)
  // The number of a row that is taken back stays its own: a run may have it.
  const lastRow = lastRowOf(now.sheet)
  const numbered =
    lastRow > lastRowOf(wanted.sheet) ? { ...wanted, sheet: { ...wanted.sheet, lastRow } } : wanted
  if (locked.size === 0) return numbered
  const rows = wanted.sheet.rows.map((row) => {
    const own = locked.get(row.row)
    locked.delete(row.row)
    return own ?? row
  })
  const missing = [...locked.values()]
  const all = missing.length === 0 ? rows : [...rows, ...missing].toSorted((a, b) => a.row - b.row)
  return { ...numbered, sheet: { ...numbered.sheet, rows: all } }
}

const isSame = (one: ListDocument, other: ListDocument): boolean =>
  one === other ||
  (one.leftOut === other.leftOut &&
    one.sheet.hasRegionColumn === other.sheet.hasRegionColumn &&
    one.sheet.rows.length === other.sheet.rows.length &&
    one.sheet.rows.every((row, index) => row === other.sheet.rows[index]))
