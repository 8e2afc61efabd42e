import { type Result, succeed } from '../result.ts'
import { text } from '../text/index.ts'
import { cleanCell } from './clean.ts'
import { accountsIn, type ColumnContent, contentOf, mostColumns } from './column-content.ts'
import { findHeader } from './find-header.ts'
import type { Grid } from './grid.ts'
import { type HeadingMeaning, headingKey, readHeading } from './heading.ts'
import type { Issue } from './issue.ts'
import type { ColumnRole, LayoutChoice } from './layout.ts'
import { refuse } from './refuse.ts'
import { accountKey } from './username.ts'

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
  /** As it stands in the header; `Column 3` where there is none. */
  readonly name: string
  /** Whether that is a heading of the file. */
  readonly isNamed: boolean
  /** What speaks for or against a role, in words: what the heading says, and what the cells look like. */
  readonly reasons: readonly string[]
}

/** A column as far as it tells what it is. */
type Seen = {
  readonly place: number
  readonly name: string
  readonly heading: HeadingMeaning | undefined
  readonly content: ColumnContent
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
  const seen = seeColumns(cells, rows, header !== undefined)
  if (isProvisioningTemplate(seen))
    return refuse('file-template-provisioning', text.check.templateProvisioning({ file }))
  const username = propose('username', seen, rows, header !== undefined)
  const hardwareId = propose('hardwareId', seen, rows, header !== undefined)
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
    columns: seen.map(({ name, heading, content }) => ({
      name,
      isNamed: header !== undefined && name !== '',
      reasons: [
        ...(heading ? [text.check.layout.headingSays(heading.role, heading.isOfOthers)] : []),
        text.check.layout.cellsLookLike(content),
      ],
    })),
  })
}

function seeColumns(header: readonly string[], rows: Grid['records'], hasHeader: boolean): readonly Seen[] {
  const contents = contentOf(rows)
  const width = Math.min(mostColumns, Math.max(header.length, contents.length))
  return Array.from({ length: width }, (_, place) => ({
    place,
    name: hasHeader ? (header[place] ?? '') : '',
    heading: readHeading(header[place] ?? ''),
    content: contents[place] ?? {
      filled: 0,
      account: 0,
      person: 0,
      device: 0,
      guid: 0,
      region: 0,
      number: 0,
      other: 0,
    },
  }))
}

type Proposed = { readonly place: number | undefined; readonly doubts: readonly string[] }

