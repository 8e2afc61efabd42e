import type { RunEvent, RunHappening } from '../../shared/run/events.ts'
import { createFold } from '../../shared/run/reducer.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import type { Journal } from './journal-writer.ts'

/** The one way by which anything happens to a run: on disk first, then into state, then told to others. */
export type EventLog = {
  /** Resolves once the happening is on disk. Rejects with JournalBroken when it cannot be written. */
  record(happening: RunHappening): Promise<void>
  /** Stays as it is, whatever happens to the run. */
  state(): RunState | undefined
  /** Good until the next event, which changes its lists in place: nobody may keep it while something is waited for. */
  newest(): RunState | undefined
  /** All of them, or none; see `keepsEvents`. */
  events(): readonly RunEvent[]
}

/** The disk takes no more events. Code that catches this must not act any further. */
export class JournalBroken extends Error {}

export function createEventLog(options: {
  readonly journal: Journal
  readonly now: () => number
  /** `after`: the state that the event leads to; good until the next event. */
  readonly publish: (event: RunEvent, after: RunState) => void
  /** For a run that is resumed. */
  readonly past?: readonly RunEvent[]
  /** Whether events stay in memory for those who ask for them later; they do unless this is false. */
  readonly keepsEvents?: boolean
}): EventLog {
  const { journal, now, publish, past = [], keepsEvents = true } = options
  const events: RunEvent[] = keepsEvents ? [...past] : []
  const fold = createFold(past)
  let lastSeq = past.length
  let last: Promise<void> = Promise.resolve()
  let broken: JournalBroken | undefined

  const accept = (event: RunEvent): void => {
    lastSeq = event.seq
    if (keepsEvents) events.push(event)
    fold.add(event)
    const after = fold.newest()
    if (after) publish(event, after)
  }
  const stamp = (happening: RunHappening): RunEvent => ({
    seq: lastSeq + 1,
    at: new Date(now()).toISOString(),
    ...happening,
  })

  async function write(happening: RunHappening): Promise<void> {
    const event = stamp(happening)
    if (broken) {
      if (fold.newest() && isAnswer(happening)) accept(event)
      throw broken
    }
    try {
      await journal.append(event)
    } catch (cause) {
      broken = new JournalBroken(`${journal.file} cannot be written`, { cause })
      // Not on disk, but the operator must see what the service answered, and at once that the run no longer goes on.
      if (fold.newest() && isAnswer(happening)) accept(event)
      if (fold.newest()) accept(stamp({ type: 'WatchStopped', reason: 'journal' }))
      throw broken
    }
    accept(event)
  }

  return {
    record(happening) {
      // One line after the other, whatever batches do at the same time; a failed write fails its caller only.
      const written = last.then(() => write(happening))
      last = written.catch(() => undefined)
      return written
    },
    state: fold.state,
    newest: fold.newest,
    events: () => events,
  }
}

/** What the service has said is so, on disk or not. Anything else would be the run's own next step. */
const isAnswer = ({ type }: RunHappening): boolean =>
  type === 'BatchSubmitted' || type === 'BatchRefused' || type === 'PhonesReported'
