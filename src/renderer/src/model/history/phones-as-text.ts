import { guidanceFor } from '../../../../shared/gateway/guidance.ts'
import type { HistoryPhone } from '../../../../shared/run/batch-history.ts'
import { text } from '../../../../shared/text/index.ts'
import { copiedCell } from '../copied-cell.ts'

/** The remedy for a phone's result, if there is one. */
export const remedyOf = ({ status, error }: HistoryPhone): string =>
  status === 'failed' && error !== undefined ? (guidanceFor(error)?.remedy ?? '') : ''

/** The service's own words on a phone: its error, else its status word while that says more than ours. */
export const resultOf = ({ status, said, error }: HistoryPhone): string =>
  error ?? (status === 'signing in' ? said : '')

/** Phones for a spreadsheet or a ticket: a head, one phone a line, tab between the columns. */
export function phonesAsText(phones: readonly HistoryPhone[]): string {
  const { status: words } = text.window.table
  const lines = phones.map((phone) => [
    phone.username,
    phone.hardwareId,
    words[phone.status],
    resultOf(phone),
    remedyOf(phone),
  ])
  return [text.window.history.batch.copyHead, ...lines]
    .map((cells) => `${cells.map(copiedCell).join('\t')}\r\n`)
    .join('')
}
