import { text } from '../../../../shared/text/index.ts'
import type { Row } from '../../model/phones/row.ts'
import { rowsAsText } from '../../model/phones/row-as-text.ts'
import type { AppStores } from '../../stores/app-stores.ts'
import { columnsIn, searchedColumns } from '../../stores/use-columns.ts'
import { copy } from '../copy/clipboard.ts'

/** Puts rows on the clipboard for a spreadsheet, all of them, and says so. */
export const copyRows = (stores: AppStores, rows: readonly Row[]): Promise<boolean> =>
  copy(
    stores,
    rowsAsText(rows, searchedColumns(columnsIn(stores))),
    text.window.table.select.copied(rows.length),
  )

export const numbersOf = (rows: readonly Row[]): readonly number[] => rows.map(({ row }) => row)

/** Those that failed, by their numbers. */
export const failedAmong = (rows: readonly Row[]): ReadonlySet<number> =>
  new Set(numbersOf(rows.filter(({ status }) => status === 'failed')))
