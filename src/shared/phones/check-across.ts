import { text } from '../text/index.ts'
import { addError, type FoundIssues } from './found-issues.ts'
import type { OtherRows } from './issue-fact.ts'
import type { CheckedRow } from './phone-list.ts'
import { repeats } from './repeats.ts'
import type { Sheet } from './sheet.ts'
import { accountKey } from './username.ts'

/**
 * Finds the devices (canonical, undefined where a row has none) that stand in several rows, and marks those
 * rows: which of the accounts such a phone belongs to only its owner knows. Rows with other errors count.
 */
export function checkDevices(
  sheet: Sheet,
  devices: readonly (string | undefined)[],
  rows: CheckedRow[],
  found: FoundIssues,
): void {
  for (const places of repeats(devices)) {
    const hasPorts = isOfPorts(places.map((place) => sheet.rows[place]?.port))
    for (const place of places) {
      const row = sheet.rows[place]
      const checked = rows[place]
      if (!row || !checked) continue
      const fix = hasPorts ? `${checked.hardwareId}:${row.port}` : undefined
      const values = {
        row: row.row,
        value: row.hardwareId,
        device: checked.hardwareId,
        others: otherRows(sheet, places, place),
        fix,
      }
      addError(found, row, 'hardwareId', {
        ...{ code: 'device-twice', fact: { says: 'deviceTwice', values } },
        ...(fix !== undefined && { fix, fixKind: 'port-column' }),
      })
      rows[place] = { ...checked, status: 'error' }
    }
  }
}

/** Whether each of the rows has a port of its own beside the device, which so is an adapter. */
const isOfPorts = (ports: readonly (string | undefined)[]): boolean =>
  ports.every((port) => port !== undefined) && new Set(ports).size === ports.length

/**
 * Warns of accounts that would be signed in on several devices. Only rows that are ready count: the others
 * are not signed in, and their cells are going to change.
 */
export function checkAccounts(sheet: Sheet, rows: readonly CheckedRow[], found: FoundIssues): void {
  const accounts = rows.map(({ status, username }) => (status === 'ready' ? accountKey(username) : undefined))
  for (const places of repeats(accounts)) {
    for (const place of places) {
      const typed = sheet.rows[place]
      if (!typed) continue
      const { row, username: value } = typed
      const others = otherRows(sheet, places, place)
      found.issues.push({
        severity: 'warning',
        code: 'account-on-several-devices',
        row,
        column: 'username',
        value,
        message: text.check.accountOnSeveralDevices({ row, value, others }),
      })
    }
  }
}

/** At most four by number: each of 100,000 rows must not name all others. */
function otherRows(sheet: Sheet, places: readonly number[], own: number): OtherRows {
  const others = places.length - 1
  const named = others > 4 ? 3 : others
  const rows = places
    .slice(0, named + 1)
    .filter((place) => place !== own)
    .slice(0, named)
    .map((place) => sheet.rows[place]?.row ?? 0)
  return { rows, more: others - rows.length }
}
