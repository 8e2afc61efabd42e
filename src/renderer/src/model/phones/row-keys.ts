/** By which keys the rows of a long table are drawn, place by place. */
export type RowKeys = {
  /** The keys of places whose key is not the place itself. */
  readonly others: ReadonlyMap<number, number>
  /** The row that takes its element along, and its place. */
  readonly held: { readonly row: number; readonly at: number } | undefined
}

export const placesAsKeys: RowKeys = { others: new Map(), held: undefined }

export const keyAt = ({ others }: RowKeys, place: number): number => others.get(place) ?? place

/**
 * The React keys for the current order of rows. An element stays in its place and shows whichever row comes there:
 * removing and creating elements takes several times as long, and events of a run can change all visible rows. Only the
 * `held` row, which may have the focus or is being edited, keeps its element wherever it goes, and no other row gets
 * that element meanwhile.
 */
export function holdRow(
  keys: RowKeys,
  rows: readonly { readonly row: number }[],
  held: { readonly row: number; readonly at: number } | undefined,
): RowKeys {
  const before = keys.held
  if (before?.row === held?.row && before?.at === held?.at) return keys
  if (!before || rows[before.at]?.row === before.row) return { ...keys, held }
  const others = new Map(keys.others)
  if (before.row === held?.row) {
    others.set(before.at, keyAt(keys, held.at))
    others.set(held.at, keyAt(keys, before.at))
  } else others.set(before.at, Math.min(0, ...others.values()) - 1)
  return { others, held }
}
