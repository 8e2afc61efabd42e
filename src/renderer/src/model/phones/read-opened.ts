import type { Grid, GridSource } from '../../../../shared/phones/grid.ts'
import type { Issue } from '../../../../shared/phones/issue.ts'
import { type LayoutChoice, layoutOf } from '../../../../shared/phones/layout.ts'
import { proposeSource } from '../../../../shared/phones/propose-source.ts'
import { readList } from '../../../../shared/phones/read-list.ts'
import { type RememberedLayout, recallLayout } from '../../../../shared/phones/remembered-layout.ts'
import type { Sheet } from '../../../../shared/phones/sheet.ts'
import { type Result, succeed } from '../../../../shared/result.ts'

/** Cells of a file or of the clipboard, and how they are read as a list. */
export type OpenedSource = { readonly source: GridSource; readonly choice: LayoutChoice }

/** `sheet` is undefined where somebody has to say first which column is which. */
type ReadOpened = {
  readonly opened: OpenedSource
  readonly sheet: Sheet | undefined
  /** Why somebody has to say, a sentence each. */
  readonly doubts: readonly string[]
}

/** Reads what was opened as was chosen for such headings before, else as is proposed. Fails where it is no list at all. */
export function readOpened(
  source: GridSource,
  remembered: readonly RememberedLayout[],
): Result<ReadOpened, Issue> {
  const [first, another] = source.grids
  const known = another ? undefined : recallLayout(first, remembered)
  if (known && layoutOf(known)) {
    const sheet = readList(first, known)
    if (sheet.ok) return succeed({ opened: { source, choice: known }, sheet: sheet.value, doubts: [] })
  }
  const proposed = proposeSource(source)
  if (!proposed.ok) return proposed
  const { grid, proposal } = proposed.value
  const choice = recallLayout(grid, remembered) ?? proposal.choice
  const opened = { source, choice }
  if (!proposal.certain) return succeed({ opened, sheet: undefined, doubts: proposal.doubts })
  const sheet = readList(grid, choice)
  return sheet.ok ? succeed({ opened, sheet: sheet.value, doubts: [] }) : sheet
}

/** The sheet of the workbook that the choice names, or the only cells there are. */
export const chosenGrid = ({ source, choice }: OpenedSource): Grid =>
  source.grids.find(({ sheet }) => sheet === choice.sheet) ?? source.grids[0]
