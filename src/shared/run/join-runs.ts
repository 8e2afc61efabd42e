import type { LeftOutRow, NotChosenRow } from './events.ts'
import type { BatchState, PhoneState, RunState } from './run-state.ts'

/**
 * Joins the runs of one list, earliest first, into one: each row once, as its last run left it. A run that had a phone
 * of the row counts more than one that left the row out, which counts more than one for which the row wasn't chosen.
 */
export function joinRuns([first, ...later]: readonly [RunState, ...RunState[]]): RunState {
  return later.reduce(joinTwo, first)
}

function joinTwo(before: RunState, last: RunState): RunState {
  const batches: readonly BatchState[] = [...before.batches, ...last.batches]
  const own = last.phones.map(
    (phone): PhoneState => ({ ...phone, batch: phone.batch < 0 ? -1 : phone.batch + before.batches.length }),
  )
  const phones = byRow(before.phones, own)
  const tried = new Set(phones.map(({ row }) => row))
  const leftOut = byRow<LeftOutRow>(before.leftOut, last.leftOut).filter(({ row }) => !tried.has(row))
  const said = new Set([...tried, ...leftOut.map(({ row }) => row)])
  const notChosen = byRow<NotChosenRow>(before.notChosen ?? [], last.notChosen ?? []).filter(
    ({ row }) => !said.has(row),
  )
  const { notChosen: _, ...run } = last
  const others = last.others ?? before.others
  return {
    ...run,
    ...(others && { others }),
    startedAt: before.startedAt,
    batches,
    phones,
    leftOut,
    ...(notChosen.length > 0 && { notChosen }),
  }
}

/** Each row once; what came later takes the place of what was before. */
function byRow<Item extends { readonly row: number }>(
  before: readonly Item[],
  last: readonly Item[],
): readonly Item[] {
  const rows = new Map(before.map((item) => [item.row, item]))
  for (const item of last) rows.set(item.row, item)
  return [...rows.values()].toSorted((a, b) => a.row - b.row)
}

/** The run as if it had these rows alone. */
export function onlyRows(state: RunState, rows: ReadonlySet<number>): RunState {
  const isWanted = ({ row }: { readonly row: number }): boolean => rows.has(row)
  return {
    ...state,
    phones: state.phones.filter(isWanted),
    leftOut: state.leftOut.filter(isWanted),
    ...(state.notChosen && { notChosen: state.notChosen.filter(isWanted) }),
  }
}
