import { memoizeLast } from '../model/memoize-last.ts'
import type { Row } from '../model/phones/row.ts'
import { rowsOfNext, type StartPlan, startPlan } from '../model/phones/start-plan.ts'
import type { AppStores } from './app-stores.ts'
import { checkedList } from './list-check.ts'
import { useList, useView } from './stores-context.tsx'
import { listRunsIn, useMemory } from './use-memory.ts'
import { listRowsIn, shownRowsIn, useListRows, useRows } from './use-rows.ts'

/** What a run of the open list would do where nobody has chosen rows; undefined while none is open. */
export function useStartPlan(): StartPlan | undefined {
  const list = useList(checkedList)
  const areIncluded = useList(({ includeSignedIn }) => includeSignedIn)
  const memory = useMemory()
  const rows = useListRows()
  return list && startPlan(list, memory, areIncluded, rowsOfNext(rows))
}

/** The selected rows among those that are shown, in file order. */
export function useSelectedRows(): readonly Row[] {
  const selected = useView(({ selection }) => selection.rows)
  return selectedOf(useRows(selected.size > 0), selected)
}

export const selectedIn = (stores: AppStores): readonly Row[] =>
  selectedOf(shownRowsIn(stores), stores.view.getState().selection.rows)

const none: readonly Row[] = []

const selectedOf = memoizeLast((rows: readonly Row[], selected: ReadonlySet<number>): readonly Row[] =>
  selected.size === 0 ? none : rows.filter(({ row }) => selected.has(row)),
)

/** The run that is tried again by one with these rows: the last of the list, where one of them was in any. */
export function retryOf(stores: AppStores, rows: ReadonlySet<number> | undefined): string | undefined {
  const runs = listRunsIn(stores)
  const isChosen = ({ row }: { readonly row: number }): boolean => !rows || rows.has(row)
  const isAgain =
    runs.some(({ phones }) => phones.some(isChosen)) ||
    listRowsIn(stores).some((row) => row.next === 'corrected' && isChosen(row))
  return isAgain ? runs.at(-1)?.runId : undefined
}
