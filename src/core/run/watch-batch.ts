import { succeed } from '../../shared/result.ts'
import type { PhoneReport } from '../../shared/run/events.ts'
import type { Outcome } from '../gateway/gateway.ts'
import { changedPhones, phonesByKey } from './changed-phones.ts'
import { type EngineContext, stateOf } from './engine-context.ts'
import { createInterruption } from './interruption.ts'
import {
  leastBetweenLooks,
  longestWhileSomethingComes,
  recently,
  waitForLastWord,
  waitForLook,
} from './pace.ts'

// A batch that was accepted a moment ago may not be found yet; one that stays unknown was forgotten.
const missesUntilForgotten = 20

// The service may call a batch completed a little before all of its phones. They must not stay unknown.
const looksForLatecomers = 4

// The same for a batch that it calls succeeded or failed. Both words are documented, but were never seen. Nothing may
// change during these looks, so a word that comes too early costs no phone its result.
const looksAfterUnseenEnd = 20

// The service may never use a word that is known to be an end. Its word may be a passing one, and a result may still
// change, but the run waits for the phones. If the service still counts the batch in its region, it refuses the next one
// as one too many, and that one waits.
const looksAfterLastResult = 4

/** Looks at an open batch until the service's word or its phones show that it is over, or watching stops. */
export async function watchBatch(context: EngineContext, batch: number): Promise<void> {
  const { gateway, log, stopped } = context
  const batchId = stateOf(context).batches[batch]?.batchId
  if (batchId === undefined) return
  const looks = createLooks(context, batch)
  const interruption = createInterruption(context, batch)
  const byKey = phonesByKey(stateOf(context), batch)
  /** Without the items of the answer: they would stay in memory while the journal or the next look is waited for. */
  const news = async (): Promise<Outcome<News>> => {
    const report = await gateway.batchStatus(batchId, stopped)
    if (!report.ok) return report
    const { batchStatus, items } = report.value
    return succeed({ batchStatus, phones: changedPhones(stateOf(context), byKey, items) })
  }
  let misses = 0
  // A batch gets its time to be found, however often somebody asks for a look.
  let isWaitedOut = true
  let latecomers = 0
  let looksWithoutNews = 0
  let looksSinceUnseenEnd = 0

  await looks.next()
  while (!stopped.aborted) {
    const outcome = await looks.take(news)
    if (stopped.aborted) return

    if (!outcome.ok) {
      const { failure } = outcome
      if (failure.kind === 'not-found' && isWaitedOut && ++misses >= missesUntilForgotten)
        return log.record({ type: 'BatchFinished', batch, end: 'forgotten', failure })
      // No answer comes before somebody with rights signs in.
      if (failure.kind === 'denied') {
        await log.record({ type: 'WatchInterrupted', batch, failure })
        return context.stop('denied')
      }
      isWaitedOut = await interruption.begin(failure)
      continue
    }
    misses = 0
    await interruption.end()
    const { batchStatus, phones } = outcome.value
    if (phones.length > 0) await log.record({ type: 'PhonesReported', batch, phones })
    const areThrough = isThrough(context, batch)
    looksWithoutNews = areThrough && phones.length === 0 ? looksWithoutNews + 1 : 0
    looksSinceUnseenEnd = isUnseenEnd(batchStatus) && phones.length === 0 ? looksSinceUnseenEnd + 1 : 0
    if (
      (areThrough && (isEndWord(batchStatus) || looksWithoutNews >= looksAfterLastResult)) ||
      (isCompleted(batchStatus) && ++latecomers > looksForLatecomers) ||
      looksSinceUnseenEnd > looksAfterUnseenEnd
    ) {
      await log.record({ type: 'BatchFinished', batch, end: 'service', serviceStatus: batchStatus })
      return context.courses.learn(stateOf(context), batch)
    }
    looks.saw(phones)
    await looks.next(Math.max(latecomers, looksWithoutNews, looksSinceUnseenEnd))
  }
}

/** What an answer says of a batch, and the phones of which it says something new. */
type News = { readonly batchStatus: string; readonly phones: readonly PhoneReport[] }

/** When the batch is looked at, by how phones of it and of earlier batches came through. */
function createLooks(context: EngineContext, batch: number) {
  const { clock, courses, random, wakeable, stopped } = context
  const { submittingAt, changedAt } = stateOf(context).batches[batch] ?? {}
  const began = submittingAt === undefined ? clock.now() : Date.parse(submittingAt)
  let changes: readonly { readonly at: number; readonly phones: number }[] = []
  let lastChange = changedAt === undefined ? began : Date.parse(changedAt)
  let answerTook = 0
  // If nobody has looked at a batch for long, much may have changed.
  let longest = longestWhileSomethingComes
  return {
    async take<Value>(look: () => Promise<Value>): Promise<Value> {
      const from = clock.now()
      const value = await look()
      answerTook = Math.max(0, clock.now() - from)
      return value
    },
    saw(phones: readonly PhoneReport[]): void {
      const through = phones.filter(({ status }) => status !== 'signing in').length
      if (through === 0) return
      lastChange = clock.now()
      changes = [...changes, { at: lastChange, phones: through }]
    },
    /** `counted`: the number of looks that count towards treating the batch as over. */
    next(counted = 0): Promise<void> {
      const now = clock.now()
      changes = changes.filter(({ at }) => now - at < recently)
      const likely = waitForLook(
        {
          pending: pendingOf(context, batch),
          age: Math.max(0, now - began),
          silence: Math.max(0, now - lastChange),
          recent: changes.reduce((sum, { phones }) => sum + phones, 0),
          chance: courses.chance,
          answerTook,
        },
        random,
      )
      const ms = counted > 0 ? Math.max(likely, waitForLastWord(counted, random)) : likely
      const pause = { ms: Math.min(ms, longest), atLeast: leastBetweenLooks }
      longest = Number.POSITIVE_INFINITY
      return wakeable.sleep(pause, stopped)
    },
  }
}

const pendingOf = (context: EngineContext, batch: number): number => {
  const { batches, phones } = stateOf(context)
  return (batches[batch]?.phones ?? []).filter((index) => phones[index]?.status === 'signing in').length
}

const isThrough = (context: EngineContext, batch: number): boolean => pendingOf(context, batch) === 0

/** The only value seen to end a batch (the original tool's script); compared without case. */
const isCompleted = (batchStatus: string): boolean => batchStatus.trim().toLowerCase() === 'completed'

/** What Microsoft's page on Get-CsSdgBulkSignInRequestsSummary says of a batch: "succeeded / failed". */
const isUnseenEnd = (batchStatus: string): boolean =>
  ['succeeded', 'failed'].includes(batchStatus.trim().toLowerCase())

/**
 * Whether the word says that a batch is over. Except for those above, these words are guesses. They
 * may end watching only when all phones of the batch have their results.
 */
const isEndWord = (batchStatus: string): boolean =>
  endWords.has(batchStatus.toLowerCase().replaceAll(/[^a-z]/g, ''))

const endWords: ReadonlySet<string> = new Set([
  ...['completed', 'complete', 'finished', 'done', 'ended', 'succeeded', 'success', 'successful'],
  ...['completedwitherrors', 'completedwithfailures', 'completedwithwarnings', 'completedwithissues'],
  ...['partiallycompleted', 'partiallysucceeded', 'partialsuccess', 'partiallyfailed', 'partialfailure'],
  ...['failed', 'failure', 'error', 'faulted', 'rejected', 'cancelled', 'canceled', 'aborted', 'stopped'],
  ...['terminated', 'expired', 'timedout', 'timeout'],
])
