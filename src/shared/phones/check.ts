import { parseRegion, type Region, regionNamed } from '../gateway/region.ts'
import { checkMaker } from '../site/check-makers.ts'
import { checkAccount, checkDevice, type Repeats, repeatedAccounts, repeatedDevices } from './check-across.ts'
import { checkHardwareId } from './check-hardware-id.ts'
import { checkUsername, onlyDomain } from './check-username.ts'
import { checkWarnings } from './check-warnings.ts'
import { columns } from './column.ts'
import { addError, cleanedCell, type FoundIssues } from './found-issues.ts'
import type { Issue, Severity } from './issue.ts'
import type { CheckedRow, ListInTurn, PhoneList } from './phone-list.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/**
 * Checks every row of a sheet, alone and against the others. `selected` is the region of rows that name none; without
 * it, their region stays undefined. The answer has every row, also those with errors. Pure, and fast enough to run at
 * every key press while a cell is edited.
 */
export function checkPhones(sheet: Sheet, selected: Region | undefined): PhoneList {
  const { issues, ...list } = checkInTurn(sheet, selected)
  return { ...list, issues: [...issues] }
}

/**
 * The same for who tells the issues one after another: 100,000 rows can have half a million of them, whose words together
 * would take some hundred megabytes.
 */
export function checkInTurn(sheet: Sheet, selected: Region | undefined): ListInTurn {
  const { name, others } = sheet
  const domain = onlyDomain(sheet)
  const counted: FoundIssues = { issues: undefined, errors: 0, all: 0 }
  const rows: CheckedRow[] = []
  // Of most rows there is nothing to tell, and of the others only some cells need a second look.
  const told = new Uint8Array(sheet.rows.length)
  sheet.rows.forEach((row, place) => {
    rows.push(checkRow(row, place))
  })
  const repeated: Repeats = repeatedDevices(sheet, rows)
  for (const [place] of repeated) markError(rows, place)
  const shared: Repeats = repeatedAccounts(rows)
  for (const places of [repeated.keys(), shared.keys()])
    for (const place of places) told[place] = (told[place] ?? 0) | of.others
  return { name, rows, issues: { [Symbol.iterator]: tell }, ...(others && { others }) }

  /** One object for each of 100,000 rows: what else is made for a row costs more than its check. */
  function checkRow(row: SheetRow, place: number): CheckedRow {
    const { errors, all } = counted
    const hardwareId = checkHardwareId(row, counted)
    const ofDevice = counted.all
    const username = checkUsername(row, counted, domain)
    const ofAccount = counted.all
    const region = regionOf(row, counted)
    const status = counted.errors === errors ? 'ready' : 'error'
    const checked: CheckedRow = { row: row.row, username, hardwareId, region, status }
    const ofRegion = counted.all
    // A row with something to tell is looked at again anyway, with all that it may be warned of.
    if (ofRegion === all) {
      if (status === 'ready') checkWarnings(row, checked, counted)
      checkMaker(checked, counted)
    }
    if (counted.all > all)
      told[place] =
        (ofDevice > all ? of.hardwareId : 0) |
        (ofAccount > ofDevice ? of.username : 0) |
        (ofRegion > ofAccount ? of.region : 0) |
        (status === 'ready' ? of.ready : 0)
    return checked
  }

  function regionOf(row: SheetRow, found: FoundIssues): Region | undefined {
    return sheet.hasRegionColumn ? checkRegion(row, selected, found) : selected
  }

  function* tell(): Generator<Issue> {
    yield* sheet.issues.toSorted(inFileOrder)
    for (let place = 0; place < told.length; place++) {
      const what = told[place]
      const row = sheet.rows[place]
      const checked = rows[place]
      if (!what || !row || !checked) continue
      const issues: Issue[] = []
      const found: FoundIssues = { issues, errors: 0, all: 0 }
      if (what & of.hardwareId) checkHardwareId(row, found)
      if (what & of.username) checkUsername(row, found, domain)
      if (what & of.region) regionOf(row, found)
      if (what & of.ready) checkWarnings(row, checked, found)
      checkDevice(sheet, checked, place, repeated, found)
      checkAccount(sheet, place, shared, found)
      checkMaker(checked, found)
      yield* issues.length === 1 ? issues : issues.sort(inFileOrder)
    }
  }
}

/** What there is to tell of in a row: its cells, and what it has in common with others. `ready`: its cells have no error. */
const of = { hardwareId: 1, username: 2, region: 4, ready: 8, others: 16 }

function markError(rows: CheckedRow[], place: number): void {
  const row = rows[place]
  if (row) rows[place] = { ...row, status: 'error' }
}

/** Checks the region cell of a row and answers it, or the selected region where the cell is blank. */
function checkRegion(row: SheetRow, selected: Region | undefined, found: FoundIssues): Region | undefined {
  const named = regionNamed(row.region)
  if (named) return named
  const value = cleanedCell(found, row, 'region')
  if (value === '') {
    if (!selected) addRegionMissing(row, found)
    return selected
  }
  const region = parseRegion(value)
  if (!region) addRegionInvalid(row, value, found)
  return region
}

function addRegionMissing(row: SheetRow, found: FoundIssues): void {
  addError(found, row, 'region', () => ({
    code: 'region-missing',
    fact: { says: 'regionMissing', values: { row: row.row } },
  }))
}

function addRegionInvalid(row: SheetRow, value: string, found: FoundIssues): void {
  addError(found, row, 'region', () => ({
    code: 'region-invalid',
    fact: { says: 'regionInvalid', values: { row: row.row, value } },
  }))
}

/** Orders issues as one reads a file: what is about the whole file, then by row, column and weight. */
function inFileOrder(one: Issue, other: Issue): number {
  return (
    (one.row ?? 0) - (other.row ?? 0) ||
    columnRank(one) - columnRank(other) ||
    weights[one.severity] - weights[other.severity]
  )
}

const weights: Record<Severity, number> = { error: 0, warning: 1, note: 2 }

// Of the issues about the whole file only those on one column have a place among themselves: they stay as
// they came, since sorting is stable.
const columnRank = ({ row, column }: Issue): number =>
  row === undefined || column === undefined ? -1 : columns.indexOf(column)
