import { type Result, succeed } from '../result.ts'
import { text } from '../text/index.ts'
import { cleanCell, isBlank } from './clean.ts'
import { kindOf, mostColumns } from './column-content.ts'
import { findContacts } from './contacts.ts'
import { isData, isPhone } from './find-header.ts'
import { withoutGuard } from './formula.ts'
import type { Grid } from './grid.ts'
import { readHeading } from './heading.ts'
import { findHeadingsBelow } from './headings-below.ts'
import type { Issue } from './issue.ts'
import type { MovedCells } from './issue-fact.ts'
import { type ColumnRole, type Layout, type LayoutChoice, layoutOf } from './layout.ts'
import { maxListRows } from './list-limit.ts'
import { findMovedCells } from './moved-cells.ts'
import { otherColumns } from './other-columns.ts'
import { portOf } from './port-number.ts'
import { refuse } from './refuse.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/**
 * Reads a grid as a phone list, by a layout that was proposed or chosen. Cells stay as typed, but for the apostrophe that
 * exports put before a formula's first character, and a port, which is put behind the hardware ID. Rows whose used cells
 * are all blank are left out, and count, unless a phone stands in their other cells. A grid of which no list can be made is
 * a failure that says why.
 */
export function readList(grid: Grid, choice: LayoutChoice): Result<Sheet, Issue> {
  const { name, records, firstRow } = grid
  const layout = layoutOf(choice)
  const headerPlace = choice.headerRow === undefined ? undefined : choice.headerRow - firstRow
  const header = headerPlace === undefined ? undefined : (records[headerPlace] ?? [])
  if (!layout) {
    const missing = (['username', 'hardwareId'] as const).filter((role) => choice.columns[role] === undefined)
    const row = choice.headerRow ?? firstRow
    const message = text.check.headerMissingColumn({
      file: name,
      row,
      missing,
      header: header ?? records[0] ?? [],
    })
    return refuse('header-missing-column', message)
  }
  const start = headerPlace === undefined ? firstPhone(records) : headerPlace + 1
  const below = start === 0 ? records : records.slice(start)
  const headings = findHeadingsBelow(below, header, layout)
  const moved = belowOtherHeadings(
    findMovedCells(below, header?.length, layout, grid.sheet !== undefined),
    headings,
    firstRow + start,
    below.length,
  )
  const portBeside = layout.port === undefined ? findPortColumn(header ?? [], below, layout) : undefined
  const hidden = new Set(grid.hiddenRows)
  const contacts = findContacts(header ?? [], below, layout)
  const rows = readRows(below, firstRow + start, layout, { moved, headings, portBeside, contacts, hidden })
  const others = otherColumns(header ?? [], below, firstRow + start, layout)
  if (rows.length === 0) return refuse('no-phones', text.check.noPhones({ file: name }))
  // Without a header there may be one too many.
  if (rows.length > maxListRows)
    return refuse(
      'too-many-rows',
      text.check.tooManyRows({ file: name, rows: rows.length, most: maxListRows }),
    )
  return succeed({
    name,
    rows,
    ...(others && { others }),
    hasRegionColumn: layout.region !== undefined,
    issues: [
      ...grid.issues,
      ...notesAbove(grid, headerPlace),
      ...notesBelow([...headings.keys()].map((place) => firstRow + start + place)),
      ...(header
        ? notesByName(header, layout)
        : notesByContent(records[start] ?? [], firstRow + start, layout)),
    ],
  })
}

/** Without a header, comments may stand above the first phone. */
function firstPhone(records: Grid['records']): number {
  const first = records.findIndex((record) => !record.every(isBlank) && !isComment(record))
  return Math.max(0, first)
}

