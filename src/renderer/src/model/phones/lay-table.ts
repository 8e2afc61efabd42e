/** A cell of a table as it was pasted: its words, and over how many columns and rows it stands. */
export type PastedCell = { readonly text: string; readonly columns: number; readonly rows: number }

/**
 * The rows of a pasted table, each cell at its column. If a cell spans several, the others are blank, because its
 * words may not count for them. Undefined for a table of more than `most` cells.
 */
export function layTable(
  rows: readonly (readonly PastedCell[])[],
  most: number,
): readonly (readonly string[])[] | undefined {
  // By column, how many of the next rows a cell from above still stands over.
  const covered: number[] = []
  const records: string[][] = []
  let cells = 0
  for (const row of rows) {
    const record: string[] = []
    const passCovered = (): void => {
      for (let left = covered[record.length] ?? 0; left > 0; left = covered[record.length] ?? 0) {
        covered[record.length] = left - 1
        record.push('')
      }
    }
    for (const cell of row) {
      passCovered()
      for (let column = 0; column < cell.columns; column++) {
        covered[record.length] = cell.rows - 1
        record.push(column === 0 ? cell.text : '')
      }
      if (cells + record.length > most) return undefined
    }
    passCovered()
    cells += record.length
    records.push(record)
  }
  return records
}
