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
  // Each contact with its column, and the only row that has it; undefined where several have.
  const contacts = new Map<string, { readonly name: string; readonly row: number | undefined }>()
  for (const { name, place } of columns)
    records.forEach((record, row) => {
      const account = accountIn(record[place])
      if (account === undefined) return
      const known = contacts.get(account)
      if (!known) contacts.set(account, { name, row })
      else if (known.row !== undefined && known.row !== row)
        contacts.set(account, { name: known.name, row: undefined })
    })
  if (contacts.size === 0) return found
  records.forEach((record, row) => {
    const contact = contacts.get(accountIn(record[layout.username]) ?? '')
    // In its own row it may be both.
    if (contact && contact.row !== row) found.set(row, contact.name)
  })
  return found
}

function accountIn(cell = ''): string | undefined {
  // Nearly all cells are a username as they stand, or none.
  if (!cell.includes('@')) return undefined
  const read = isUsername(cell) ? cell : cleanCell(cell)
  return isUsername(read) ? accountKey(read) : undefined
}
