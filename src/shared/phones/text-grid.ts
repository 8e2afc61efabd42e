import Papa from 'papaparse'
import { type Result, succeed } from '../result.ts'
import { text as words } from '../text/index.ts'
import { findBrokenQuote } from './broken-quote.ts'
import { isData, isPhone, weightOfNames } from './find-header.ts'
import type { Grid } from './grid.ts'
import type { Issue } from './issue.ts'
import { maxListRows } from './list-limit.ts'
import { refuse } from './refuse.ts'
import { tooManyRows } from './too-many-rows.ts'

/**
 * Splits a delimited text into cells: CSV with commas, semicolons, tabs or vertical bars, a Markdown table, or cells
 * from a spreadsheet on the clipboard. `name` is the file's, for messages. Fails if the text is empty, has too many
 * rows, or has a quotation mark that isn't closed.
 */
export function readTextGrid(name: string, text: string): Result<Grid, Issue> {
  const { body: whole, rowsBefore, delimiter: named } = withoutPreamble(text)
  if (!/[^\s,;"|]/.test(whole)) return refuse('file-empty', words.check.fileEmpty({ file: name }))
  const delimiter = named ?? findDelimiter(whole)
  const body = withoutBlankEnd(whole, delimiter)
  const broken = findBrokenQuote(body, delimiter)
  if (broken) {
    const row = rowsBefore + broken.row
    const value = body.slice(broken.at + 1, broken.at + 100)
    return refuse('quote-unterminated', words.check.quoteUnterminated({ file: name, value }), {
      row,
      value,
    })
  }
  const tooMany = tooManyRows(body, delimiter)
  if (tooMany !== undefined)
    return refuse('too-many-rows', words.check.tooManyRows({ file: name, rows: tooMany, most: maxListRows }))
  const records = Papa.parse<readonly string[]>(body, { delimiter, newline: '\n' }).data
  const grid = { name, sheet: undefined, firstRow: rowsBefore + 1, issues: [] }
  const lines = quotedLines(records, delimiter)
  if (lines !== undefined) {
    const unwrapped = Papa.parse<readonly string[]>(lines, {
      delimiter: findDelimiter(lines),
      newline: '\n',
    }).data
    const message = words.check.linesUnwrapped
    return succeed({
      ...grid,
      records: unwrapped,
      issues: [{ severity: 'note', code: 'text-cleaned', message }],
    })
  }
  return succeed({ ...grid, records: delimiter === '|' ? withoutFrame(records) : records })
}

/**
 * The lines of a text each of whose lines stands in quotation marks as a whole, its header maybe not; undefined where it is
 * no such text.
 */
function quotedLines(records: readonly (readonly string[])[], delimiter: string): string | undefined {
  const first = records.findIndex((record) => record.some((cell) => cell.trim() !== ''))
  const wrapped = records.slice(records[first]?.length === 1 ? first : first + 1)
  const isWrapped = ([line = '', ...others]: readonly string[]): boolean =>
    others.length === 0 && !line.includes('\n') && (line.trim() === '' || /[,;\t]/.test(line))
  if (!wrapped.some(([line = '']) => line.trim() !== '') || !wrapped.every(isWrapped)) return undefined
  return records
    .map((record) => (record.length === 1 ? record[0] : Papa.unparse([[...record]], { delimiter })))
    .join('\n')
}

/** A table of Markdown begins and ends each row with a bar, and has a row of dashes below its header. */
function withoutFrame(records: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const filled = records.filter((record) => record.some((cell) => cell.trim() !== ''))
  if (!filled.every((record) => record[0]?.trim() === '' && record.at(-1)?.trim() === '')) return records
  return records.map((record) => {
    const cells = record.slice(1, -1).map((cell) => cell.trim())
    return cells.every((cell) => /^:?-{3,}:?$/.test(cell)) ? [] : cells
  })
}

/** Spreadsheets write a line for each row that ever had something in it, or a colour. */
function withoutBlankEnd(body: string, delimiter: string): string {
  let end = body.length
  while (end > 0 && ` \n${delimiter}`.includes(body.charAt(end - 1))) end--
  return body.slice(0, body.indexOf('\n', end) + 1)
}

/** A text without what programs write before its first row. */
type Body = {
  /** Line ends are `\n`, at the end too. */
  readonly body: string
  /** How many rows a spreadsheet counts before the body. */
  readonly rowsBefore: number
  /** The delimiter, where the file itself names it. */
  readonly delimiter: string | undefined
}

/**
 * Takes off the byte order mark, then Excel's `sep=;` line, which a spreadsheet obeys and does not show, and
 * the `#TYPE` line of Windows PowerShell's Export-Csv, which it shows as row 1.
 */
function withoutPreamble(text: string): Body {
  const lines = withLineFeeds(text.replace(/^\ufeff/, ''))
  const separator = /^"?sep=([^"\n])\1*"?\n/i.exec(lines)
  const afterSeparator = lines.slice(separator?.[0].length ?? 0)
  const type = /^"?#TYPE .*\n/.exec(afterSeparator)
  return {
    body: afterSeparator.slice(type?.[0].length ?? 0),
    rowsBefore: type ? 1 : 0,
    delimiter: separator?.[1],
  }
}

/** PapaParse merges rows where a text mixes line ends, and misreads a blank after the last quotation mark. */
function withLineFeeds(text: string): string {
  // Half the time of one expression for both.
  const ofWindows = text.replaceAll('\r\n', '\n')
  const lines = ofWindows.includes('\r') ? ofWindows.replaceAll('\r', '\n') : ofWindows
  return lines.endsWith('\n') ? lines : `${lines}\n`
}

/**
 * The delimiter. Of those in the first lines, the one by which the columns are recognized best; if several are equal,
 * the one that makes most cells. Later rows don't count: free text in them often has more of another delimiter. Line
 * ends must be `\n`.
 */
function findDelimiter(text: string): string {
  const head = firstRecords(text)
  const there = [',', ';', '\t', '|'].filter((delimiter) => head.includes(delimiter))
  let best = { delimiter: ',', recognised: 0, cells: 1 }
  // Most lists have no other: there is nothing to find out.
  if (there.every((delimiter) => delimiter === best.delimiter)) return best.delimiter
  for (const delimiter of there) {
    const found = { delimiter, ...recognise(Papa.parse<string[]>(head, { delimiter, newline: '\n' }).data) }
    if ((found.recognised - best.recognised || found.cells - best.cells) > 0) best = found
  }
  return best.delimiter
}

/**
 * How plainly the best of these records names the columns, and whether another shows them by an account and a device: one
 * row may have another delimiter than its header. And the cells of the plainest.
 */
function recognise(records: readonly (readonly string[])[]): { recognised: number; cells: number } {
  let best = { recognised: 0, cells: 0 }
  let names = 0
  let phone = 0
  for (const record of records) {
    const isOne = isPhone(record)
    const recognised = isOne ? 20 : isData(record) ? 0 : weightOfNames(record)
    if (isOne) phone = recognised
    else names = Math.max(names, recognised)
    if ((recognised - best.recognised || Number(best.cells === 0)) > 0)
      best = { recognised, cells: record.length }
  }
  return { ...best, recognised: names + phone }
}

/** The first lines, without one that is cut off. */
function firstRecords(text: string): string {
  let end = 0
  for (let line = 0; line < headLines && end < mostHead; line++) {
    const next = text.indexOf('\n', end)
    if (next < 0) return text
    end = next + 1
  }
  return text.slice(0, end)
}

const headLines = 60
/** In characters. */
const mostHead = 50_000
