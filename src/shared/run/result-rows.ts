import { guidanceFor } from '../gateway/guidance.ts'
import type { Region } from '../gateway/region.ts'
import { text } from '../text/index.ts'
import type { LeftOutRow } from './events.ts'
import type { PhoneState, PhoneStatus, RunState } from './run-state.ts'
import { endWords, isOfOthers, leftOutWords, resultWords, signedInAt, wasSignedIn } from './why-words.ts'

/** The outcome of a row of the list, as the results show it. */
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
