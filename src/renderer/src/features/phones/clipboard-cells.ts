import type { GridSource } from '../../../../shared/phones/grid.ts'
import { maxListBytes, maxListMegabytes } from '../../../../shared/phones/list-limit.ts'
import { readTextGrid } from '../../../../shared/phones/text-grid.ts'
import { fail, type Result, succeed } from '../../../../shared/result.ts'
import { text } from '../../../../shared/text/index.ts'
import { cellsOfPage } from './cells-of-page.ts'

type Refusal = { readonly message: string; readonly remedy?: string }

const pasted = text.window.pasted

/**
 * The cells that were copied in a spreadsheet, a page or a message: the table of its HTML, else its text, where tabs or
 * other delimiters tell the cells apart. Fails where there are none.
 */
export function cellsFrom(clipboard: Pick<DataTransfer, 'getData'>): Result<GridSource, Refusal> {
  const html = clipboard.getData('text/html')
  // Markup is several times as long as the words in it. Where it is longer still, the text says the same.
  if (html !== '' && html.length <= 4 * maxListBytes) {
    const records = cellsOfPage(html)
    if (records === 'too-many') return fail(pasted.tooLarge(maxListMegabytes))
    if (records) return succeed(sourceOf(records))
  }
  const plain = clipboard.getData('text/plain')
  if (plain.length > maxListBytes) return fail(pasted.tooLarge(maxListMegabytes))
  if (!/[\t,;|]/.test(plain)) return fail(pasted.nothing)
  const grid = readTextGrid(pasted.name, plain)
  return grid.ok ? succeed({ name: pasted.name, grids: [grid.value] }) : grid
}

const sourceOf = (records: readonly (readonly string[])[]): GridSource => ({
  name: pasted.name,
  grids: [{ name: pasted.name, sheet: undefined, firstRow: 1, issues: [], records }],
})
