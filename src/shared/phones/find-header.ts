import { isBlank } from './clean.ts'
import { kindOf, mostColumns } from './column-content.ts'
import { type HeadingMeaning, isKnownName, readHeading } from './heading.ts'

type Records = readonly (readonly string[])[]

/** How many filled rows are searched for a header. Titles and comments may stand above it. */
const mostRowsAbove = 30

/**
 * The place of the header; undefined if the records begin with phones. Titles, comments and the version of a template may
 * stand above it. Candidates, in this order:
 * - of the records above the first account or device, the one that names the columns best;
 * - a record below that which names both columns, but never one below a phone: that phone would be lost;
 * - the record directly above the first data, if it has about as many cells.
 */
export function findHeader(records: Records): number | undefined {
  const filled = [...records.slice(0, mostRowsAbove * 4).keys()]
    .filter((place) => !(records[place] ?? []).every(isBlank))
    .slice(0, mostRowsAbove)
  const firstData = filled.findIndex((place) => isData(records[place] ?? []))
  if (firstData < 0) return bestNamed(records, filled, 1) ?? filled[0]
  const firstPhone = filled.findIndex((place, at) => at >= firstData && isPhone(records[place] ?? []))
  const below = filled.slice(firstData, Math.max(firstData, firstPhone))
  const named =
    bestNamed(records, filled.slice(0, firstData), 1) ??
    bestNamed(
      records,
      below.filter((place) => !isData(records[place] ?? [])),
      namesBoth,
    )
  if (named !== undefined) return named
  const above = filled[firstData - 1]
  const first = filled[firstData]
  if (above === undefined || first === undefined) return undefined
  return isHeaderOf(records[above] ?? [], records[first] ?? []) ? above : undefined
}

/** The record that names the columns best; the first, if several do. `least`: the lowest weight that counts. */
function bestNamed(records: Records, places: readonly number[], least: number): number | undefined {
  const weights = places.map((place) => weightOfNames(records[place] ?? []))
  const best = Math.max(0, ...weights)
  return best < least ? undefined : places[weights.indexOf(best)]
}

/** The weight of a record that names both columns. Below an account, a row that just has the word "user" is no header. */
export const namesBoth = 9

/** How plainly a record names the username and the hardware ID: the sum of the best weight of each, at most 21. */
export function weightOfNames(record: readonly string[]): number {
  const weights = { username: 0, hardwareId: 0, port: 0, region: 0 }
  for (const cell of record.slice(0, mostColumns)) {
    const heading = readHeading(cell)
    if (!heading) continue
    weights[heading.role] = Math.max(weights[heading.role], weightOfName(heading))
  }
  return weights.username + weights.hardwareId + Number(weights.region > 0)
}

/** How plainly one heading names its role; the whole heading counts twice as much as some of its words. */
export const weightOfName = ({ weight, isExact }: HeadingMeaning): number => weight * (isExact ? 2 : 1)

/** Whether a record has an account or a device in it, which no header has. */
export function isData(record: readonly string[]): boolean {
  return record.slice(0, mostColumns).some((cell) => {
    // To look for a known name takes less time than to rule out all that a device may look like.
    if (cell.length < 5 || isKnownName(cell)) return false
    const kind = kindOf(cell)
    return kind === 'account' || kind === 'person' || kind === 'device'
  })
}

/** Whether a record has both an account and a device in it. */
export function isPhone(record: readonly string[]): boolean {
  const kinds = new Set(
    record.slice(0, mostColumns).map((cell) => (cell.length < 5 ? undefined : kindOf(cell))),
  )
  return kinds.has('device') && (kinds.has('account') || kinds.has('person'))
}

/** Whether a record with unknown headings is a header: a title has one cell, a header about as many as its rows. */
function isHeaderOf(record: readonly string[], phone: readonly string[]): boolean {
  const filled = (of: readonly string[]): number => of.filter((cell) => !isBlank(cell)).length
  return (
    filled(record) >= 2 &&
    filled(record) >= filled(phone) - 1 &&
    record.every((cell) => !/^[\d.,]+$/.test(cell))
  )
}
