import Papa from 'papaparse'
import { guidanceFor } from '../gateway/guidance.ts'
import type { Region } from '../gateway/region.ts'
import { guardFormula } from '../phones/formula.ts'
import type { OtherColumns, Sheet } from '../phones/sheet.ts'
import { text } from '../text/index.ts'
import type { LeftOutRow } from './events.ts'
import type { PhoneState, PhoneStatus, RunState } from './run-state.ts'
import { endWords, isOfOthers, leftOutWords, resultWords, signedInAt, wasSignedIn } from './why-words.ts'

/** What is known of a row of the list at the end, as the results show it. */
export type ResultRow = {
  readonly row: number
  readonly username: string
  readonly hardwareId: string
  readonly region: Region | undefined
  readonly status: PhoneStatus | 'left out'
  /** In the service's words where it has said something. */
  readonly result: string
  /** Empty where the service has none. */
  readonly batchId: string
  readonly whatToDo: string
  /** When the status was reached (ISO 8601); empty where that is not known. */
  readonly time: string
  /** Left out because it was signed in during the last days. */
  readonly isSignedInBefore: boolean
  /** Nobody has chosen it for the run: nothing was wrong with it, and nothing is known of it. */
  readonly isNotChosen: boolean
}

/** Every row of the file exactly once, in file order: those of the run, those left out of it and those not chosen. */
export function resultRows(state: RunState): readonly ResultRow[] {
  const run = state.phones.map((phone): ResultRow => {
    const { row, username, hardwareId, region, status, since } = phone
    return {
      ...{ row, username, hardwareId, region, status },
      result: outcomeOf(state, phone),
      batchId: state.batches[phone.batch]?.batchId ?? '',
      whatToDo: remedyOf(phone),
      time: since,
      ...{ isSignedInBefore: false, isNotChosen: false },
    }
  })
  const leftOut = state.leftOut.map((one): ResultRow => {
    const { row, username, hardwareId, region } = one
    return {
      ...{ row, username, hardwareId, region, status: 'left out', batchId: '' },
      result: leftOutWords(one),
      whatToDo: whatToDo(one),
      time: signedInAt(one) ?? '',
      ...{ isSignedInBefore: wasSignedIn(one), isNotChosen: false },
    }
  })
  const notChosen = (state.notChosen ?? []).map(
    ({ row, username, hardwareId, region }): ResultRow => ({
      ...{ row, username, hardwareId, region, status: 'left out', result: text.run.notChosen },
      ...{ batchId: '', whatToDo: '', time: '', isSignedInBefore: false, isNotChosen: true },
    }),
  )
  return [...run, ...leftOut, ...notChosen].toSorted((a, b) => a.row - b.row)
}

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

/** About a row that is no part of the run. */
export function whatToDo(row: LeftOutRow): string {
  if (wasSignedIn(row)) return text.run.includeSignedIn
  if (row.why.code === 'elsewhere') return text.run.otherBatchFirst
  return isOfOthers(row) ? text.run.otherRunFirst : text.run.editAndRunAgain
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
