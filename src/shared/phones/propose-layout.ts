import { type Result, succeed } from '../result.ts'
import { text } from '../text/index.ts'
import { cleanCell } from './clean.ts'
import { accountsIn, contentOf, emptyContent, mostColumns } from './column-content.ts'
import { findHeader } from './find-header.ts'
import type { Grid } from './grid.ts'
import { headingKey, readHeading, speaksOfOthers } from './heading.ts'
import type { Issue } from './issue.ts'
import type { LayoutChoice } from './layout.ts'
import {
  nameOf,
  type Proposed,
  proposeColumn,
  proposeRegion,
  type Seen,
  weightFor,
} from './propose-column.ts'
import { refuse } from './refuse.ts'

/** What the program takes a grid for, and what speaks for it. */
export type LayoutProposal = {
  readonly choice: LayoutChoice
  /** Whether it can be read so without a question. */
  readonly certain: boolean
  /** Why it is not certain, a sentence each. */
  readonly doubts: readonly string[]
  /** All columns of the grid, in their order. */
  readonly columns: readonly ProposedColumn[]
}

type ProposedColumn = {
  /** As it stands in the header; `Column 3` where it stands in none. */
  readonly name: string
  /** What speaks for or against a role, in words: what the heading says, and what the cells look like. */
  readonly reasons: readonly string[]
}

/**
 * Proposes how to read a grid: by its headings and by what is in the cells, together. Where those leave open which
 * column is meant, it is not certain, and a person is to be asked: the wrong column would reset the passwords of the
 * wrong accounts. `headerRow`: told by a person; undefined: found. Fails for a grid of which no layout makes a list.
 */
export function proposeLayout(grid: Grid, headerRow?: number): Result<LayoutProposal, Issue> {
  const { records, firstRow, name: file } = grid
  const header = headerRow === undefined ? findHeader(records) : headerRow - firstRow
  const cells = header === undefined ? [] : (records[header] ?? []).map(cleanCell)
  const rows = header === undefined ? records : records.slice(header + 1)
  const seen = seeColumns(cells, rows)
  if (isProvisioningTemplate(seen))
    return refuse('file-template-provisioning', text.check.templateProvisioning({ file }))
  const username = proposeColumn('username', seen, rows)
  const hardwareId = otherThan(username.place, proposeColumn('hardwareId', seen, rows), seen, rows)
  const missing = [
    ...(username.place === undefined ? (['username'] as const) : []),
    ...(hardwareId.place === undefined ? (['hardwareId'] as const) : []),
  ]
  if (missing.length > 0) {
    const row = firstRow + (header ?? 0)
    const first = header === undefined ? (records[0] ?? []) : cells
    return refuse(
      'header-missing-column',
      text.check.headerMissingColumn({ file, row, missing, header: first }),
    )
  }
  const region = proposeRegion(seen)
  const doubts = [...username.doubts, ...hardwareId.doubts, ...region.doubts]
  return succeed({
    choice: {
      sheet: grid.sheet,
      headerRow: header === undefined ? undefined : firstRow + header,
      columns: {
        username: username.place,
        hardwareId: hardwareId.place,
        port: undefined,
        region: region.place,
      },
    },
    certain: doubts.length === 0,
    doubts,
    columns: seen.map((column) => ({
      name: nameOf(column),
      reasons: reasonsOf(column),
    })),
  })
}

/** What is proposed for the devices, but in no case the column of the accounts, if there is another one. */
function otherThan(
  accounts: number | undefined,
  proposed: Proposed,
  seen: readonly Seen[],
  rows: Grid['records'],
): Proposed {
  if (proposed.place === undefined || proposed.place !== accounts) return proposed
  const others = seen.filter(({ place }) => place !== accounts)
  const { place } = proposeColumn('hardwareId', others, rows)
  return { ...proposed, place: place ?? accounts }
}

function reasonsOf({ heading, isOfOthers, content }: Seen): readonly string[] {
  const words = text.check.layout
  const says = isOfOthers ? [words.headingOfOthersSays] : heading ? [words.headingSays(heading.role)] : []
  return [...says, words.cellsLookLike(content)]
}

function seeColumns(header: readonly string[], rows: Grid['records']): readonly Seen[] {
  const contents = contentOf(rows)
  const width = Math.min(mostColumns, Math.max(header.length, contents.length))
  return Array.from({ length: width }, (_, place) => {
    const name = header[place] ?? ''
    return {
      place,
      name,
      heading: readHeading(name),
      isOfOthers: speaksOfOthers(name),
      content: contents[place] ?? emptyContent,
    }
  })
}

/** Teams admin center's Template_Provisioning.csv lists devices and where they stand, but no accounts. */
function isProvisioningTemplate(seen: readonly Seen[]): boolean {
  const keys = seen.map(({ name }) => headingKey(name))
  return (
    keys.includes('macid') &&
    keys.includes('location') &&
    !seen.some((column) => weightFor('username', column) > 0 || accountsIn(column.content) > 0)
  )
}
