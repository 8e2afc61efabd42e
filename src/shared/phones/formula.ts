/**
 * Puts an apostrophe before what a spreadsheet would run as a formula (OWASP, "CSV Injection"): at the beginning of
 * a cell that starts with a sign (after any blanks and invisible characters), and before each sign that a semicolon,
 * tab or line break precedes. In much of Europe Excel splits a file at semicolons, even within quotes.
 */
export function guardFormula(cell: string): string {
  const guarded = cell.replaceAll(signOfLaterCell, "'$&")
  return opening.test(guarded) ? `'${guarded}` : guarded
}

/** The cell as it was before the apostrophe at its beginning. */
export const withoutGuard = (cell: string): string =>
  cell.charCodeAt(0) === apostrophe && opening.test(cell.slice(1)) ? cell.slice(1) : cell

const apostrophe = 0x27

// Excel takes the full-width signs too, where keyboards have them.
const signs = '[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]'
const unseen = '\\s\\p{Cc}\\p{Cf}'
// Counts apostrophes of the cell's own as part of the opening, so that withoutGuard never removes one of those.
const opening = new RegExp(`^(?:["'${unseen}]*${signs}|'*\\s*[\\t\\r\\n])`, 'u')
// Looks back from each sign no further than to the sign before it, so that no input makes it slow.
const signOfLaterCell = new RegExp(`(?<=[;\\t\\r\\n]["${unseen}]*)${signs}`, 'gu')
