import type { LongRow } from '../text/en/check.ts'
import { cleanCell, isBlank } from './clean.ts'
import { readHardwareId } from './hardware-id.ts'
import type { Layout } from './layout.ts'
import { isUsername } from './username.ts'

/**
 * Finds the first row with something in a cell that the first one does not have, where a column that is not used stands
 * before one that is, and that is a phone all the same. What writes `Doe, John` without quotation marks makes such rows:
 * their cells have moved on by one, and the account of another column would be taken for the phone's. One that is no
 * phone has its errors told. `records` begins with the first row, whose number is `first`.
 */
export function findLongRow(
  records: readonly (readonly string[])[],
  first: number,
  layout: Layout,
): LongRow | undefined {
  if (!hasUnusedBefore(layout)) return undefined
  const columns = records[0]?.length ?? 0
  const isLong = (record: readonly string[]): boolean =>
    record.length > columns && !record.slice(columns).every(isBlank) && isPhone(record, layout)
  const place = records.findIndex(isLong)
  return place < 0 ? undefined : { row: first + place, cells: records[place]?.length ?? 0, columns }
}

/** A delimiter within a cell that is used leaves no valid cell, and one behind them all moves none of them. */
function hasUnusedBefore({ username, hardwareId, region }: Layout): boolean {
  const used = region === undefined ? [username, hardwareId] : [username, hardwareId, region]
  return Math.max(...used) >= used.length
}

const isPhone = (record: readonly string[], { username, hardwareId }: Layout): boolean =>
  isUsername(cleanCell(record[username] ?? '')) &&
  readHardwareId(cleanCell(record[hardwareId] ?? '')).kind === 'device'
