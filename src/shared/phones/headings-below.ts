import { isBlank } from './clean.ts'
import { mostColumns } from './column-content.ts'
import { isData, namesBoth, weightOfNames } from './find-header.ts'
import { headingKey, readHeading } from './heading.ts'
import type { Layout } from './layout.ts'

type Records = readonly (readonly string[])[]

/**
 * Finds the headings below those that a list begins with, as where several lists were put one after another: by their
 * place among the records, and for each whether it has the accounts and the devices in the same columns. `header`: the
 * headings that the list begins with, if it has some.
 */
export function findHeadingsBelow(
  records: Records,
  header: readonly string[] | undefined,
  layout: Layout,
): ReadonlyMap<number, boolean> {
  const { username, hardwareId } = layout
  const found = new Map<number, boolean>()
  for (let place = 0; place < records.length; place++) {
    const record = records[place] ?? []
    // Nearly all rows end here.
    if (hasTwoDigits(record[hardwareId] ?? '') || (record[username] ?? '').includes('@')) continue
    if (record.every(isBlank) || isData(record) || weightOfNames(record) < namesBoth) continue
    found.set(
      place,
      isOver(record, username, 'username', header) && isOver(record, hardwareId, 'hardwareId', header),
    )
  }
  return found
}

/** Whether headings name the role over this column, or the same as the first ones do there. */
function isOver(
  headings: readonly string[],
  column: number,
  role: 'username' | 'hardwareId',
  header: readonly string[] | undefined,
): boolean {
  const key = headingKey(headings[column] ?? '')
  if (key !== '' && key === headingKey(header?.[column] ?? '')) return true
  const weights = headings.slice(0, mostColumns).map((cell) => {
    const heading = readHeading(cell)
    return heading?.role === role ? heading.weight * (heading.isExact ? 2 : 1) : 0
  })
  const best = Math.max(...weights)
  return best > 0 && weights[column] === best && weights.filter((one) => one === best).length === 1
}

/** As nearly every device has among its first characters, and no heading. */
function hasTwoDigits(cell: string): boolean {
  let digits = 0
  for (let at = 0; at < cell.length && at < 8 && digits < 2; at++) {
    const code = cell.charCodeAt(at)
    if (code >= 0x30 && code <= 0x39) digits++
  }
  return digits === 2
}
