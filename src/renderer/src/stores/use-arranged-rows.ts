import { memoizeLast } from '../model/memoize-last.ts'
import { createFilter, createSorter, orderOf } from '../model/phones/arrange.ts'
import type { Row } from '../model/phones/row.ts'
import type { AppStores } from './app-stores.ts'
import { useView } from './stores-context.tsx'
import { columnsIn, searchedColumns, useColumns } from './use-columns.ts'
import { shownRowsIn, useRows } from './use-rows.ts'

// Several parts of the page ask for the same rows: the last answer serves them all.
const order = memoizeLast(orderOf)
const sorted = memoizeLast(createSorter())
const filtered = memoizeLast(createFilter())

/** The rows that pass the filter, in the chosen order. */
export function useArrangedRows(): readonly Row[] {
  const rows = useRows()
  const columns = useColumns()
  const filter = useView((view) => view.filter)
  const only = useView((view) => view.only)
  const sort = useView((view) => view.sort)
  return filtered(sorted(rows, order(columns, sort)), filter, only, searchedColumns(columns))
}

/** The same for actions, as things stand now. */
export function arrangedRowsIn(stores: AppStores): readonly Row[] {
  const { filter, only, sort } = stores.view.getState()
  const columns = columnsIn(stores)
  return filtered(sorted(shownRowsIn(stores), order(columns, sort)), filter, only, searchedColumns(columns))
}
