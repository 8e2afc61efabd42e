import { maxListRows } from '../../../../shared/phones/list-limit.ts'
import { layTable, type PastedCell } from '../../model/phones/lay-table.ts'

/** Ten columns for each row that a list can have. */
const mostCells = 10 * maxListRows
/** As many as HTML allows a cell to stand over. */
const mostSpanned = 1_000

/**
 * The rows of the largest table in a piece of HTML; undefined where none has two cells. Only words are taken out of it:
 * a parsed document runs no scripts, loads nothing and is never shown (HTML Standard, "DOMParser").
 */
export function cellsOfPage(html: string): readonly (readonly string[])[] | 'too-many' | undefined {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const unseen of page.querySelectorAll('script, style, template, noscript')) unseen.remove()
  const [largest] = [...tables(page), ...grids(page)].toSorted((one, other) => cellsIn(other) - cellsIn(one))
  if (!largest || cellsIn(largest) < 2) return undefined
  if (cellsIn(largest) > mostCells) return 'too-many'
  const records = layTable(
    largest.map((row) => row.map(pastedCell)),
    mostCells,
  )
  return records ?? 'too-many'
}

type Rows = readonly (readonly Element[])[]

const cellsIn = (rows: Rows): number => rows.reduce((sum, row) => sum + row.length, 0)

/** A table within a cell of another one, as mail programs write them, is a table of its own. */
const tables = (page: Document): readonly Rows[] =>
  [...page.querySelectorAll('table')].map((table) => [...table.rows].map(({ cells }) => [...cells]))

/** Admin centers show tables that are none in HTML: only their roles say so. */
function grids(page: Document): readonly Rows[] {
  const rows = [...page.querySelectorAll('[role="row"]')]
    .map((row) => [
      ...row.querySelectorAll(
        ':is([role="gridcell"], [role="cell"], [role="columnheader"], [role="rowheader"])',
      ),
    ])
    .filter((cells) => cells.length > 0)
  return rows.length > 0 ? [rows] : []
}

function pastedCell(cell: Element): PastedCell {
  // Words of two lines are two words.
  for (const line of cell.querySelectorAll('br, p, div, li')) line.before(' ')
  return {
    text: cell.textContent.replace(/\s+/g, ' ').trim(),
    columns: spanned(cell, 'colspan'),
    rows: spanned(cell, 'rowspan'),
  }
}

function spanned(cell: Element, attribute: 'colspan' | 'rowspan'): number {
  const number = Number.parseInt(cell.getAttribute(attribute) ?? '', 10)
  return number > 1 ? Math.min(number, mostSpanned) : 1
}
