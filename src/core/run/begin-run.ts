import type { AppFailure } from '../../shared/app-failure.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { claimsFailure } from '../../shared/run/claims-failure.ts'
import type { RunStarted } from '../../shared/run/events.ts'
import { text } from '../../shared/text/index.ts'
import type { Claims } from './claims.ts'
import { createEventLog, type EventLog } from './event-log.ts'
import { dropJournal, type LockedJournal, lockNewJournal } from './locked-journal.ts'

/**
 * Writes the beginning of a run to a new journal, at a moment in which no other run claims phones. Fails where another one
 * has phones of it; rejects as the file system and the event log do.
 */
export async function beginRun(options: {
  readonly file: string
  readonly started: RunStarted
  readonly claims: Claims
  readonly now: () => number
  readonly publish: Parameters<typeof createEventLog>[0]['publish']
  readonly keepsEvents: boolean
}): Promise<Result<{ readonly locked: LockedJournal; readonly log: EventLog }, AppFailure>> {
  const { file, started, claims, now, publish, keepsEvents } = options
  const moment = await claims.begin(true)
  if (!moment.ok) return fail(claimsFailure(moment.failure))
  const { whoHas, end } = moment.value
  try {
    const claimed = started.phones.flatMap((phone) => whoHas(phone) ?? [])
    const [first] = claimed
    if (first)
      return fail({ kind: 'not-confirmed', ...text.run.claimedMeanwhile(claimed.length, first.runId) })
    const locked = await lockNewJournal(file)
    const log = createEventLog({ journal: locked.journal, now, publish, keepsEvents })
    await log.record(started).catch((error: unknown) => dropJournal(locked).then(() => Promise.reject(error)))
    return succeed({ locked, log })
  } finally {
    await end()
  }
}
