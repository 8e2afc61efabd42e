import { isBlank } from './clean.ts'
import { kindOf, mostColumns } from './column-content.ts'
import { readHeading } from './heading.ts'

type Records = readonly (readonly string[])[]

/** A header is looked for in so many rows; above it stand titles and comments. */
const mostRowsAbove = 30

/**
 * The place of the record that names the columns; undefined where none does and the records begin with phones. Above it
 * may stand titles, comments and a line of the template's version. It is the record that names most of the columns that
 * matter, of those without an account or device in them; where none names any, the one directly above the first phone.
 */
export function findHeader(records: Records): number | undefined {
  const filled = [...records.slice(0, mostRowsAbove * 4).keys()]
    .filter((place) => !(records[place] ?? []).every(isBlank))
    .slice(0, mostRowsAbove)
  const firstData = filled.find((place) => isData(records[place] ?? []))
  let best: { readonly place: number; readonly named: number } | undefined
  for (const place of filled) {
    const record = records[place] ?? []
    if (isData(record)) continue
    const named = weightOfNames(record)
    // Of two rows below the first phone, one that has the word "user" in it is no header.
    const isHeader = named > (firstData !== undefined && place > firstData ? 8 : 0)
    if (isHeader && (best === undefined || named > best.named)) best = { place, named }
  }
  if (best) return best.place
  if (firstData === undefined) return filled[0]
  const above = filled[filled.indexOf(firstData) - 1]
  return above !== undefined && isHeaderOf(records[above] ?? [], records[firstData] ?? []) ? above : undefined
}

/** How plainly a record names the username and the hardware ID: of each the best weight, together. */
export function weightOfNames(record: readonly string[]): number {
  const weights = { username: 0, hardwareId: 0, port: 0, region: 0 }
  for (const cell of record.slice(0, mostColumns)) {
    const heading = readHeading(cell)
    if (!heading) continue
    weights[heading.role] = Math.max(weights[heading.role], heading.weight * (heading.isExact ? 2 : 1))
  }
  return weights.username + weights.hardwareId + Math.min(1, weights.region)
}

/** Whether a record has an account or a device in it, which no header has. */
export function isData(record: readonly string[]): boolean {
  return record.slice(0, mostColumns).some((cell) => {
    if (cell.length < 5) return false
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

/** Names no program knows stand above the first phone all the same; a title has one cell, a header as many as its rows. */
function isHeaderOf(record: readonly string[], phone: readonly string[]): boolean {
  const filled = (of: readonly string[]): number => of.filter((cell) => !isBlank(cell)).length
  return (
    filled(record) >= 2 &&
    filled(record) >= filled(phone) - 1 &&
    record.every((cell) => !/^[\d.,]+$/.test(cell))
  )
}
