import type { Locator, Page } from 'playwright-core'
import { text } from '../../../src/shared/text/index.ts'
import { count } from '../../../src/shared/text/plural.ts'

const { phones, table } = text.window

/** The columns in their order: what a screen reader counts through. */
const columns = ['row', 'username', 'hardwareId', 'region', 'status', 'result'] as const
export type TableColumn = (typeof columns)[number]

/** A row as it is seen: its words, and what it looks like. */
export type SeenRow = {
  readonly [Column in Exclude<TableColumn, 'row'>]: string
} & {
  readonly row: number
  /** Red, green, blue and opacity of what is behind the words. */
  readonly background: readonly number[]
  /** The drawing beside the status word; empty without one. */
  readonly icon: string
  /** The columns that a screen reader calls invalid. */
  readonly invalid: readonly TableColumn[]
}

export type PhoneTable = {
  readonly grid: Locator
  row(row: number): Locator
  cell(row: number, column: TableColumn): Locator
  head(word: keyof typeof table.columns): Locator
  /** The rows that are in the document now, from the top. */
  inSight(): Promise<readonly SeenRow[]>
  /** Every row of the table, read from the first to the last. It must not change meanwhile. */
  all(): Promise<readonly SeenRow[]>
  /** The button that counts rows of one kind and filters by it. */
  chip(kind: keyof typeof table.chips | 'all', rows: number): Locator
}

/** The table of phones, as one would read it. */
export function phoneTable(page: Page): PhoneTable {
  const grid = page.getByRole('grid', { name: table.name })
  const row = (number: number): Locator =>
    grid.getByRole('row').filter({ has: page.getByRole('gridcell', { name: count(number), exact: true }) })
  const inSight = async (): Promise<readonly SeenRow[]> =>
    (await grid.getByRole('row').evaluateAll(readRows)).map(({ cells, invalid, ...looks }) => {
      const [number = '', username = '', hardwareId = '', region = '', status = '', result = ''] = cells
      const invalidColumns = invalid.flatMap((index) => columns[index] ?? [])
      const words = { row: Number(number.replace(',', '')), username, hardwareId, region, status, result }
      return { ...words, ...looks, invalid: invalidColumns }
    })
  return {
    grid,
    row,
    cell: (number, column) => row(number).getByRole('gridcell').nth(columns.indexOf(column)),
    head: (word) => grid.getByRole('columnheader', { name: table.columns[word], exact: true }),
    inSight,
    async all() {
      const seen = new Map<number, SeenRow>()
      await grid.evaluate((element) => element.scrollTo(0, 0))
      do {
        await grid.evaluate(drawn)
        for (const one of await inSight()) seen.set(one.row, one)
      } while (await grid.evaluate(scrollOn))
      return [...seen.values()]
    },
    chip: (kind, rows) =>
      page.getByRole('button', {
        name: `${kind === 'all' ? phones.all : table.chips[kind]} ${count(rows)}`,
        exact: true,
      }),
  }
}

type ReadRow = {
  readonly cells: readonly string[]
  readonly invalid: readonly number[]
  readonly background: readonly number[]
  readonly icon: string
}

function readRows(rows: readonly Element[]): readonly ReadRow[] {
  return rows.flatMap((row) => {
    const cells = [...row.querySelectorAll<HTMLElement>('[role="gridcell"]')]
    // The heads are a row, too.
    if (cells.length === 0) return []
    return {
      cells: cells.map((cell) => cell.textContent.trim()),
      invalid: cells.flatMap((cell, index) => (cell.ariaInvalid === 'true' ? [index] : [])),
      background: (getComputedStyle(row).backgroundColor.match(/[\d.]+/g) ?? []).map(Number),
      icon: cells[4]?.querySelector('svg')?.innerHTML ?? '',
    }
  })
}

function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}

/** Scrolls by less than a page; answers whether there was anything more to see. */
function scrollOn(grid: Element): boolean {
  const before = grid.scrollTop
  grid.scrollBy(0, grid.clientHeight / 2)
  return grid.scrollTop > before
}
