import type { Result } from '../result.ts'
import { text as words } from '../text/index.ts'
import type { GridSource } from './grid.ts'
import type { Issue } from './issue.ts'
import { proposeSource } from './propose-source.ts'
import { readList } from './read-list.ts'
import { refuse } from './refuse.ts'
import type { Sheet } from './sheet.ts'
import { readTextGrid } from './text-grid.ts'

/** Reads a delimited text as a phone list, where it is certain which column is which; see `readCertain`. */
export function parseSheet(name: string, text: string): Result<Sheet, Issue> {
  const grid = readTextGrid(name, text)
  return grid.ok ? readCertain({ name, grids: [grid.value] }) : grid
}

/** Reads a source as a phone list for somebody who cannot be asked: one that leaves a question open is a failure. */
export function readCertain(source: GridSource): Result<Sheet, Issue> {
  const proposed = proposeSource(source)
  if (!proposed.ok) return proposed
  const { grid, proposal } = proposed.value
  return proposal.certain ? readList(grid, proposal.choice) : columnsUncertain(source.name, proposal.doubts)
}

/** The refusal of a file that leaves open which column is which. */
export const columnsUncertain = (file: string, doubts: readonly string[]) =>
  refuse('columns-uncertain', words.check.columnsUncertain({ file, doubts }))
