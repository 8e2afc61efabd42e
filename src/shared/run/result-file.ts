import Papa from 'papaparse'
import { guidanceFor } from '../gateway/guidance.ts'
import { guardFormula } from '../phones/formula.ts'
import type { OtherColumns, Sheet } from '../phones/sheet.ts'
import { text } from '../text/index.ts'
import type { LeftOutRow } from './events.ts'
import type { PhoneState, RunState } from './run-state.ts'
import { claimedBy, endWords, leftOutWords, resultWords, signedInAt } from './why-words.ts'

/**
 * Every row of the file exactly once, in file order, with all its columns, as CSV with a byte order mark (so that Excel reads
 * UTF-8). The first four columns are those of the original PowerShell tool. Time is when the status was
 * reached, ISO 8601 in UTC.
 */
export function resultFile(state: RunState): string {
  const run = state.phones.map((phone) => ({
    row: phone.row,
    cells: [
      phone.username,
      phone.hardwareId,
      phone.status,
      outcomeOf(state, phone),
      phone.region,
      state.batches[phone.batch]?.batchId ?? '',
      remedyOf(phone),
      phone.since,
    ],
  }))
  const leftOut = state.leftOut.map((one) => {
    const { row, username, hardwareId, region } = one
    const cells = [
      username,
      hardwareId,
      text.run.leftOut,
      leftOutWords(one),
      region ?? '',
      '',
      whatToDo(one),
      signedInAt(one) ?? '',
    ]
    return { row, cells }
  })
  const notChosen = (state.notChosen ?? []).map(({ row, username, hardwareId, region = '' }) => ({
    row,
    cells: [username, hardwareId, text.run.leftOut, text.run.notChosen, region, '', '', ''],
  }))
  return csv(
    ['Username', 'HardwareID', 'Status', 'Result', 'Region', 'BatchId', 'What to do', 'Time'],
    [...run, ...leftOut, ...notChosen].toSorted((a, b) => a.row - b.row),
    state.others,
  )
}

/** About a row that is no part of the run. */
export function whatToDo(row: LeftOutRow): string {
  if (signedInAt(row) !== undefined) return text.run.includeSignedIn
  return claimedBy(row) === undefined ? text.run.editAndRunAgain : text.run.otherRunFirst
}

function remedyOf({ status, result }: PhoneState): string {
  if (status === 'not sent') return text.run.notSentRemedy
  return status === 'failed' && result ? (guidanceFor(result)?.remedy ?? '') : ''
}

/** What came of a phone, in the service's words where it has said something; of an unknown one always why. */
function outcomeOf({ batches }: RunState, phone: PhoneState): string {
  const words = resultWords(phone)
  if (phone.status !== 'unknown') return words ?? ''
  const unknown = words ?? text.window.table.unknownResult
  const ended = endWords(batches[phone.batch] ?? {})
  return ended ? text.run.unknownAfter(unknown, ended) : unknown
}

/** The failed phones as a phone list that can be opened again. */
export function failedList(state: RunState): string {
  return csv(
    ['Username', 'HardwareId', 'Region'],
    state.phones
      .filter(({ status }) => status === 'failed')
      .map(({ row, username, hardwareId, region }) => ({ row, cells: [username, hardwareId, region] })),
    state.others,
  )
}

/** A list as a file that can be opened again: its cells as they are typed, with its other columns. */
export function listFile({ rows, others, hasRegionColumn }: Sheet): string {
  const own = ['Username', 'HardwareId', ...(hasRegionColumn ? ['Region'] : [])]
  return csv(
    own,
    rows.map(({ row, username, hardwareId, region }) => ({
      row,
      cells: [username, hardwareId, ...(hasRegionColumn ? [region] : [])],
    })),
    others,
  )
}

/** A row of an export, with its number in the list. */
type Row = { readonly row: number; readonly cells: readonly string[] }

/** The rows with what the list holds besides about each, behind them. */
function csv(own: readonly string[], rows: readonly Row[], others: OtherColumns | undefined): string {
  const { headings = [] } = others ?? {}
  const cellsByRow = new Map(others?.rows.map(({ row, cells }) => [row, cells]))
  const fields = [...own, ...headings].map(guardFormula)
  const data = rows.map(({ row, cells }) =>
    [...cells, ...headings.map((_, place) => cellsByRow.get(row)?.[place] ?? '')].map(guardFormula),
  )
  return `\uFEFF${Papa.unparse({ fields, data }, { newline: '\r\n' })}\r\n`
}
