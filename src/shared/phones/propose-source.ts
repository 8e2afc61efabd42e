import { type Result, succeed } from '../result.ts'
import { text } from '../text/index.ts'
import { isBlank } from './clean.ts'
import type { Grid, GridSource } from './grid.ts'
import type { Issue } from './issue.ts'
import { type LayoutProposal, proposeLayout } from './propose-layout.ts'
import { refuse } from './refuse.ts'

/** The grid of a source that is probably the list, and how to read it. */
export type SourceProposal = {
  readonly grid: Grid
  readonly proposal: LayoutProposal
  /** Whether no other sheet has phones. */
  readonly isOnlySheet: boolean
}

/**
 * Proposes how to read a file. Of a workbook it takes the only sheet with phones in it; where several have some, it asks.
 * Fails where none has.
 */
export function proposeSource({ name, grids }: GridSource): Result<SourceProposal, Issue> {
  const proposals = grids
    .filter(({ records }) => records.some((record) => !record.every(isBlank)))
    .map((grid) => ({ grid, proposed: proposeLayout(grid) }))
  const found = proposals.flatMap(({ grid, proposed }) =>
    proposed.ok ? [{ grid, proposal: proposed.value }] : [],
  )
  const [best] = [...found.filter(({ proposal }) => proposal.certain), ...found]
  if (!best) return proposals[0]?.proposed.ok === false ? proposals[0].proposed : fileEmpty(name)
  if (found.length === 1) return succeed({ ...best, isOnlySheet: true })
  const names = found.map(({ grid }) => grid.sheet ?? '')
  const doubts = [text.check.layout.severalSheets({ names }), ...best.proposal.doubts]
  return succeed({
    grid: best.grid,
    proposal: { ...best.proposal, certain: false, doubts },
    isOnlySheet: false,
  })
}

const fileEmpty = (file: string) => refuse('file-empty', text.check.fileEmpty({ file }))
