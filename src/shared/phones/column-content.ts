import { parseRegion } from '../gateway/region.ts'
import { isGuid } from '../guid.ts'
import { cleanCell, isBlank } from './clean.ts'
import { withoutGuard } from './formula.ts'
import { readHardwareId } from './hardware-id.ts'
import { looksLikePerson } from './looks-like-person.ts'
import { repairHardwareId } from './repair-hardware-id.ts'
import { repairUsername } from './repair-username.ts'
import { isUsername } from './username.ts'

/** What a cell looks like by itself. `person`: an account whose name is that of a person rather than of a place. */
export type CellKind = 'account' | 'person' | 'device' | 'guid' | 'region' | 'number' | 'other'

/** How many cells of a column look like what. */
export type ColumnContent = { readonly filled: number } & { readonly [Kind in CellKind]: number }

type Records = readonly (readonly string[])[]

/** No list has so many columns; a file that was made to be wide must cost neither time nor memory. */
export const mostColumns = 1_000

/** So many rows, spread over the whole list, show what its columns hold. */
const sampleSize = 1_000

/** What each column holds, by its place, told by a sample of the records. */
export function contentOf(records: Records): readonly ColumnContent[] {
  const step = Math.max(1, Math.ceil(records.length / sampleSize))
  const counts: Record<CellKind | 'filled', number>[] = []
  for (let at = 0; at < records.length; at += step) {
    const record = records[at] ?? []
    for (let place = 0; place < Math.min(record.length, mostColumns); place++) {
      counts[place] ??= { ...emptyContent }
      const kind = kindOf(record[place] ?? '')
      const of = counts[place]
      if (kind === undefined || !of) continue
      of.filled++
      of[kind]++
    }
  }
  return Array.from(counts, (of) => of ?? emptyContent)
}

export const emptyContent: ColumnContent = {
  filled: 0,
  account: 0,
  person: 0,
  device: 0,
  guid: 0,
  region: 0,
  number: 0,
  other: 0,
}

/** What a cell looks like; undefined where it is blank. */
export function kindOf(cell: string): CellKind | undefined {
  if (isBlank(cell)) return undefined
  const read = cleanCell(withoutGuard(cell))
  if (read.includes('@')) return accountKind(read)
  if (isGuid(read)) return 'guid'
  if (parseRegion(read)) return 'region'
  if (/^[0-9]{1,8}$/.test(read)) return 'number'
  const { kind } = readHardwareId(read)
  // Telephone numbers are as long as what a spreadsheet makes of a MAC address.
  if (kind === 'mangled') return 'number'
  if (kind !== 'invalid') return 'device'
  return (repairHardwareId(read)?.kind ?? 'number') === 'number' ? 'other' : 'device'
}

/** All accounts of a column, those of people too. */
export const accountsIn = ({ account, person }: ColumnContent): number => account + person

function accountKind(cell: string): CellKind {
  const address = isUsername(cell) ? cell : (repairUsername(cell, () => undefined)?.fix ?? cell)
  if (!isUsername(address)) return / /.test(address) ? 'other' : 'account'
  return looksLikePerson(address) ? 'person' : 'account'
}
