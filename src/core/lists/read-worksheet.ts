import { maxListBytes, maxListRows, maxSheetRows } from '../../shared/phones/list-limit.ts'
import { readXml } from './read-xml.ts'
import type { Parts } from './unpack.ts'
import { unescaped } from './workbook-parts.ts'

/**
 * The cells of a sheet, row 1 first, and the numbers of the rows that Excel doesn't show; or why they are not given.
 * `rows`: how many, at least.
 */
export type Worksheet =
  | {
      readonly kind: 'cells'
      readonly records: readonly (readonly string[])[]
      readonly hiddenRows: readonly number[]
    }
  | { readonly kind: 'too-many-rows'; readonly rows: number }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'damaged' }

/** No list has more columns. Excel has 16,384 (Microsoft, "Excel specifications and limits"). */
const mostColumns = 1_000

/** A text of the largest size can have as many. */
const mostCells = maxListBytes

/** The 30 leave room for titles and the header. */
const mostFilledRows = maxListRows + 30

const noCells: readonly string[] = []

/**
 * Reads the cells of a worksheet (ECMA-376 Part 1, 18.3). A formula counts as the value that is stored with it: nothing
 * is calculated, and nothing that it names is fetched. Numbers are written out, except those that only a MAC address
 * with an E in it makes (`4E+11`). Never makes more cells than a text of 5 MB could have.
 */
export async function readWorksheet(parts: Parts, strings: readonly string[]): Promise<Worksheet> {
  const records: (readonly string[])[] = []
  const hiddenRows: number[] = []
  let isHidden = false
  let record: string[] = []
  let cell = { column: -1, type: '', value: '' }
  let isValue = false
  let row = 0
  let cells = 0
  let filled = 0
  const isTooMuch = (): boolean => cells > mostCells || filled > mostFilledRows || row > maxSheetRows
  const isRead = await readXml(parts, {
    opened: (name, { r, t, hidden }) => {
      if (name === 'row') {
        row = r === undefined ? row + 1 : Number(r)
        isHidden = hidden === '1' || hidden === 'true'
        record = []
        cell = { column: -1, type: '', value: '' }
      } else if (name === 'c') {
        cell = { column: r === undefined ? cell.column + 1 : columnOf(r), type: t ?? 'n', value: '' }
      } else if (name === 'v' || name === 't') isValue = true
    },
    text: (words) => {
      if (isValue) cell.value += words
    },
    closed: (name) => {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'c' && cell.value !== '' && cell.column < mostColumns && !isTooMuch()) {
        cells += Math.max(0, cell.column + 1 - record.length)
        while (record.length < cell.column) record.push('')
        record[cell.column] = textOf(cell, strings)
      } else if (name === 'row' && record.length > 0 && !isTooMuch() && row > records.length) {
        while (records.length < row - 1) records.push(noCells)
        records.push(record)
        if (isHidden) hiddenRows.push(row)
        filled++
      }
    },
    isDone: isTooMuch,
  })
  if (filled > mostFilledRows || row > maxSheetRows)
    return { kind: 'too-many-rows', rows: Math.max(filled, row) }
  if (cells > mostCells) return { kind: 'too-large' }
  return isRead ? { kind: 'cells', records, hiddenRows } : { kind: 'damaged' }
}

/** `C7` is in column 2, counted from 0. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference) {
    const place = letter.charCodeAt(0) - 64
    if (place < 1 || place > 26) break
    column = column * 26 + place
  }
  return column - 1
}

function textOf(
  { type, value }: { readonly type: string; readonly value: string },
  strings: readonly string[],
): string {
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  return type === 'n' ? numberText(value) : unescaped(value)
}

/** Excel stores 805123456789 in digits or as 8.0512345678900000E11. */
function numberText(value: string): string {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) return value
  // Excel took `4E0000000011` for 4 times 10 to the power of 11, and its digits are lost.
  return /0{6}$/.test(String(number)) && number !== 0 ? number.toExponential().toUpperCase() : String(number)
}
