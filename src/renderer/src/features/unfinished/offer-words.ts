import { totalOf } from '../../../../shared/run/counts.ts'
import type { PastRun } from '../../../../shared/run/past-run.ts'
import { text } from '../../../../shared/text/index.ts'
import { dateAndTime } from '../../lib/date-and-time.ts'
import type { Offer } from './offer.ts'

const { unfinished: words, table } = text.window

/** What there is to know of an unfinished run, a sentence or two each. `operator`: who is signed in now. */
export function offerWords(run: PastRun, operator: string): readonly string[] {
  const { counts, leftOut, watching, toSubmit, tenant, startedAt, trouble } = run
  const phones = totalOf(counts)
  const at = dateAndTime(startedAt)
  const isOwn = run.operator.username.toLowerCase() === operator.toLowerCase()
  const order = ['signed in', 'failed', 'signing in', 'submitting', 'queued', 'unknown', 'not sent'] as const
  const stands = order.map((status) => [counts[status], table.status[status].toLowerCase()] as const)
  return [
    `${isOwn ? words.started(phones, at) : words.startedBy(phones, at, run.operator.username)}.`,
    `${words.stands([...stands, [leftOut, table.status['left out'].toLowerCase()]])}.`,
    watching.kind === 'stopped' ? words.why[watching.reason] : '',
    tenant.simulated ? words.simulatedEnded : words.goesOn,
    toSubmit.phones > 0 ? words.toSubmit(toSubmit.phones, toSubmit.batches) : '',
    trouble ?? '',
  ].filter((sentence) => sentence !== '')
}

/** What else is unfinished besides the run that is offered. */
export function otherWords({ here, watchedElsewhere, otherTenants }: Offer): readonly string[] {
  const onThisComputer = watchedElsewhere.filter(({ holder }) => holder?.computer === undefined)
  return [
    ...(here.length > 1 ? [words.more(here.length - 1)] : []),
    ...(onThisComputer.length > 0
      ? [words.watchedElsewhere(onThisComputer.map(({ listName }) => listName))]
      : []),
    ...watchedElsewhere.flatMap(({ listName, holder }) =>
      holder?.computer === undefined ? [] : [words.watchedOnAnother(listName, holder.computer)],
    ),
    ...otherTenants.map(({ tenant, runs }) => words.otherTenant(runs, tenant)),
  ]
}
