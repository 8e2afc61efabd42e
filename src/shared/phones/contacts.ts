import { cleanCell } from './clean.ts'
import { speaksOfOthers } from './heading.ts'
import type { Layout } from './layout.ts'
import { accountKey, isUsername } from './username.ts'

/**
 * Finds the rows whose username is somebody else's in other rows: it stands there in a column of contacts, managers or the
 * like, by its heading. The keys are places among the records, which are those below the header; the values are headings.
 */
export function findContacts(
  header: readonly string[],
  records: readonly (readonly string[])[],
  layout: Layout,
): ReadonlyMap<number, string> {
  const used = [layout.username, layout.hardwareId, layout.port, layout.region]
  const columns = header.flatMap((name, place) =>
    speaksOfOthers(name) && !used.includes(place) ? [{ name: cleanCell(name), place }] : [],
  )
  const found = new Map<number, string>()
  if (columns.length === 0) return found
  const accounts = records.map((record) => accountIn(record[layout.username]))
  const contacts = new Map<string, string>()
  for (const { name, place } of columns)
    records.forEach((record, row) => {
      const contact = accountIn(record[place])
      // In its own row it may be both.
      if (contact !== undefined && contact !== accounts[row] && !contacts.has(contact))
        contacts.set(contact, name)
    })
  accounts.forEach((account, row) => {
    const name = contacts.get(account ?? '')
    if (name !== undefined) found.set(row, name)
  })
  return found
}

function accountIn(cell = ''): string | undefined {
  // Nearly all cells are a username as they stand, or none.
  if (!cell.includes('@')) return undefined
  const read = isUsername(cell) ? cell : cleanCell(cell)
  return isUsername(read) ? accountKey(read) : undefined
}
