import { isBlank } from './clean.ts'
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
    const [account = '', device = ''] = [record[username], record[hardwareId]]
    // Nearly all rows end here.
    if (account.includes('@') || (isBlank(account) && isBlank(device)) || twoDigits.test(device)) continue
    if (isData(record) || weightOfNames(record) < namesBoth) continue
    found.set(place, isOver(username, 'username') && isOver(hardwareId, 'hardwareId'))

    function isOver(column: number, role: 'username' | 'hardwareId'): boolean {
      const key = headingKey(record[column] ?? '')
      if (key !== '' && key === headingKey(header?.[column] ?? '')) return true
      const weights = record.map((cell) => {
        const heading = readHeading(cell)
        return heading?.role === role ? heading.weight * (heading.isExact ? 2 : 1) : 0
      })
      const best = Math.max(...weights)
      return best > 0 && weights[column] === best && weights.filter((one) => one === best).length === 1
    }
  }
  return found
}

/** As nearly every device has, and no heading. */
const twoDigits = /\d\d/
