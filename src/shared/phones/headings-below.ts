import { isBlank } from './clean.ts'
import { mostColumns } from './column-content.ts'
import { isData, namesBoth, weightOfName, weightOfNames } from './find-header.ts'
import { headingKey, readHeading } from './heading.ts'
import type { ColumnRole, Layout } from './layout.ts'

type Records = readonly (readonly string[])[]

/**
 * Finds headings further down, as in a file that several lists were copied into. The keys are places among the records; the
 * value says whether accounts, devices and ports are in the same columns as in the first list. `header`: the headings that
 * the list begins with, if it has any.
 */
export function findHeadingsBelow(
  records: Records,
  header: readonly string[] | undefined,
  layout: Layout,
): ReadonlyMap<number, boolean> {
  const { username, hardwareId, port } = layout
  const found = new Map<number, boolean>()
  for (let place = 0; place < records.length; place++) {
    const record = records[place] ?? []
    // Nearly all rows end here.
    if (hasTwoDigits(record[hardwareId] ?? '') || (record[username] ?? '').includes('@')) continue
    if (record.every(isBlank) || isData(record)) continue
    if (weightOfNames(record) < namesBoth && !namesOne(record, layout)) continue
    found.set(
      place,
      isOver(record, username, 'username', header) &&
        isOver(record, hardwareId, 'hardwareId', header) &&
        (port === undefined || isOver(record, port, 'port', header)),
    )
  }
  return found
}

/**
 * Whether a record has one of the known names over the accounts or over the devices, and another word over the other one:
 * headings such as `Contact, Phone, MAC`, of which one is unknown. The rows below may have a contact in the place of their
 * account.
 */
function namesOne(record: readonly string[], { username, hardwareId }: Layout): boolean {
  const isNameOf = (role: ColumnRole, place: number): boolean => {
    const heading = readHeading(record[place] ?? '')
    return heading?.role === role && heading.isExact && heading.weight > 1
  }
  const isWord = (place: number): boolean => /\p{L}{3}/u.test(record[place] ?? '')
  return (
    (isNameOf('username', username) && isWord(hardwareId)) ||
    (isNameOf('hardwareId', hardwareId) && isWord(username))
  )
}

/** Whether a record of headings has the role over this column, or the same heading as the first one. */
function isOver(
  headings: readonly string[],
  column: number,
  role: ColumnRole,
  header: readonly string[] | undefined,
): boolean {
  const key = headingKey(headings[column] ?? '')
  if (key !== '' && key === headingKey(header?.[column] ?? '')) return true
  const weights = headings.slice(0, mostColumns).map((cell) => {
    const heading = readHeading(cell)
    return heading?.role === role ? weightOfName(heading) : 0
  })
  const best = Math.max(...weights)
  return best > 0 && weights[column] === best && weights.filter((one) => one === best).length === 1
}

/** Whether two of the first characters are digits, as in nearly every device and in no heading. */
function hasTwoDigits(cell: string): boolean {
  let digits = 0
  for (let at = 0; at < cell.length && at < 8 && digits < 2; at++) {
    const code = cell.charCodeAt(at)
    if (code >= 0x30 && code <= 0x39) digits++
  }
  return digits === 2
}
