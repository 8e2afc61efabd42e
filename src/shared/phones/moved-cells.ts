import { cleanCell, isBlank } from './clean.ts'
import { isPhone } from './find-header.ts'
import { withoutGuard } from './formula.ts'
import { readHardwareId } from './hardware-id.ts'
import type { MovedCells } from './issue-fact.ts'
import type { Layout } from './layout.ts'
import { type Expected, firstMisfit, type Kind } from './misfit.ts'
import { repairHardwareId } from './repair-hardware-id.ts'
import { repairUsername } from './repair-username.ts'
import { isSameCell } from './same-cell.ts'
import { isUsername } from './username.ts'

type Records = readonly (readonly string[])[]

/**
 * Finds the rows that may have another column's account or device in the place of theirs, because cells have moved: a name
 * such as `Doe, John` was written without quotation marks, or a cell was left out. This can only happen in a list with
 * other accounts or devices in unused columns. In any other list, a row that has moved isn't a valid phone anyway.
 *
 * Also finds the rows with other rows in a cell (a missing quotation mark): their account and device may come from
 * different rows.
 *
 * `records`: all rows below the header, blank ones too. `header`: its number of cells; undefined if there is none.
 * `isWorkbook`: each cell says in which column it is, so the number of a row's cells shows nothing but blank ones at its end.
 * The keys of the answer are places among the records.
 *
 * Content can't tell everything: not that a contact took the place of an account that was left out, if most rows leave out
 * their last cells; nor that an extra account took the place of a blank cell.
 */
export function findMovedCells(
  records: Records,
  header: number | undefined,
  layout: Layout,
  isWorkbook = false,
): ReadonlyMap<number, MovedCells> {
  const used = usedPlaces(layout)
  if (!hasUnusedCells(records, header, used)) return new Map()
  const usual = isWorkbook ? 0 : usualWidth(records, header)
  const width = isWorkbook ? mostColumns : Math.max(usual, header ?? 0)
  // A delimiter in a used cell makes that cell invalid, and one behind the last used column moves no used cell.
  const lastUsed = Math.max(...used)
  const hasUnusedBefore = lastUsed >= used.length
  const isLong = (record: readonly string[]): boolean =>
    hasUnusedBefore && record.length > width && !record.slice(width).every(isBlank)
  // A second phone in the row would be lost.
  const hasSecond = (record: readonly string[]): boolean =>
    header !== undefined && record.length > header && isPhone(record.slice(header))
  const ofAll = countKinds(records, used)
  const hasOthers =
    [...ofAll.values()].some(isOfAccountsOrDevices) && records.some((record) => hasOther(record, layout))
  // Rows of another width may have moved, so they don't show what a column holds.
  const counts = !hasOthers || records.every(isSound) ? ofAll : countKinds(records.filter(isSound), used)
  const isMixedUp = [...counts.values()].some(holdsAccountsOrDevices)
  const isUniform = [...counts.values()].every(isOfOneKind)
  const moved = new Map<number, MovedCells>()
  records.forEach((record, place) => {
    const how = howMoved(record)
    if (how && hasAccount(record, layout)) moved.set(place, how)
  })
  return moved

  function isSound({ length }: readonly string[]): boolean {
    return isWorkbook || length === usual || length === header
  }

  function howMoved(record: readonly string[]): MovedCells | undefined {
    const cells = record.length
    const swallowing = record.findIndex((cell, place) => !used.includes(place) && hasRows(cell))
    if (swallowing >= 0) return inColumn('swallowed', record, swallowing)
    if (isLong(record) || hasSecond(record)) return { kind: 'long', cells, columns: usual || (header ?? 0) }
    if (!hasOthers) return undefined
    if (isMixedUp && !isWorkbook && cells !== usual)
      return { kind: cells < usual ? 'short' : 'long', cells, columns: usual }
    // A second look at each cell takes time, and most lists don't need one.
    if (isUniform && isSound(record)) return undefined
    const kinds = record.slice(0, mostColumns).map(kindOf)
    const expected = (at: number, own: Kind): Expected => {
      if (at === layout.username) return 'account'
      if (at === layout.hardwareId) return 'device'
      return used.includes(at)
        ? 'other'
        : heldByOthers(counts.get(at), isSound(record) ? own : 'blank', records.length)
    }
    const column = firstMisfit(kinds, layout, lastUsed, expected)
    return column === undefined ? undefined : inColumn('shifted', record, column)
  }
}

const inColumn = (kind: 'shifted' | 'swallowed', record: readonly string[], place: number): MovedCells => ({
  kind,
  column: place + 1,
  cell: (record[place] ?? '').slice(0, longestShown),
})

/** `a@b.cd` and twelve digits on two lines. Most cells are shorter, and needn't be searched. */
const shortestRows = 19

/** Whether a cell of several lines has both an account and a device in them, as rows of the list have. */
function hasRows(cell: string): boolean {
  if (cell.length < shortestRows || !cell.includes('\n')) return false
  const kinds = new Set(cell.split(/[\n,;\t|]/).map(kindOf))
  return kinds.has('account') && kinds.has('device')
}