const isComment = (record: readonly string[]): boolean =>
  /^(?:#(?![A-Z]+[!?/])|\/\/|version:)/i.test(cleanCell(record[0] ?? '')) && !isData(record)

/** What was seen in the records, most of it by their places: rows whose cells have moved, headings, the column of ports. */
type Seen = {
  readonly moved: ReadonlyMap<number, MovedCells>
  readonly headings: ReadonlyMap<number, boolean>
  readonly portBeside: number | undefined
  readonly contacts: ReadonlyMap<number, string>
  /** By their numbers. */
  readonly hidden: ReadonlySet<number>
}

/** Counts the rows below headings in another order among those whose cells have moved. `firstRow`: of the records. */
function belowOtherHeadings(
  moved: ReadonlyMap<number, MovedCells>,
  headings: ReadonlyMap<number, boolean>,
  firstRow: number,
  records: number,
): ReadonlyMap<number, MovedCells> {
  if (![...headings.values()].includes(false)) return moved
  const all = new Map(moved)
  const ends = [...headings.keys(), records].slice(1)
  for (const [index, [place, isSameOrder]] of [...headings].entries())
    for (let at = place + 1; !isSameOrder && at < (ends[index] ?? records); at++)
      all.set(at, { kind: 'headings', headings: firstRow + place })
  return all
}

function readRows(
  records: Grid['records'],
  firstRow: number,
  layout: Layout,
  { moved, headings, portBeside, contacts, hidden }: Seen,
): readonly SheetRow[] {
  const rows: SheetRow[] = []
  for (let at = 0; at < records.length; at++) {
    const record = records[at] ?? []
    const username = cellAt(record, layout.username)
    const device = cellAt(record, layout.hardwareId)
    const region = cellAt(record, layout.region)
    if (headings.has(at)) continue
    // A phone that stands in other columns is told of, so that it isn't lost.
    if (isBlank(username) && isBlank(device) && isBlank(region) && !isPhone(record)) continue
    const hardwareId = layout.port === undefined ? device : withPort(device, cellAt(record, layout.port))
    const how = moved.get(at)
    const cells = { row: firstRow + at, username, hardwareId, region }
    // One shape of object for nearly all rows.
    const contactIn = contacts.get(at)
    if (!how && portBeside === undefined && contactIn === undefined && hidden.size === 0) rows.push(cells)
    else
      rows.push({
        ...cells,
        ...(how && { moved: how }),
        ...(contactIn !== undefined && { contactIn }),
        ...portIn(cellAt(record, portBeside)),
        ...(hidden.has(cells.row) && { hidden: true }),
      })
  }
  return rows
}

/** The only column that is named like a port and has nothing but such numbers in it, and is not used. */
function findPortColumn(
  header: readonly string[],
  rows: Grid['records'],
  layout: Layout,
): number | undefined {
  const used = [layout.username, layout.hardwareId, layout.region]
  const named = header.flatMap((name, place) =>
    readHeading(name)?.role === 'port' && !used.includes(place) ? [place] : [],
  )
  const [place] = named
  if (place === undefined || named.length > 1) return undefined
  return rows.every((record) => isBlank(record[place] ?? '') || portOf(record[place] ?? '') !== undefined)
    ? place
    : undefined
}

function portIn(cell: string) {
  const port = portOf(cell)
  return port === undefined ? undefined : { port }
}

const cellAt = (record: readonly string[], place: number | undefined): string =>
  place === undefined ? '' : withoutGuard(record[place] ?? '')

/** The port as the service wants it, of three digits; anything else stays as it is typed, for the check to tell. */
function withPort(device: string, port: string): string {
  const typed = cleanCell(port)
  return typed === '' ? device : `${cleanCell(device)}:${portOf(typed) ?? typed}`
}

/** Says where the headings were found, if something else stands above them; warns if devices do, which would be lost. */
function notesAbove({ records, firstRow }: Grid, header: number | undefined): readonly Issue[] {
  if (header === undefined || records.slice(0, header).every((record) => record.every(isBlank))) return []
  const devices = records.slice(0, header).flatMap((record, place) => {
    const hasDevice = record.slice(0, mostColumns).some((cell) => kindOf(cell) === 'device')
    return hasDevice ? [firstRow + place] : []
  })
  const [rows, more] = [devices.slice(0, mostNamed), Math.max(0, devices.length - mostNamed)]
  const message = text.check.headerBelow({ row: firstRow + header, devices: { rows, more } })
  return [{ severity: devices.length > 0 ? 'warning' : 'note', code: 'header-below', message }]
}

/** So many rows are named by their numbers. A person may choose headings below 100,000 others. */
const mostNamed = 4

/** Says in which rows there are headings again. */
const notesBelow = (rows: readonly number[]): readonly Issue[] =>
  rows.length === 0
    ? []
    : [{ severity: 'note', code: 'headings-below', message: text.check.headingsBelow({ rows }) }]

function notesByName(header: readonly string[], layout: Layout): readonly Issue[] {
  const roles = (['username', 'hardwareId', 'port', 'region'] as const).filter(
    (role) => layout[role] !== undefined,
  )
  const names = header.map(cleanCell)
  const otherNames = roles.flatMap((role) => {
    const name = names[layout[role] ?? 0] ?? ''
    const heading = readHeading(name)
    return heading?.role === role && heading.weight === 5 && heading.isExact ? [] : [otherName(role, name)]
  })
  const used = roles.map((role) => layout[role])
  const unused = names.filter((name, place) => name !== '' && !used.includes(place))
  if (unused.length === 0) return otherNames
  const message = text.check.columnsUnused({ names: unused })
  return [...otherNames, { severity: 'note', code: 'column-unused', message }]
}

function otherName(role: ColumnRole, name: string): Issue {
  const message = text.check.headerOtherName({ column: role, name })
  const column = role === 'port' ? 'hardwareId' : role
  return { severity: 'note', code: 'header-other-name', column, value: name, message }
}

function notesByContent(first: readonly string[], row: number, layout: Layout): readonly Issue[] {
  const message = text.check.headerAbsent({
    row,
    username: layout.username + 1,
    hardwareId: layout.hardwareId + 1,
    region: layout.region === undefined ? undefined : layout.region + 1,
  })
  const absent: Issue = { severity: 'note', code: 'header-absent', message }
  const used = [layout.username, layout.hardwareId, layout.port, layout.region]
  const numbers = first.flatMap((cell, place) => (isBlank(cell) || used.includes(place) ? [] : [place + 1]))
  if (numbers.length === 0) return [absent]
  return [
    absent,
    { severity: 'note', code: 'column-unused', message: text.check.unnamedColumnsUnused({ numbers }) },
  ]
}