function propose(
  role: 'username' | 'hardwareId',
  seen: readonly Seen[],
  rows: Grid['records'],
  hasHeader: boolean,
): Proposed {
  const candidates = seen
    .map((column) => ({ ...column, score: scoreOf(role, column) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score || one.place - other.place)
  const [best] = candidates
  if (!best) return { place: undefined, doubts: [] }
  const name = nameOf(best)
  const words = text.check.layout
  const doubts: string[] = []
  const named = namedFor(role, best)
  if (hasHeader && holds(role, best) > 0) {
    if (named === 0 && (role === 'username' || !isOnlyOfRole(role, best)))
      doubts.push(words.headingUnknown({ role, name }))
    else if (best.heading?.isOfOthers) doubts.push(words.headingOfOthers({ role, name }))
    else if (named === 1 && !best.heading?.isExact && role === 'hardwareId')
      doubts.push(words.headingUnknown({ role, name }))
  }
  const rivals = candidates.filter(
    (other) =>
      other.place !== best.place && isRival(role, best, other) && !isSame(rows, best.place, other.place),
  )
  if (rivals.length > 0) doubts.push(words.several({ role, names: [best, ...rivals].map(nameOf) }))
  const contrary = seen.find((other) => other.place !== best.place && isContrary(role, best, other))
  if (contrary) doubts.push(words.headingContradicted({ role, named: nameOf(contrary), chosen: name }))
  return { place: best.place, doubts }
}

/** How much speaks for a column; 0 and less: nothing does. */
function scoreOf(role: 'username' | 'hardwareId', column: Seen): number {
  const { content, heading } = column
  const byName = namedFor(role, column) * (heading?.isExact ? 20 : 15)
  if (content.filled === 0) return byName > 0 ? Math.max(1, byName - 60) : 0
  const share = holds(role, column) / content.filled
  const wrong =
    (role === 'username' ? content.guid + content.device : content.guid + accountsIn(content)) /
    content.filled
  const score = byName + (share > 0 ? 10 + 50 * share : 0) - (heading?.isOfOthers ? 40 : 0) - 100 * wrong
  // Where nothing else tells them apart, an account that does not look like a person's is likelier a phone's.
  const people = role === 'username' ? (10 * content.person) / content.filled : 0
  return share === 0 && byName === 0 ? 0 : Math.max(share > 0.5 ? 1 : 0, score - people)
}

const namedFor = (role: ColumnRole, { heading }: Seen): number =>
  heading?.role === role ? heading.weight : 0

/** How many cells look like the role. */
const holds = (role: 'username' | 'hardwareId', { content }: Seen): number =>
  role === 'username' ? accountsIn(content) : content.device

const isOnlyOfRole = (role: 'username' | 'hardwareId', column: Seen): boolean =>
  holds(role, column) >= column.content.filled * 0.9

/** Whether a column could as well be the one, so that somebody has to say which is. */
function isRival(role: 'username' | 'hardwareId', best: Seen, other: Seen): boolean {
  const held = holds(role, other)
  if (held === 0 || held * 10 < other.content.filled) return false
  // Its own name says it, whatever else is in the file.
  const weight = namedFor(role, best)
  if (weight === 5 && holds(role, best) > 0) return namedFor(role, other) === 5
  const otherWeight = namedFor(role, other)
  if (best.heading?.isOfOthers) return true
  if (other.heading?.isOfOthers) return weight < (best.heading?.isExact ? 3 : 4)
  if (weight === 4) return best.heading?.isExact ? otherWeight === 4 : otherWeight >= 3
  return weight < 3 || !best.heading?.isExact || otherWeight >= 2
}

/** Whether a column's name says that it is the one, although another is taken for it. */
function isContrary(role: 'username' | 'hardwareId', best: Seen, other: Seen): boolean {
  if (!other.heading?.isExact || other.content.filled === 0 || holds(role, other) > 0) return false
  const weight = namedFor(role, other)
  if (weight === 5) return true
  return role === 'hardwareId' && weight === 2 && !best.heading?.isExact && other.content.guid > 0
}

/** Whether two columns say the same in every row, so that it does not matter which one is taken. */
function isSame(rows: Grid['records'], one: number, other: number): boolean {
  return rows.every(
    (record) => accountKey(cleanCell(record[one] ?? '')) === accountKey(cleanCell(record[other] ?? '')),
  )
}

function proposeRegion(seen: readonly Seen[]): Proposed {
  const named = seen
    .filter((column) => namedFor('region', column) > 0)
    .toSorted((one, other) => namedFor('region', other) - namedFor('region', one))
  const isHeaderless = seen.every(({ name }) => name === '')
  const [best, second] = isHeaderless ? seen.filter(({ content }) => content.region > 0) : named
  if (!best) return { place: undefined, doubts: [] }
  const words = text.check.layout
  const { filled, region } = best.content
  if (filled > 0 && region * 2 < filled)
    return { place: undefined, doubts: [words.notRegions({ name: nameOf(best) })] }
  const isOpen = !isHeaderless && second && namedFor('region', second) === namedFor('region', best)
  return {
    place: best.place,
    doubts: isOpen ? [words.several({ role: 'region', names: [nameOf(best), nameOf(second)] })] : [],
  }
}

/** Teams admin center's Template_Provisioning.csv lists devices and where they stand, but no accounts. */
function isProvisioningTemplate(seen: readonly Seen[]): boolean {
  const keys = seen.map(({ name }) => headingKey(name))
  return (
    keys.includes('macid') &&
    keys.includes('location') &&
    !seen.some((column) => namedFor('username', column) > 0 || accountsIn(column.content) > 0)
  )
}

const nameOf = ({ name, place }: Seen): string => name || text.check.layout.columnNumber(place + 1)
