import { text } from '../text/index.ts'
import { add, addError, type FoundIssues } from './found-issues.ts'
import { isCanonicalDevice } from './hardware-id.ts'
import type { OtherRows } from './issue-fact.ts'
import type { CheckedRow } from './phone-list.ts'
import { repeats } from './repeats.ts'
import type { Sheet } from './sheet.ts'
import { accountKey } from './username.ts'

/** For the place of each row that has something in common with others: the places of them all. */
export type Repeats = ReadonlyMap<number, Repeated>
type Repeated = {
  readonly places: readonly number[]
  /** Whether each of the rows has a port of its own beside the device, which so is an adapter. */
  readonly isOfPorts: boolean
}

/**
 * Finds the devices that stand in several rows: which of the accounts such a phone belongs to only its owner knows. Rows
 * with other errors count.
 */
export function repeatedDevices(sheet: Sheet, rows: readonly CheckedRow[]): Repeats {
  const devices = rows.map(({ hardwareId, status }) =>
    status === 'ready' || isCanonicalDevice(hardwareId) ? hardwareId : undefined,
  )
  return byPlace(repeats(devices), (places) => isOfPorts(places.map((place) => sheet.rows[place]?.port)))
}

/**
 * Finds the accounts that would be signed in on several devices. Only rows that are ready count: the others
 * are not signed in, and their cells are going to change.
 */
export const repeatedAccounts = (rows: readonly CheckedRow[]): Repeats =>
  byPlace(
    repeats(
      rows.map(({ status, username }) => (status === 'ready' ? username : undefined)),
      accountKey,
    ),
  )

function byPlace(
  groups: readonly (readonly number[])[],
  isOfPorts: (places: readonly number[]) => boolean = () => false,
): Repeats {
  const found = new Map<number, Repeated>()
  for (const places of groups) {
    const repeated = { places, isOfPorts: isOfPorts(places) }
    for (const place of places) found.set(place, repeated)
  }
  return found
}

const isOfPorts = (ports: readonly (string | undefined)[]): boolean =>
  ports.every((port) => port !== undefined) && new Set(ports).size === ports.length

/** Says of a row that its device stands in others too. */
export function checkDevice(
  sheet: Sheet,
  { hardwareId }: CheckedRow,
  place: number,
  repeated: Repeats,
  found: FoundIssues,
): void {
  const row = sheet.rows[place]
  const known = repeated.get(place)
  if (!row || !known) return
  addError(found, row, 'hardwareId', () => {
    const fix = known.isOfPorts ? `${hardwareId}:${row.port}` : undefined
    const values = {
      row: row.row,
      value: row.hardwareId,
      device: hardwareId,
      others: otherRows(sheet, known.places, place),
      fix,
    }
    return {
      ...{ code: 'device-twice', fact: { says: 'deviceTwice', values } },
      ...(fix !== undefined && { fix, fixKind: 'port-column' }),
    }
  })
}

/** Warns of a row whose account would be signed in on other devices too. */
export function checkAccount(sheet: Sheet, place: number, shared: Repeats, found: FoundIssues): void {
  const typed = sheet.rows[place]
  const known = shared.get(place)
  if (!typed || !known) return
  add(found, () => {
    const { row, username: value } = typed
    const message = text.check.accountOnSeveralDevices({
      ...{ row, value },
      others: otherRows(sheet, known.places, place),
    })
    return {
      severity: 'warning',
      code: 'account-on-several-devices',
      row,
      column: 'username',
      value,
      message,
    }
  })
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
