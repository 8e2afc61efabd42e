import type { AppFailure } from '../../shared/app-failure.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { isThrough } from '../../shared/run/counts.ts'
import type { RunEvent, RunHappening } from '../../shared/run/events.ts'
import { abandoned } from './abandoned.ts'
import { createEventLog, type EventLog } from './event-log.ts'
import { journalFailure, lockJournal } from './locked-journal.ts'
import { writeUnwritten } from './unwritten-events.ts'
import { whyNotContinue } from './why-not-go-on.ts'

/**
 * Gives up each batch of a run that nobody watches, and that surely is not submitted: others may have its phones then.
 * `known`: what the screen knows of the run. Answers how many phones that are.
 */
export async function discardQueue(
  file: string,
  known: readonly RunEvent[],
): Promise<Result<number, AppFailure>> {
  try {
    const locked = await lockJournal(file, (content) => whyNotContinue(content))
    if (!locked.ok) return locked
    const { journal, release } = locked.value
    try {
      const past = await writeUnwritten(locked.value, known)
      return succeed(
        await discard(createEventLog({ journal, now: Date.now, publish: () => undefined, past })),
      )
    } finally {
      await release()
    }
  } catch (error) {
    return fail(journalFailure(file, error))
  }
}

async function discard(log: EventLog): Promise<number> {
  const { batches = [], watching } = log.state() ?? {}
  const queued = batches.flatMap(({ stage, phones }, batch) =>
    stage === 'queued' || stage === 'waiting' ? [{ batch, phones: phones.length }] : [],
  )
  const happenings: readonly RunHappening[] = [
    ...(watching?.kind === 'watching' ? [abandoned] : []),
    ...queued.map(({ batch }) => ({ type: 'BatchDiscarded', batch }) as const),
  ]
  for (const happening of happenings) await log.record(happening)
  const state = log.state()
  if (queued.length > 0 && state && isThrough(state)) await log.record({ type: 'RunFinished' })
  return queued.reduce((sum, { phones }) => sum + phones, 0)
}
