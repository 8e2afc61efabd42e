import type { OtherColumns } from '../../../shared/phones/sheet.ts'
import { memoizeLast } from '../model/memoize-last.ts'
import {
  type AccountsKnown,
  allColumns,
  columnsShownOf,
  type TableColumn,
} from '../model/phones/table-columns.ts'
import type { KnownReadiness } from '../model/readiness/known-readiness.ts'
import type { AppStores } from './app-stores.ts'
import { useList, useRun, useSettings } from './stores-context.tsx'
import { knownIn, useKnownReadiness } from './use-readiness.ts'
import { isListShownIn, useIsListShown } from './use-rows.ts'

/** All columns that the table could show of what is shown. */
export function useAllColumns(): readonly TableColumn[] {
  const isListShown = useIsListShown()
  const ofList = useList(({ sheet }) => sheet?.others)
  const ofRun = useRun(({ state }) => state?.others)
  return allColumns(isListShown ? ofList : ofRun)
}

/** Those that it shows, from left to right. */
export function useColumns(): readonly TableColumn[] {
  const all = useAllColumns()
  const chosen = useSettings(({ table }) => table?.columns)
  const known = useKnownReadiness()
  return columnsShownOf(all, chosen, accountsKnown(known))
}

/** The same for actions, as things stand now. */
export function columnsIn(stores: AppStores): readonly TableColumn[] {
  const others: OtherColumns | undefined = isListShownIn(stores)
    ? stores.list.getState().sheet?.others
    : stores.run.getState().state?.others
  const chosen = stores.settings.getState().table?.columns
  return columnsShownOf(allColumns(others), chosen, accountsKnown(knownIn(stores)))
}

const accountsKnown = memoizeLast((known: KnownReadiness | undefined): AccountsKnown => {
  const accounts = [...(known?.accounts.values() ?? [])]
  if (accounts.length === 0) return 'none'
  return accounts.every(({ status }) => status === 'ready') ? 'all ready' : 'reasons'
})

/** The shown columns that hold what is in no other. */
export const searchedColumns = memoizeLast((columns: readonly TableColumn[]): readonly TableColumn[] =>
  columns.filter(({ isSearched }) => isSearched),
)
