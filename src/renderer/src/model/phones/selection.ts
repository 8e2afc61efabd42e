/** The rows that are chosen by hand, by their numbers; the next range goes from `anchor`. */
export type Selection = { readonly rows: ReadonlySet<number>; readonly anchor: number | undefined }

export const nothingSelected: Selection = { rows: new Set(), anchor: undefined }

export function toggleRow({ rows }: Selection, row: number): Selection {
  const after = new Set(rows)
  if (!after.delete(row)) after.add(row)
  return { rows: after, anchor: row }
}

export const selectOnly = (row: number): Selection => ({ rows: new Set([row]), anchor: row })

/**
 * The rows from the anchor to `row`, in the order in which they are `shown`. With `keeps` besides those that were selected
 * before. Without an anchor that is shown it begins at `row` itself.
 */
export function selectRange(
  selection: Selection,
  row: number,
  shown: readonly { readonly row: number }[],
  keeps = false,
): Selection {
  const at = shown.findIndex((one) => one.row === row)
  if (at === -1) return selection
  const anchorAt = shown.findIndex((one) => one.row === selection.anchor)
  const from = anchorAt === -1 ? at : anchorAt
  const range = shown.slice(Math.min(from, at), Math.max(from, at) + 1).map((one) => one.row)
  return {
    rows: new Set(keeps ? [...selection.rows, ...range] : range),
    anchor: anchorAt === -1 ? row : selection.anchor,
  }
}

/** All rows that are shown, those among them too that are not drawn; what the filter hides stays as it was. */
export const selectAll = (
  { rows, anchor }: Selection,
  shown: readonly { readonly row: number }[],
): Selection => ({
  rows: new Set([...rows, ...shown.map(({ row }) => row)]),
  anchor,
})

/** Whether all rows that are shown are selected, some of them or none. */
export function selectedAmong(
  { rows }: Selection,
  shown: readonly { readonly row: number }[],
): 'all' | 'some' | 'none' {
  if (rows.size === 0 || shown.length === 0) return 'none'
  let selected = 0
  for (const { row } of shown) if (rows.has(row)) selected += 1
  return selected === 0 ? 'none' : selected === shown.length ? 'all' : 'some'
}
