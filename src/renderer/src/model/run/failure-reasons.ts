import { type Guidance, guidanceFor } from '../../../../shared/gateway/guidance.ts'
import { memoizeLast } from '../memoize-last.ts'
import type { Row } from '../phones/row.ts'

/** Phones that failed alike. `guidance` is undefined where nothing is known of the message. */
export type FailureReason = {
  readonly reason: string
  /** The service's own text, as the first of them had it. */
  readonly said: string
  readonly phones: number
  readonly guidance: Guidance | undefined
}

/** Why phones failed, the most frequent reason first. */
export const failureReasons = memoizeLast((rows: readonly Row[]): readonly FailureReason[] => {
  const byReason = new Map<string, { said: string; phones: number }>()
  for (const { status, reason, result } of rows) {
    if (status !== 'failed') continue
    const known = byReason.get(reason)
    if (known) known.phones += 1
    else byReason.set(reason, { said: result, phones: 1 })
  }
  return [...byReason]
    .map(([reason, { said, phones }]) => ({ reason, said, phones, guidance: guidanceFor(said) }))
    .sort((a, b) => b.phones - a.phones)
})
