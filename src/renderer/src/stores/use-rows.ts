import { memoizeLast } from '../model/memoize-last.ts'
import { filterRows, sortRows } from '../model/phones/arrange.ts'
import { listRows } from '../model/phones/list-rows.ts'
import type { Row } from '../model/phones/row.ts'
import { runRows } from '../model/phones/run-rows.ts'
import { checkedList } from './list-store.ts'
import { useList, useRun, useView } from './stores-context.tsx'
import { useMemory } from './use-memory.ts'

const none: readonly Row[] = []

// Several parts of the page ask for the same rows: the last answer serves them all.
const sorted = memoizeLast(sortRows)
const filtered = memoizeLast(filterRows)

/** All rows of what is shown, in file order. */
export function useRows(): readonly Row[] {
  const shown = useView((view) => view.shown)
  const list = useList(checkedList)
  const run = useRun(({ state }) => state)
  const memory = useMemory()
  const areIncluded = useList(({ includeSignedIn }) => includeSignedIn)
  if (shown === 'run') return run ? runRows(run) : none
  return list ? listRows(list, memory, areIncluded) : none
}

/** The rows that pass the filter, in the chosen order. */
export function useArrangedRows(): readonly Row[] {
  const rows = useRows()
  const filter = useView((view) => view.filter)
  const only = useView((view) => view.only)
  const sort = useView((view) => view.sort)
  return filtered(sorted(rows, sort), filter, only)
}
