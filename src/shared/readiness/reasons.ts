import {
  type AccountCheck,
  accountChecks,
  type JudgedAccount,
  type ReadinessStatus,
  readinessStatuses,
} from './readiness.ts'

/** Phones of a list whose accounts have the same outcome of the same check. */
export type ReadinessReason<Phone> = {
  readonly check: AccountCheck
  readonly status: Exclude<ReadinessStatus, 'ready'>
  readonly phones: readonly Phone[]
}

type Judged = Pick<JudgedAccount, 'checks'>

/** Why phones of a list are not ready: what fails first, and what may harm a person before all else. */
export function readinessReasons<Phone extends Judged>(
  phones: readonly Phone[],
): readonly ReadinessReason<Phone>[] {
  const reasons = readinessStatuses.flatMap((status) =>
    status === 'ready' ? [] : accountChecks.map((check) => reasonOf(phones, check, status)),
  )
  const found = reasons.filter((reason) => reason.phones.length > 0)
  const isOfPerson = ({ check, status }: ReadinessReason<Phone>): boolean =>
    check === 'person' && status === 'may-fail'
  return [...found.filter(isOfPerson), ...found.filter((reason) => !isOfPerson(reason))]
}

const reasonOf = <Phone extends Judged>(
  phones: readonly Phone[],
  check: AccountCheck,
  status: Exclude<ReadinessStatus, 'ready'>,
): ReadinessReason<Phone> => ({
  ...{ check, status },
  phones: phones.filter(({ checks }) => checks.some((one) => one.check === check && one.status === status)),
})

/** Checks that more than half of a list fails: more likely one cause than many. One phone alone is no half of anything. */
export function widespreadIn(
  phones: readonly Judged[],
): readonly { readonly check: AccountCheck; readonly phones: number }[] {
  if (phones.length < 2) return []
  return accountChecks.flatMap((check) => {
    const failing = reasonOf(phones, check, 'fails').phones.length
    return failing * 2 > phones.length ? [{ check, phones: failing }] : []
  })
}

/** How many phones have each status. */
export const countStatuses = (
  phones: readonly { readonly status: ReadinessStatus }[],
): Readonly<Record<ReadinessStatus, number>> => {
  const counts = { fails: 0, 'may-fail': 0, unread: 0, ready: 0 }
  for (const { status } of phones) counts[status] += 1
  return counts
}
