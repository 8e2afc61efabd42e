import { isRegion, parseRegion, type Region } from '../gateway/region.ts'
import { checkMakers } from '../site/check-makers.ts'
import { checkAccounts, checkDevices } from './check-across.ts'
import { checkHardwareId } from './check-hardware-id.ts'
import { checkWarnings } from './check-warnings.ts'
import { cleanCell } from './clean.ts'
import { columns } from './column.ts'
import { addError, cleanedCell, type FoundIssues } from './found-issues.ts'
import type { Issue, Severity } from './issue.ts'
import type { CheckedRow, PhoneList } from './phone-list.ts'
import { repairUsername } from './repair-username.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { accountKey, isUsername, usernameProblem } from './username.ts'

/**
 * Checks every row of a sheet, by itself and against the others. `selected` is the region of the rows that
 * name none; without it such a row's region stays undefined. Every row is in the answer, those with errors
 * too. Pure, and quick enough to run at every key press while a cell is edited.
 */
export function checkPhones(sheet: Sheet, selected: Region | undefined): PhoneList {
  const found: FoundIssues = { issues: [...sheet.issues], errors: 0 }
  const rows: CheckedRow[] = []
  const devices: (string | undefined)[] = []
  const domain = onlyDomain(sheet)
  for (const row of sheet.rows) {
    const errors = found.errors
    const hardwareId = checkHardwareId(row, found)
    devices.push(found.errors === errors ? hardwareId : undefined)
    const username = checkUsername(row, found, domain)
    const region = sheet.hasRegionColumn ? checkRegion(row, selected, found) : selected
    const status = found.errors === errors ? 'ready' : 'error'
    const checked: CheckedRow = { row: row.row, username, hardwareId, region, status }
    if (status === 'ready') checkWarnings(row, checked, found)
    rows.push(checked)
  }
  checkDevices(sheet, devices, rows, found)
  checkAccounts(sheet, rows, found)
  checkMakers(rows, found)
  const { name, others } = sheet
  return { name, rows, issues: found.issues.sort(inFileOrder), ...(others && { others }) }
}

/** Checks the region cell of a row and answers it, or the selected region where the cell is blank. */
function checkRegion(row: SheetRow, selected: Region | undefined, found: FoundIssues): Region | undefined {
  if (isRegion(row.region)) return row.region
  const value = cleanedCell(found, row, 'region')
  if (value === '') {
    if (!selected) {
      const fact = { says: 'regionMissing', values: { row: row.row } } as const
      addError(found, row, 'region', { code: 'region-missing', fact })
    }
    return selected
  }
  const region = parseRegion(value)
  if (!region) {
    const fact = { says: 'regionInvalid', values: { row: row.row, value } } as const
    addError(found, row, 'region', { code: 'region-invalid', fact })
  }
  return region
}

/** Checks a row's username and answers it, cleaned where need be. */
function checkUsername(row: SheetRow, found: FoundIssues, domain: () => string | undefined): string {
  if (row.moved) {
    const values = { row: row.row, value: row.username, ...row.moved }
    addError(found, row, 'username', { code: 'cells-moved', fact: { says: 'cellsMoved', values } })
  }
  // What is valid as typed has nothing to clean: nearly all cells end here.
  if (isUsername(row.username) && !row.username.startsWith("'")) return row.username
  const username = cleanedCell(found, row, 'username')
  if (username === '') {
    const fact = { says: 'usernameMissing', values: { row: row.row } } as const
    addError(found, row, 'username', { code: 'username-missing', fact })
    return username
  }
  const problem = usernameProblem(username)
  if (problem === undefined) return username
  // Taking a fix would confirm an account that may be another row's.
  const repair = row.moved ? undefined : repairUsername(username, domain)
  const { fix, lookalike } = repair ?? {}
  const values = { row: row.row, value: username, problem, fix, lookalike }
  addError(found, row, 'username', {
    ...{ code: 'username-invalid', fact: { says: 'usernameInvalid', values }, detail: problem.kind },
    ...(repair && { fix: repair.fix, fixKind: repair.kind }),
  })
  return username
}

/** The domain of all usernames of a sheet, worked out once it is asked for; undefined where they do not agree. */
function onlyDomain({ rows }: Sheet): () => string | undefined {
  let answer: { readonly domain: string | undefined } | undefined
  return () => {
    if (!answer) {
      const usernames = rows.map(({ username }) => cleanCell(username)).filter(isUsername)
      const domains = new Set(usernames.map((username) => accountKey(username).replace(/^.*@/, '')))
      const [domain] = domains
      answer = { domain: domains.size === 1 ? domain : undefined }
    }
    return answer.domain
  }
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
