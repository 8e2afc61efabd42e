/**
 * What a spreadsheet would run as a formula is kept from it by an apostrophe (OWASP, "CSV Injection"): before a
 * cell that begins like one, blanks and unseen characters aside, and before a sign behind what may begin a cell.
 * For Excel parts a file at semicolons in much of Europe, whatever quotes stand around a cell with commas.
 */
export function guardFormula(cell: string): string {
  const guarded = cell.replaceAll(signOfLaterCell, "'$&")
  return opening.test(guarded) ? `'${guarded}` : guarded
}

/** The cell as it was before the apostrophe at its beginning. */
export const withoutGuard = (cell: string): string =>
  cell.startsWith("'") && opening.test(cell.slice(1)) ? cell.slice(1) : cell

// Excel takes the full-width signs too, where keyboards have them.
const signs = '[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]'
const unseen = '\\s\\p{Cc}\\p{Cf}'
// With the apostrophes that are the cell's own: one that stands there for another reason must not be taken away.
const opening = new RegExp(`^(?:["'${unseen}]*${signs}|'*\\s*[\\t\\r\\n])`, 'u')
// Looks back from each sign, no further than the one before it: no text makes it slow.
const signOfLaterCell = new RegExp(`(?<=[;\\t\\r\\n]["${unseen}]*)${signs}`, 'gu')
