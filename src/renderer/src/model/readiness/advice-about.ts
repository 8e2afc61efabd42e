import {
  type LackedPolicies,
  type RetryAdvice,
  retryAdvice,
} from '../../../../shared/readiness/after-failure.ts'
import type { AccountCheck } from '../../../../shared/readiness/readiness.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { phoneRow } from '../phones/run-rows.ts'
import { judgedOf, type KnownReadiness } from './known-readiness.ts'

/** Failed phones of whose retry the same is said. `since`: the latest moment at which one of their policies was missing. */
export type AdviceGroup = {
  readonly kind: RetryAdvice['kind']
  readonly phones: number
  readonly since?: string
}

const order: readonly RetryAdvice['kind'][] = ['lacking', 'arriving', 'there', 'unread', 'not-asked']

/** The advice for phones of a run that failed for this reason. Phones with the same advice are together. */
export function adviceAbout(
  { phones }: Pick<RunState, 'phones'>,
  reason: string,
  check: AccountCheck,
  known: KnownReadiness | undefined,
  lacked: ReadonlyMap<string, LackedPolicies>,
  now: number,
): readonly AdviceGroup[] {
  const advice = phones
    .filter((phone) => phone.status === 'failed' && phoneRow(phone).reason === reason)
    .map((phone) =>
      retryAdvice(check, phone.since, judgedOf(known, phone), lacked.get(phone.username.toLowerCase()), now),
    )
  return order.flatMap((kind) => {
    const alike = advice.filter((one) => one.kind === kind)
    const moments = alike.flatMap((one) => (one.kind === 'arriving' ? [one.since] : [])).sort()
    const since = moments.at(-1)
    return alike.length === 0 ? [] : [{ kind, phones: alike.length, ...(since !== undefined && { since }) }]
  })
}
