import { guidanceFor } from '../../../../shared/gateway/guidance.ts'
import type { LeftOutRow } from '../../../../shared/run/events.ts'
import type { PhoneState, RunState } from '../../../../shared/run/run-state.ts'
import { text } from '../../../../shared/text/index.ts'
import { memoizeLast } from '../../lib/memoize-last.ts'
import { haystack, type Row } from './row.ts'
import { withoutRow } from './without-row.ts'

/** The rows of a run, those left out among them, in file order. What did not change keeps its identity. */
export const runRows = ({ phones, leftOut }: RunState): readonly Row[] => inFileOrder(phones, leftOut)

const inFileOrder = memoizeLast(
  (phones: RunState['phones'], leftOut: RunState['leftOut']): readonly Row[] => {
    const rows = phones.map(phoneRow)
    if (leftOut.length === 0) return rows
    return [...rows, ...leftOut.map(leftOutRow)].sort((a, b) => a.row - b.row)
  },
)

const known = new WeakMap<PhoneState | LeftOutRow, Row>()

function phoneRow(phone: PhoneState): Row {
  return remembered(phone, () => {
    const { row, username, hardwareId, region, status } = phone
    const guidance = status === 'failed' && phone.result ? guidanceFor(phone.result) : undefined
    const result = phone.result ?? (status === 'unknown' ? text.window.table.unknownResult : said(phone))
    const reason = status === 'failed' ? (guidance?.code ?? result) : ''
    const remedy = guidance?.remedy ?? ''
    return { row, username, hardwareId, region, status, result, remedy, reason, findings: [], wrong: [] }
  })
}

/** The service's own status word is worth showing while a phone is under way, and not after. */
const said = ({ status, said = '' }: PhoneState): string => (status === 'signing in' ? said : '')

function leftOutRow(leftOut: LeftOutRow): Row {
  return remembered(leftOut, () => {
    const { row, username, hardwareId, region, reason } = leftOut
    const shown = { row, username, hardwareId, region: region ?? '', status: 'left out' } as const
    return { ...shown, result: withoutRow(reason, row), remedy: '', reason: '', findings: [], wrong: [] }
  })
}

function remembered(source: PhoneState | LeftOutRow, make: () => Omit<Row, 'haystack'>): Row {
  const before = known.get(source)
  if (before) return before
  const shown = make()
  const row = { ...shown, haystack: haystack(shown, text.window.table.status[shown.status]) }
  known.set(source, row)
  return row
}
