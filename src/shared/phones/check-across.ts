import { text } from '../text/index.ts'
import { add, addError, type FoundIssues } from './found-issues.ts'
import { isCanonicalDevice } from './hardware-id.ts'
import type { OtherRows } from './issue-fact.ts'
import type { CheckedRow } from './phone-list.ts'
import { repeats } from './repeats.ts'
import type { Sheet } from './sheet.ts'
import { accountKey } from './username.ts'

/** For the place of each row that has something in common with others: what they are. */
export type Repeats = ReadonlyMap<number, Repeated>
type Repeated = {
  /** The numbers of the first rows, and how many there are. */
  readonly first: readonly number[]
  readonly count: number
  /** What a row that is not among the first has beside it: the same for each of 100,000. */
  readonly besideLater: OtherRows
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
  return byPlace(repeats(devices), rows, (places) =>
    isOfPorts(places.map((place) => sheet.rows[place]?.port)),
  )
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
    rows,
  )

function byPlace(
  groups: readonly (readonly number[])[],
  rows: readonly CheckedRow[],
  isOfPorts: (places: readonly number[]) => boolean = () => false,
): Repeats {
  const found = new Map<number, Repeated>()
  for (const places of groups) {
    const first = places.slice(0, mostNamed + 1).map((place) => rows[place]?.row ?? 0)
    const count = places.length
    const repeated = { first, count, besideLater: namedOf(first, count), isOfPorts: isOfPorts(places) }
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
      others: otherRows(known, row.row),
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
      others: otherRows(known, row),
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

/** So many rows are named by their numbers: each of 100,000 must not name all others. */
const mostNamed = 4

function otherRows({ first, count, besideLater }: Repeated, own: number): OtherRows {
  return first.includes(own)
    ? namedOf(
        first.filter((row) => row !== own),
        count,
      )
    : besideLater
}

/** Of these others the first by number, and how many more there are; `count`: of all rows. */
function namedOf(others: readonly number[], count: number): OtherRows {
  const rows = others.slice(0, count - 1 > mostNamed ? mostNamed - 1 : mostNamed)
  return { rows, more: count - 1 - rows.length }
}
