import Papa from 'papaparse'
import { type Result, succeed } from '../result.ts'
import { text as words } from '../text/index.ts'
import { findBrokenQuote } from './broken-quote.ts'
import { isBlank } from './clean.ts'
import { withoutGuard } from './formula.ts'
import type { Issue } from './issue.ts'
import type { Layout } from './layout.ts'
import { maxListRows } from './list-limit.ts'
import { findMovedCells, type MovedCells, otherAccountColumn } from './moved-cells.ts'
import { countRecognised, readLayout } from './read-layout.ts'
import { refuse } from './refuse.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { tooManyRows } from './too-many-rows.ts'

/**
 * Reads a delimited text as a phone list; `name` is the file's, for messages. Cells stay as typed, but for
 * the apostrophe that exports put before a formula's first character. Rows whose used cells are all blank
 * are left out, and count. A text of which no list can be made is a failure that says why.
 */
export function parseSheet(name: string, text: string): Result<Sheet, Issue> {
  const { body: whole, rowsBefore, delimiter: named } = withoutPreamble(text)
  const empty = refuse('file-empty', words.check.fileEmpty({ file: name }))
  if (!/[^\s,;"]/.test(whole)) return empty
  const delimiter = named ?? findDelimiter(whole)
  const body = withoutBlankEnd(whole, delimiter)
  const broken = findBrokenQuote(body, delimiter)
  if (broken) {
    const row = rowsBefore + broken.row
    const value = body.slice(broken.at + 1, broken.at + 100)
    return refuse('quote-unterminated', words.check.quoteUnterminated({ file: name, row, value }), {
      row,
      value,
    })
  }
  const tooMany = tooManyRows(body, delimiter)
  if (tooMany !== undefined)
    return refuse('too-many-rows', words.check.tooManyRows({ file: name, rows: tooMany, most: maxListRows }))
  const records = Papa.parse<readonly string[]>(body, { delimiter, newline: '\n' }).data
  const first = records.findIndex((record) => !record.every(isBlank))
  const header = records[first]
  if (!header) return empty
  const firstRow = rowsBefore + first + 1
  const layout = readLayout(name, firstRow, header)
  if (!layout.ok) return layout
  const start = layout.value.hasHeader ? first + 1 : first
  const other = layout.value.hasHeader ? undefined : otherAccountColumn(records.slice(start), layout.value)
  if (other !== undefined) {
    const chosen = layout.value.username + 1
    return refuse('header-ambiguous', words.check.rowsDisagree({ file: name, row: firstRow, chosen, other }))
  }
  const moved = findMovedCells(records.slice(start), start > first ? header.length : undefined, layout.value)
  const rows = readRows(records, start, rowsBefore, layout.value, moved)
  if (rows.length === 0) return refuse('no-phones', words.check.noPhones({ file: name }))
  // Without a header there may be one too many.
  if (rows.length > maxListRows)
    return refuse(
      'too-many-rows',
      words.check.tooManyRows({ file: name, rows: rows.length, most: maxListRows }),
    )
  return succeed({
    name,
    rows,
    hasRegionColumn: layout.value.region !== undefined,
    issues: layout.value.issues,
  })
}

/** Spreadsheets write a line for each row that ever had something in it, or a colour. */
function withoutBlankEnd(body: string, delimiter: string): string {
  let end = body.length
  while (end > 0 && ` \n${delimiter}`.includes(body.charAt(end - 1))) end--
  return body.slice(0, body.indexOf('\n', end) + 1)
}

function readRows(
  records: readonly (readonly string[])[],
  start: number,
  rowsBefore: number,
  layout: Layout,
  moved: ReadonlyMap<number, MovedCells>,
): readonly SheetRow[] {
  const rows: SheetRow[] = []
  for (let at = start; at < records.length; at++) {
    const record = records[at] ?? []
    const username = cellAt(record, layout.username)
    const hardwareId = cellAt(record, layout.hardwareId)
    const region = layout.region === undefined ? '' : cellAt(record, layout.region)
    if (isBlank(username) && isBlank(hardwareId) && isBlank(region)) continue
    const how = moved.get(at - start)
    rows.push({ row: rowsBefore + at + 1, username, hardwareId, region, ...(how && { moved: how }) })
  }
  return rows
}

const cellAt = (record: readonly string[], place: number): string => withoutGuard(record[place] ?? '')

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
  // A replacement by pattern takes twice the time.
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  return lines.endsWith('\n') ? lines : `${lines}\n`
}

/**
 * The character that separates the cells: of those in the first row the one by which most columns are
 * recognised, and of equals the one that makes most cells. The rows below have no say: free text in them
 * often holds more of another delimiter. Line ends must be `\n`.
 */
function findDelimiter(text: string): string {
  const record = firstRecord(text)
  let best = { delimiter: ',', recognised: 0, cells: 1 }
  for (const delimiter of [',', ';', '\t']) {
    if (!record.includes(delimiter)) continue
    const [cells = []] = Papa.parse<string[]>(record, { delimiter, newline: '\n' }).data
    const found = { delimiter, recognised: countRecognised(cells), cells: cells.length }
    if ((found.recognised - best.recognised || found.cells - best.cells) > 0) best = found
  }
  return best.delimiter
}

/** The first line that says anything, and the lines over which a quoted cell in it goes on. */
function firstRecord(text: string): string {
  const start = text.lastIndexOf('\n', text.search(/[^\s,;"]/)) + 1
  let inQuotes = false
  for (let at = start; at < text.length; at++) {
    if (text.charAt(at) === '"') inQuotes = !inQuotes
    else if (text.charAt(at) === '\n' && !inQuotes) return text.slice(start, at)
  }
  const lineEnd = text.indexOf('\n', start)
  return inQuotes && lineEnd >= 0 ? text.slice(start, lineEnd) : text.slice(start)
}
