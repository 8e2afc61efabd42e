/** Where a quoted cell begins that does not end as it must: `row` counts records from 1, `at` characters. */
export type BrokenQuote = { readonly row: number; readonly at: number }

/**
 * Finds the first quoted cell that is never closed, or is closed in the middle of a cell. A CSV reader would
 * take the rows after it for a part of it, and do so silently. Line ends must be `\n`.
 */
export function findBrokenQuote(text: string, delimiter: string): BrokenQuote | undefined {
  let row = 1
  let lineEnd = text.indexOf('\n')
  let open = text.indexOf('"')
  while (open >= 0) {
    for (; lineEnd >= 0 && lineEnd < open; lineEnd = text.indexOf('\n', lineEnd + 1)) row++
    if (!beginsCell(text, open, delimiter)) {
      open = text.indexOf('"', open + 1)
      continue
    }
    const close = closingQuote(text, open)
    if (close < 0 || !endsCell(text, close + 1, delimiter)) return { row, at: open }
    if (lineEnd >= 0 && lineEnd < close) lineEnd = text.indexOf('\n', close)
    open = text.indexOf('"', close + 1)
  }
  return undefined
}

/** A quotation mark within a cell (5" display) is a character like others. */
function beginsCell(text: string, at: number, delimiter: string): boolean {
  return at === 0 || text.charAt(at - 1) === '\n' || text.charAt(at - 1) === delimiter
}

/** The quotation mark that ends the cell; two in a row stand for one in the cell. */
function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1)
  while (close >= 0 && text.charAt(close + 1) === '"') close = text.indexOf('"', close + 2)
  return close
}

function endsCell(text: string, from: number, delimiter: string): boolean {
  let at = from
  while (at < text.length && text.charAt(at) === ' ') at++
  return at === text.length || text.charAt(at) === delimiter || text.charAt(at) === '\n'
}
