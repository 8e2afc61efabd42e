import type { Result } from '../result.ts'
import { text as words } from '../text/index.ts'
import type { Grid } from './grid.ts'
import type { Issue } from './issue.ts'
import { proposeLayout } from './propose-layout.ts'
import { readList } from './read-list.ts'
import { refuse } from './refuse.ts'
import type { Sheet } from './sheet.ts'
import { readTextGrid } from './text-grid.ts'

/** Reads a delimited text as a phone list, where it is certain which column is which; see `readCertain`. */
export function parseSheet(name: string, text: string): Result<Sheet, Issue> {
  const grid = readTextGrid(name, text)
  return grid.ok ? readCertain(grid.value) : grid
}

/** Reads a grid as a phone list for somebody who cannot be asked: one that leaves a question open is a failure. */
export function readCertain(grid: Grid): Result<Sheet, Issue> {
  const proposed = proposeLayout(grid)
  if (!proposed.ok) return proposed
  const { certain, doubts, choice } = proposed.value
  if (certain) return readList(grid, choice)
  return refuse('columns-uncertain', words.check.columnsUncertain({ file: grid.name, doubts }))
}
