import { assertNever } from '../../../../shared/assert-never.ts'
import { totalOf } from '../../../../shared/run/counts.ts'
import type { LockHolder } from '../../../../shared/run/lock-holder.ts'
import type { PastRun } from '../../../../shared/run/past-run.ts'
import { text } from '../../../../shared/text/index.ts'
import { dateAndTime } from '../date-and-time.ts'
import type { Offer } from './offer.ts'

const words = text.window.unfinished

/** What there is to know of an unfinished run: when it began, where its phones stand, and sentences on why and what next. */
export type OfferWords = {
  readonly started: string
  readonly stands: string
  readonly why: readonly string[]
}

/** `operator`: who is signed in now. */
export function offerWords(run: PastRun, operator: string): OfferWords {
  const { counts, leftOut, watching, toSubmit, tenant, startedAt, trouble } = run
  const phones = totalOf(counts)
  const at = dateAndTime(startedAt)
  const isOwn = run.operator.username.toLowerCase() === operator.toLowerCase()
  const order = ['signed in', 'failed', 'signing in', 'submitting', 'queued', 'unknown', 'not sent'] as const
  const why = [
    watching.kind === 'stopped' ? words.why[watching.reason] : '',
    tenant.simulated ? words.simulatedEnded : words.goesOn,
    toSubmit.phones > 0 ? words.toSubmit(toSubmit.phones, toSubmit.batches) : '',
    trouble ?? '',
  ].filter((sentence) => sentence !== '')
  return {
    started: isOwn ? words.started(phones, at) : words.startedBy(phones, at, run.operator.username),
    stands: words.stands([
      ...order.map((status) => [counts[status], status] as const),
      [leftOut, 'left out'],
    ]),
    why,
  }
}

/** What else is unfinished besides the run that is offered. */
export function otherWords({ here, watchedElsewhere, otherTenants }: Offer): readonly string[] {
  const onThisComputer = watchedElsewhere.filter(({ holder }) => !holder || holder.kind === 'process')
  return [
    ...(here.length > 1 ? [words.more(here.length - 1)] : []),
    ...(onThisComputer.length > 0
      ? [words.watchedElsewhere(onThisComputer.map(({ listName }) => listName))]
      : []),
    ...watchedElsewhere.flatMap(({ listName, holder }) => farWords(listName, holder)),
    ...otherTenants.map(({ tenant, runs }) => words.otherTenant(runs, tenant)),
  ]
}

/** Of a run that is held where it cannot be seen from here whether it is watched still. */
function farWords(list: string, holder: LockHolder | undefined): readonly string[] {
  switch (holder?.kind) {
    case 'computer':
      return [words.watchedOnAnother(list, holder.computer)]
    case 'environment':
      return [words.watchedInAnotherEnvironment(list, holder.computer)]
    case 'unreadable':
      return [words.lockUnreadable(list)]
    case 'process':
    case undefined:
      return []
    default:
      return assertNever(holder)
  }
}
