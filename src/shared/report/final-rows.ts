import { accountKeyOf, deviceKeyOf } from '../run/phone-key.ts'
import { type ResultRow, resultRows } from '../run/result-rows.ts'
import type { RunState } from '../run/run-state.ts'

/** A row as the last run that did something with it left it. */
export type FinalRow = ResultRow & { readonly runId: string; readonly listName: string }

/**
 * Every phone and row of the runs once, the earliest run first, with its final status: what a later run did with a phone
 * counts, and a later run that left it alone says nothing. A phone is the same one by its device; and by row and account in
 * a list of the same name, where its hardware ID was corrected. Rows of one run never take the place of each other.
 */
export function finalRows(runs: readonly RunState[]): readonly FinalRow[] {
  let known: readonly FinalRow[] = []
  for (const run of runs.toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt)))
    known = withRun(known, run)
  return known
}

function withRun(before: readonly FinalRow[], run: RunState): readonly FinalRow[] {
  const { runId, listName } = run
  const own = resultRows(run).map((row): FinalRow => ({ ...row, runId, listName }))
  const places = new Map<string, number[]>()
  for (const [place, row] of before.entries())
    for (const key of keysOf(row)) places.set(key, [...(places.get(key) ?? []), place])
  const replaced = new Map<number, FinalRow>()
  const gone = new Set<number>()
  const added: FinalRow[] = []
  for (const row of own) {
    const same = new Set(keysOf(row).flatMap((key) => places.get(key) ?? []))
    const [first] = same
    if (first === undefined) added.push(row)
    else if (isOutcome(row) || ![...same].some((place) => isOutcome(before[place]))) {
      // In the place of the first of them, so that the order of the list stays.
      for (const place of same) gone.add(place)
      if (replaced.has(first)) added.push(row)
      else replaced.set(first, row)
    }
  }
  const kept = before.flatMap((row, place) => replaced.get(place) ?? (gone.has(place) ? [] : [row]))
  return [...kept, ...added]
}

/** A text that is no hardware ID tells no device from another. */
function keysOf(row: FinalRow): readonly string[] {
  const device = deviceKeyOf(row)
  const account = accountKeyOf(row)
  return [
    ...(device.length >= 12 ? [`device ${device}`] : []),
    ...(account === '' ? [] : [`row ${row.row} ${account} ${row.listName}`]),
  ]
}

/** Whether the run had to do with the phone, or still has. */
const isOutcome = (row: FinalRow | undefined): boolean =>
  row !== undefined && row.status !== 'left out' && row.status !== 'not sent' && row.status !== 'queued'
