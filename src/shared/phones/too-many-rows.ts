import Papa from 'papaparse'
import { isBlank } from './clean.ts'
import { maxListRows, maxSheetRows } from './list-limit.ts'

/**
 * How many rows a text has, if that is too many for a list; otherwise undefined. Counted before the text is split: a
 * file of 5 MB can have millions of rows, and each would become a row of the table with its own issues. Line ends must
 * be `\n`.
 */
export function tooManyRows(text: string, delimiter: string): number | undefined {
  // The first row may be a header.
  const most = maxListRows + 1
  const lines = countLineEnds(text)
  if (lines <= most) return undefined
  if (lines > maxSheetRows) return lines
  if (countFilledLines(text) <= most) return undefined
  // A cell in quotation marks may have lines of its own.
  const rows = text.includes('"') ? countRecords(text, delimiter) : countFilledLines(text)
  return rows > most ? rows : undefined
}

function countLineEnds(text: string): number {
  let lines = 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines++
  return lines
}

function countFilledLines(text: string): number {
  let lines = 0
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    if (isFilled(text.slice(start, end))) lines++
    start = end + 1
  }
  return lines
}

const isFilled = (line: string): boolean => /[^\s,;"]/.test(line)

/** One after the other, so that none is kept. */
function countRecords(text: string, delimiter: string): number {
  let records = 0
  Papa.parse<readonly string[]>(text, {
    ...{ delimiter, newline: '\n' },
    step: ({ data }) => {
      if (!data.every(isBlank)) records++
    },
  })
  return records
}
