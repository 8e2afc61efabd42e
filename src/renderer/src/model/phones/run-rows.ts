import { guidanceFor } from '../../../../shared/gateway/guidance.ts'
import { issueWords } from '../../../../shared/phones/issue-words.ts'
import type { LeftOutRow } from '../../../../shared/run/events.ts'
import { whatToDo } from '../../../../shared/run/result-rows.ts'
import type { PhoneState, RunState } from '../../../../shared/run/run-state.ts'
import { isOfOthers, leftOutWords, resultWords, wasSignedIn } from '../../../../shared/run/why-words.ts'
import { text } from '../../../../shared/text/index.ts'
import { mapChanged } from '../map-changed.ts'
import { memoizeLast } from '../memoize-last.ts'
import type { Row } from './row.ts'

/** The rows of a run, those left out among them, in file order. What did not change keeps its identity. */
export const runRows = ({ phones, leftOut }: RunState): readonly Row[] =>
  inFileOrder(phoneRows(phones), leftOutRows(leftOut))

const phoneRows = memoizeLast(mapChanged(phoneRow))
const leftOutRows = memoizeLast(mapChanged(leftOutRow))

const inFileOrder = memoizeLast((phones: readonly Row[], leftOut: readonly Row[]): readonly Row[] =>
  leftOut.length === 0 ? phones : [...phones, ...leftOut].sort((a, b) => a.row - b.row),
)

export function phoneRow(phone: PhoneState): Row {
  const { row, username, hardwareId, region, status } = phone
  const words = resultWords(phone)
  const guidance = status === 'failed' && words ? guidanceFor(words) : undefined
  // The service's own words for a phone under way, such as "pending", say no more than the status does.
  const result = words ?? (status === 'unknown' ? text.window.table.unknownResult : '')
  const reason = status === 'failed' ? (guidance?.code ?? result) : ''
  const remedy = status === 'not sent' ? text.run.notSentRemedy : (guidance?.remedy ?? '')
  return { row, username, hardwareId, region, status, result, remedy, reason, ...unchecked }
}

export function leftOutRow(one: LeftOutRow): Row {
  const { row, username, hardwareId, region } = one
  const shown = { row, username, hardwareId, region: region ?? '', status: 'left out' } as const
  const remedy = isOfOthers(one) || wasSignedIn(one) ? whatToDo(one) : ''
  return { ...shown, result: leftOutWords(one, issueWords), remedy, reason: '', ...unchecked }
}

const unchecked = { issues: [], wrong: [] }