/** How many characters of a cell a message gets: an unused cell may hold a whole document. */
const longestShown = 100

type Counts = { filled: number; accounts: number; devices: number }

/** No list has so many columns; a file that was made to be wide must cost neither time nor memory. */
const mostColumns = 1_000

function kindOf(cell: string): Kind {
  if (isUsername(cell)) return 'account'
  if (isBlank(cell)) return 'blank'
  const read = cleanCell(withoutGuard(cell))
  // Accepting a fix would make it an account.
  if (read.includes('@')) return isUsername(read) || repairUsername(read, noDomain) ? 'account' : 'other'
  // A quick test by length and digits: nearly all other cells are neither.
  if (read.length < 9 || read.length > 40 || !likeDevice.test(read)) return 'other'
  const { kind } = readHardwareId(read)
  if (kind === 'device' || kind === 'reserved' || kind === 'port-invalid') return 'device'
  return repairHardwareId(read) ? 'device' : 'other'
}

const usedPlaces = ({ username, hardwareId, port, region }: Layout): readonly number[] =>
  [username, hardwareId, port, region].filter((place) => place !== undefined)

/** Whether a row, or the header, has a cell in a place that is not used. */
function hasUnusedCells(records: Records, header: number | undefined, used: readonly number[]): boolean {
  let width = header ?? 0
  for (const { length } of records) if (length > width) width = length
  return width > used.length || used.some((place) => place >= width)
}

const noDomain = () => undefined

/** The contents of the unused columns, by their place. */
function countKinds(records: Records, used: readonly number[]): ReadonlyMap<number, Counts> {
  const counts = new Map<number, Counts>()
  for (const record of records)
    for (let place = 0; place < Math.min(record.length, mostColumns); place++) {
      const kind = used.includes(place) ? 'blank' : kindOf(record[place] ?? '')
      if (kind === 'blank') continue
      const of = counts.get(place) ?? { filled: 0, accounts: 0, devices: 0 }
      counts.set(place, of)
      of.filled++
      if (kind === 'account') of.accounts++
      if (kind === 'device') of.devices++
    }
  return counts
}

/**
 * Whether a row has an account or a device beside its own. Its own once more, as the serial numbers of some makers are, can't
 * be taken for another phone's.
 */
function hasOther(record: readonly string[], layout: Layout): boolean {
  const own: Partial<Record<Kind, number>> = { account: layout.username, device: layout.hardwareId }
  const used = usedPlaces(layout)
  return record.slice(0, mostColumns).some((cell, place) => {
    const ownPlace = used.includes(place) ? undefined : own[kindOf(cell)]
    return ownPlace !== undefined && !isSameCell(cell, record[ownPlace] ?? '')
  })
}

const isOfAccountsOrDevices = ({ accounts, devices }: Counts): boolean => accounts + devices > 0

/** Whether all filled cells of a column are of one kind, in more than one row. */
const isOfOneKind = ({ accounts, devices, filled }: Counts): boolean =>
  accounts + devices === 0 || (filled > 1 && (accounts === filled || devices === filled))

/** Whether a column holds accounts or devices, and not just one by chance. */
const holdsAccountsOrDevices = ({ accounts, devices, filled }: Counts): boolean =>
  accounts + devices >= 2 || (accounts + devices > 0 && (accounts + devices) * 10 >= filled)

/** The number of cells that most rows have, including the header. A tie goes to the header's number, then to the larger. */
export function usualWidth(records: Records, header: number | undefined): number {
  const rows = new Map<number, number>(header === undefined ? [] : [[header, 1]])
  for (const record of records)
    if (!record.every(isBlank)) rows.set(record.length, (rows.get(record.length) ?? 0) + 1)
  const [usual] = [...rows].toSorted(
    ([one, a], [other, b]) => b - a || Number(other === header) - Number(one === header) || other - one,
  )
  return usual?.[0] ?? 0
}

/** Rows with a wrong or missing device count too: once somebody corrects the device, the account could be another row's. */
const hasAccount = (record: readonly string[], { username }: Layout): boolean =>
  kindOf(record[username] ?? '') === 'account'

/** Six digits in a row or in groups: no word has them. */
const likeDevice = /(?:[0-9a-foli][^a-z0-9]{0,3}){6}/i

/**
 * What the other sound rows hold in an unused column. `own`: the kind of this row's cell, which doesn't count. One or two
 * cells of a column that is blank in most `rows` don't show that words are wrong there.
 */
function heldByOthers(of: Counts | undefined, own: Kind, rows: number): Expected {
  const others = (of?.filled ?? 0) - Number(own !== 'blank')
  if (!of || others <= 0) return 'nothing'
  if (own === 'other' && others <= 2 && others * 2 < rows - 1) return 'any'
  const accounts = of.accounts - Number(own === 'account')
  const devices = of.devices - Number(own === 'device')
  if (accounts * 2 > others) return 'account'
  if (devices * 2 > others) return 'device'
  return (own === 'account' && accounts > 0) || (own === 'device' && devices > 0) ? 'any' : 'other'
}
