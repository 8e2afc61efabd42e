import type { Locator, Page } from 'playwright-core'
import { text } from '../../../src/shared/text/index.ts'
import { count } from '../../../src/shared/text/plural.ts'

const { phones, table } = text.window

/** The columns in their order: what a screen reader counts through. */
const columns = [
  'select',
  'row',
  'username',
  'hardwareId',
  'region',
  'status',
  'readiness',
  'result',
] as const
type TableColumn = (typeof columns)[number]

/** A row as it is seen: its words, and what it looks like. */
export type SeenRow = {
  readonly [Column in Exclude<TableColumn, 'row' | 'select'>]: string
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
  const read = async (toTheEnd: boolean): Promise<readonly SeenRow[]> =>
    (await grid.evaluate(readRows, toTheEnd)).map(({ cells, invalid, ...looks }) => {
      const [
        ,
        number = '',
        username = '',
        hardwareId = '',
        region = '',
        status = '',
        readiness = '',
        result = '',
      ] = cells
      const words = {
        row: Number(number.replace(',', '')),
        username,
        hardwareId,
        region,
        status,
        readiness,
        result,
      }
      return { ...words, ...looks, invalid: invalid.flatMap((index) => columns[index] ?? []) }
    })
  return {
    grid,
    row,
    cell: (number, column) => row(number).getByRole('gridcell').nth(columns.indexOf(column)),
    head: (word) => grid.getByRole('columnheader', { name: table.columns[word], exact: true }),
    inSight: () => read(false),
    all: () => read(true),
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

/** Runs in the page, and so refers to nothing outside itself. */
async function readRows(grid: Element, toTheEnd: boolean): Promise<readonly ReadRow[]> {
  const drawn = (): Promise<void> =>
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
  const seen = new Map<string, ReadRow>()
  const look = (): void => {
    for (const row of grid.querySelectorAll('[role="row"]')) {
      const cells = [...row.querySelectorAll('[role="gridcell"]')]
      const words = cells.map((cell) => cell.textContent.trim())
      // The heads are a row, too.
      if (words[1] === undefined || seen.has(words[1])) continue
      seen.set(words[1], {
        cells: words,
        invalid: cells.flatMap((cell, index) => (cell.ariaInvalid === 'true' ? [index] : [])),
        background: (getComputedStyle(row).backgroundColor.match(/[\d.]+/g) ?? []).map(Number),
        icon: cells[5]?.querySelector('svg')?.innerHTML ?? '',
      })
    }
  }
  /** Where the rows end that follow one another from the top of the view: some are in the document below it. */
  const endOfRows = (): number => {
    // The heads hide a row's height of the view.
    let end = grid.getBoundingClientRect().top + 40
    const places = [...grid.querySelectorAll('[role="row"]')].map((row) => row.getBoundingClientRect())
    for (const { top, bottom } of places.toSorted((a, b) => a.top - b.top))
      if (top <= end + 1) end = Math.max(end, bottom)
    return end
  }
  if (toTheEnd) {
    grid.scrollTo(0, 0)
    for (let last = -1; grid.scrollTop > last; ) {
      await drawn()
      look()
      last = grid.scrollTop
      grid.scrollBy(0, endOfRows() - grid.getBoundingClientRect().top - 40)
    }
  }
  look()
  return [...seen.values()]
}
