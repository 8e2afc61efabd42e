import Papa from 'papaparse'
import { guardFormula } from '../phones/formula.ts'
import type { OtherColumns, Sheet } from '../phones/sheet.ts'
import { resultRows } from './result-rows.ts'
import type { RunState } from './run-state.ts'

/**
 * The rows of a run with all columns of the file, as CSV with a byte order mark (so that Excel reads UTF-8). The first four
 * columns are those of the original PowerShell tool. Time is ISO 8601 in UTC. The rows of a simulated run say that they are.
 */
export function resultFile(state: RunState): string {
  const { simulated } = state.tenant
  return csv(
    [
      ...['Username', 'HardwareID', 'Status', 'Result', 'Region', 'BatchId', 'What to do', 'Time'],
      ...(simulated ? [simulatedHeading] : []),
    ],
    resultRows(state).map(({ row, region = '', ...one }) => ({
      row,
      cells: [
        ...[one.username, one.hardwareId, one.status, one.result, region, one.batchId, one.whatToDo],
        one.time,
        ...(simulated ? ['yes'] : []),
      ],
    })),
    state.others,
  )
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

const simulatedHeading = 'Simulated'

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
  // Of an earlier export that was opened as a list: it would say of this run what is true of that one alone.
  const places = [...headings.keys()].filter((place) => headings[place] !== simulatedHeading)
  const cellsByRow = new Map(others?.rows.map(({ row, cells }) => [row, cells]))
  const fields = [...own, ...places.map((place) => headings[place] ?? '')].map(guardFormula)
  const data = rows.map(({ row, cells }) =>
    [...cells, ...places.map((place) => cellsByRow.get(row)?.[place] ?? '')].map(guardFormula),
  )
  return `\uFEFF${Papa.unparse({ fields, data }, { newline: '\r\n' })}\r\n`
}
