import { cleanCell, isBlank } from './clean.ts'
import { withoutGuard } from './formula.ts'
import { readHardwareId } from './hardware-id.ts'
import type { MovedCells } from './issue-fact.ts'
import type { Layout } from './layout.ts'
import { repairHardwareId } from './repair-hardware-id.ts'
import { repairUsername } from './repair-username.ts'
import { isUsername } from './username.ts'

type Records = readonly (readonly string[])[]

/**
 * Finds the rows that may have another column's account or device in the place of theirs, because cells have moved: a name
 * such as `Doe, John` was written without quotation marks, or a cell was left out. This can only happen in a list with
 * accounts or devices in unused columns. In any other list, a row that has moved isn't a valid phone anyway.
 *
 * Also finds the rows with other rows in a cell (a missing quotation mark): their account and device may come from
 * different rows.
 *
 * `records`: all rows below the header, blank ones too. `header`: its number of cells; undefined if there is none. The keys
 * of the answer are places among the records.
 *
 * Content can't tell everything: not that a contact took the place of an account that was left out, if most rows leave out
 * their last cells; nor that an extra account took the place of a blank cell.
 */
export function findMovedCells(
  records: Records,
  header: number | undefined,
  layout: Layout,
): ReadonlyMap<number, MovedCells> {
  const used = usedPlaces(layout)
  if (!hasUnusedCells(records, header, used)) return new Map()
  const usual = usualWidth(records, header)
  const width = Math.max(usual, header ?? 0)
  // A delimiter in a used cell makes that cell invalid, and one behind the last used column moves no used cell.
  const lastUsed = Math.max(...used)
  const hasUnusedBefore = lastUsed >= used.length
  const isLong = (record: readonly string[]): boolean =>
    hasUnusedBefore && record.length > width && !record.slice(width).every(isBlank)
  const ofAll = countKinds(records, used)
  const hasOthers = [...ofAll.values()].some(isOfAccountsOrDevices)
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
    return length === usual || length === header
  }

  function howMoved(record: readonly string[]): MovedCells | undefined {
    const cells = record.length
    const swallowing = record.findIndex((cell, place) => !used.includes(place) && hasRows(cell))
    if (swallowing >= 0) return inColumn('swallowed', record, swallowing)
    if (isLong(record) || (isMixedUp && cells > usual)) return { kind: 'long', cells, columns: usual }
    if (!hasOthers) return undefined
    if (isMixedUp && cells < usual) return { kind: 'short', cells, columns: usual }
    // A second look at each cell takes time, and most lists don't need one.
    if (isUniform && isSound(record)) return undefined
    const column = firstMisfit(record, layout, { lastUsed, width }, (at, own) => {
      if (at === layout.username) return 'account'
      if (at === layout.hardwareId) return 'device'
      return used.includes(at) ? 'other' : heldByOthers(counts.get(at), isSound(record) ? own : 'blank')
    })
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

/** What a cell looks like, as far as that distinguishes columns. */
type Kind = 'blank' | 'account' | 'device' | 'other'
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
 * The first place at which a row doesn't fit the other rows, if it would fit them better with a cell removed or a blank one
 * inserted, at the latest in the last used column. Undefined if the row fits best as it is. `width`: the most cells that a
 * row had before any moved. `expected`: what the other rows hold at a place.
 */
function firstMisfit(
  record: readonly string[],
  { username, hardwareId }: Layout,
  { lastUsed, width }: { readonly lastUsed: number; readonly width: number },
  expected: (place: number, own: Kind) => Expected,
): number | undefined {
  const kinds = record.slice(0, mostColumns).map(kindOf)
  const fits = (from: number, place: number): boolean => {
    const kind = kinds[from] ?? 'blank'
    if (kind !== 'blank' && place > from && place >= width) return false
    const wanted = expected(place, kinds[place] ?? 'blank')
    return (
      kind === 'blank' || kind === wanted || wanted === 'any' || (kind === 'other' && wanted === 'nothing')
    )
  }
  const misfits = kinds.map((_, place) => !fits(place, place))
  const first = misfits.indexOf(true)
  if (first < 0) return undefined
  const asItIs = countBehind(kinds, (place) => misfits[place] === true)
  const removed = countBehind(kinds, (place) => !fits(place, place - 1))
  const inserted = countBehind(kinds, (place) => !fits(place, place + 1))
  // In a column that is blank in all other rows, an account may be right: it is no sign of an extra cell.
  const shown = countBehind(
    kinds,
    (place) => misfits[place] === true && expected(place, kinds[place] ?? 'blank') !== 'nothing',
  )
  const mayBeExtra = (place: number): boolean =>
    kinds[place] === 'blank' || kinds[place] === 'other' || at(shown, place) > 0
  for (let place = 0; place <= lastUsed && place < kinds.length; place++) {
    const now = at(asItIs, place)
    if (mayBeExtra(place) && at(removed, place + 1) < now) return first
    if (at(inserted, place) < now) return first
  }
  return mayHaveMoved(username, 'account') || mayHaveMoved(hardwareId, 'device') ? first : undefined

  /**
   * Whether the row fits better if only a block of cells moves by one and a cell of this kind comes to `target`, the place
   * of the username or of the hardware ID. Behind the block, a blank cell is removed or inserted in turn.
   */
  function mayHaveMoved(target: number, kind: Kind): boolean {
    const behind = kinds.flatMap((_, place) => (place > target ? [place] : []))
    if (kinds[target - 1] === kind) {
      const blanks = behind.filter((place) => kinds[place] === 'blank')
      const rest = Math.min(...blanks.map((place) => at(asItIs, place + 1) - at(inserted, place)))
      if (kinds.some((_, from) => from < target && at(inserted, from) + rest < at(asItIs, from))) return true
    }
    if (kinds[target + 1] !== kind) return false
    const rest = Math.min(...behind.map((place) => at(asItIs, place + 1) - at(removed, place + 1)))
    return kinds.some(
      (_, from) => from <= target && mayBeExtra(from) && at(removed, from + 1) + rest < at(asItIs, from),
    )
  }
}

const at = (counts: readonly number[], place: number): number => counts[place] ?? 0

/** The kind of cell that the other rows hold in a column; `any` if they differ. */
type Expected = Exclude<Kind, 'blank'> | 'nothing' | 'any'

/** What the other sound rows hold in an unused column. `own`: the kind of this row's cell, which doesn't count. */
function heldByOthers(of: Counts | undefined, own: Kind): Expected {
  const others = (of?.filled ?? 0) - Number(own !== 'blank')
  if (!of || others <= 0) return 'nothing'
  const accounts = of.accounts - Number(own === 'account')
  const devices = of.devices - Number(own === 'device')
  if (accounts * 2 >= others) return 'account'
  if (devices * 2 >= others) return 'device'
  return (own === 'account' && accounts > 0) || (own === 'device' && devices > 0) ? 'any' : 'other'
}

/** For each place how many cells from there on are so. */
function countBehind(kinds: readonly Kind[], isSo: (place: number) => boolean): readonly number[] {
  const behind = [...kinds.map(() => 0), 0]
  for (let place = kinds.length - 1; place >= 0; place--)
    behind[place] = (behind[place + 1] ?? 0) + Number(isSo(place))
  return behind
}
