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
  const check = (row: SheetRow, found: FoundIssues): CheckedRow =>
    checkRow(row, selected, found, domain, sheet)
  const counted: FoundIssues = { issues: undefined, errors: 0, all: 0 }
  const rows: CheckedRow[] = []
  // Most rows have nothing to be told of, and are looked at once.
  const hasIssues = new Uint8Array(sheet.rows.length)
  sheet.rows.forEach((row, place) => {
    const all = counted.all
    const checked = check(row, counted)
    rows.push(checked)
    checkMaker(checked, counted)
    if (counted.all > all) hasIssues[place] = 1
  })
  const repeated: Repeats = repeatedDevices(sheet, rows)
  for (const [place] of repeated) markError(rows, place)
  const shared: Repeats = repeatedAccounts(rows)
  for (const [place] of [...repeated, ...shared]) hasIssues[place] = 1
  return { name, rows, issues: { [Symbol.iterator]: tell }, ...(others && { others }) }

  function* tell(): Generator<Issue> {
    yield* sheet.issues.toSorted(inFileOrder)
    for (let place = hasIssues.indexOf(1); place >= 0; place = hasIssues.indexOf(1, place + 1)) {
      const row = sheet.rows[place]
      const checked = rows[place]
      if (!row || !checked) continue
      const issues: Issue[] = []
      const found: FoundIssues = { issues, errors: 0, all: 0 }
      check(row, found)
      checkDevice(sheet, checked, place, repeated, found)
      checkAccount(sheet, place, shared, found)
      checkMaker(checked, found)
      yield* issues.length === 1 ? issues : issues.sort(inFileOrder)
    }
  }
}

/** One object for each of 100,000 rows: what else is made for a row costs more than its check. */
function checkRow(
  row: SheetRow,
  selected: Region | undefined,
  found: FoundIssues,
  domain: () => string | undefined,
  { hasRegionColumn }: Sheet,
): CheckedRow {
  const { errors } = found
  const hardwareId = checkHardwareId(row, found)
  const username = checkUsername(row, found, domain)
  const region = hasRegionColumn ? checkRegion(row, selected, found) : selected
  const status = found.errors === errors ? 'ready' : 'error'
  const checked: CheckedRow = { row: row.row, username, hardwareId, region, status }
  if (status === 'ready') checkWarnings(row, checked, found)
  return checked
}

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
