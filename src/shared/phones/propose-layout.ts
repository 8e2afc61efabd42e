import { type Result, succeed } from '../result.ts'
import { text } from '../text/index.ts'
import { cleanCell, isBlank } from './clean.ts'
import { accountsIn, contentOf, emptyContent, mostColumns } from './column-content.ts'
import { findHeader } from './find-header.ts'
import type { Grid } from './grid.ts'
import { headingKey, readHeading, speaksOfOthers } from './heading.ts'
import type { Issue } from './issue.ts'
import type { LayoutChoice } from './layout.ts'
import { liesOnItsSide } from './lies-on-its-side.ts'
import { usualWidth } from './moved-cells.ts'
import {
  besides,
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
 * Proposes how to read a grid, from its headings and its cells together. If those leave open which column is meant, the
 * layout is not certain and a person must be asked: the wrong column would reset the passwords of the wrong accounts.
 * `headerRow`: chosen by a person; undefined: found here. Fails for a grid that no layout makes a list.
 */
export function proposeLayout(grid: Grid, headerRow?: number): Result<LayoutProposal, Issue> {
  const { records, firstRow, name: file } = grid
  if (liesOnItsSide(records)) return refuse('header-missing-column', text.check.layout.onItsSide({ file }))
  const header = headerRow === undefined ? findHeader(records) : headerRow - firstRow
  const cells = header === undefined ? [] : (records[header] ?? []).map(cleanCell)
  const rows = header === undefined ? records : records.slice(header + 1)
  const seen = seeColumns(cells, rows)
  if (isProvisioningTemplate(seen))
    return refuse('file-template-provisioning', text.check.templateProvisioning({ file }))
  const { isUnnamedAccount, isUnnamedDevice } = unnamedIn(cells, rows, grid.sheet !== undefined)
  const username = proposeColumn('username', seen, rows, isUnnamedAccount)
  const proposeDevices = (of: readonly Seen[]) => proposeColumn('hardwareId', of, rows, isUnnamedDevice)
  const hardwareId = otherThan(username.place, seen, proposeDevices)
  const places = { username: username.place, hardwareId: hardwareId.place }
  if (places.username === undefined || places.hardwareId === undefined) {
    const missing = (['username', 'hardwareId'] as const).filter((role) => places[role] === undefined)
    const shown = header ?? firstFilled(records)
    const names = header === undefined ? (records[shown] ?? []) : cells
    const said = { file, row: firstRow + shown, missing, header: names, isOneColumn: seen.length === 1 }
    return refuse('header-missing-column', text.check.headerMissingColumn(said))
  }
  const region = proposeRegion(seen)
  const found = { username: places.username, hardwareId: places.hardwareId }
  const open = [...username.doubts, ...hardwareId.doubts]
  const doubts = [...(open.length > 0 ? open : besides(seen, rows, found)), ...region.doubts]
  return succeed({
    choice: {
      sheet: grid.sheet,
      headerRow: header === undefined ? undefined : firstRow + header,
      columns: { ...found, port: undefined, region: region.place },
    },
    certain: doubts.length === 0,
    doubts,
    columns: seen.map((column) => ({
      name: nameOf(column),
      reasons: reasonsOf(column),
    })),
  })
}

/**
 * Whether a column may have another name than the header gives it: none, or that of the column beside it, where the rows
 * have another number of cells, as with a delimiter too many in each of them.
 */
function unnamedIn(header: readonly string[], rows: Grid['records'], isWorkbook: boolean) {
  // A workbook has no blank cells at the end of a row.
  const least = isWorkbook ? 0 : Number.NEGATIVE_INFINITY
  const difference = (): number => Math.max(least, usualWidth(rows, header.length) - header.length)
  const isBlank = ({ name, place }: Seen): boolean => name === '' && place < header.length
  return {
    isUnnamedAccount: (column: Seen): boolean => isBlank(column) || difference() !== 0,
    // Rows are also shorter where blank cells at their end are left out, and a telephone number may look like a device.
    isUnnamedDevice: (column: Seen): boolean => isBlank(column) || difference() > 0,
  }
}

/** What is proposed for the devices, but never the column of the accounts. */
function otherThan(
  accounts: number | undefined,
  seen: readonly Seen[],
  propose: (seen: readonly Seen[]) => Proposed,
): Proposed {
  const proposed = propose(seen)
  if (proposed.place === undefined || proposed.place !== accounts) return proposed
  return { ...proposed, place: propose(seen.filter(({ place }) => place !== accounts)).place }
}

const firstFilled = (records: Grid['records']): number =>
  Math.max(
    0,
    records.findIndex((record) => !record.every(isBlank)),
  )

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
