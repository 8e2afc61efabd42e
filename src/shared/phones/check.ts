import { parseRegion, type Region, regions } from '../gateway/region.ts'
import { checkMakers } from '../site/check-makers.ts'
import { text } from '../text/index.ts'
import { checkAccounts, checkDevices } from './check-across.ts'
import { checkHardwareId } from './check-hardware-id.ts'
import { columns } from './column.ts'
import { addError, cleanedCell, type FoundIssues } from './found-issues.ts'
import type { Issue, Severity } from './issue.ts'
import type { CheckedRow, PhoneList } from './phone-list.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { isUsername, usernameProblem } from './username.ts'

/**
 * Checks every row of a sheet, by itself and against the others. `selected` is the region of the rows that
 * name none; without it such a row's region stays undefined. Every row is in the answer, those with errors
 * too. Pure, and quick enough to run at every key press while a cell is edited.
 */
export function checkPhones(sheet: Sheet, selected: Region | undefined): PhoneList {
  const found: FoundIssues = { issues: [...sheet.issues], errors: 0 }
  const rows: CheckedRow[] = []
  const devices: (string | undefined)[] = []
  for (const row of sheet.rows) {
    const errors = found.errors
    const hardwareId = checkHardwareId(row, found)
    devices.push(found.errors === errors ? hardwareId : undefined)
    const username = checkUsername(row, found)
    const region = sheet.hasRegionColumn ? checkRegion(row, selected, found) : selected
    const status = found.errors === errors ? 'ready' : 'error'
    rows.push({ row: row.row, username, hardwareId, region, status })
  }
  checkDevices(sheet, devices, rows, found)
  checkAccounts(sheet, rows, found)
  checkMakers(rows, found)
  return { name: sheet.name, rows, issues: found.issues.sort(inFileOrder) }
}

/** Checks the region cell of a row and answers it, or the selected region where the cell is blank. */
function checkRegion(row: SheetRow, selected: Region | undefined, found: FoundIssues): Region | undefined {
  const typed = regions.find((region) => region === row.region)
  if (typed) return typed
  const value = cleanedCell(found, row, 'region')
  if (value === '') {
    if (!selected) {
      const message = text.check.regionMissing({ row: row.row })
      addError(found, row, 'region', { code: 'region-missing', message })
    }
    return selected
  }
  const region = parseRegion(value)
  if (!region) {
    const message = text.check.regionInvalid({ row: row.row, value })
    addError(found, row, 'region', { code: 'region-invalid', message })
  }
  return region
}

/** Checks a row's username and answers it, cleaned where need be. */
function checkUsername(row: SheetRow, found: FoundIssues): string {
  if (row.moved) {
    const message = text.check.cellsMoved({ row: row.row, value: row.username, ...row.moved })
    addError(found, row, 'username', { code: 'cells-moved', message })
  }
  // What is valid as typed has nothing to clean: nearly all cells end here.
  if (isUsername(row.username)) return row.username
  const username = cleanedCell(found, row, 'username')
  if (username === '') {
    const message = text.check.usernameMissing({ row: row.row })
    addError(found, row, 'username', { code: 'username-missing', message })
    return username
  }
  const problem = usernameProblem(username)
  if (problem === undefined) return username
  const fix = withoutScheme(username)
  const message = text.check.usernameInvalid({ row: row.row, value: username, problem, fix })
  addError(found, row, 'username', { code: 'username-invalid', message, ...(fix && { fix }) })
  return username
}

/** Exports and mail programs write an address as a `sip:` or `mailto:` link. */
function withoutScheme(username: string): string | undefined {
  const address = /^(?:sip|smtp|mailto):(.*)$/i.exec(username)?.[1]
  return address !== undefined && isUsername(address) ? address : undefined
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
