import type { AppFailure } from '../../shared/app-failure.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { StopReason } from '../../shared/run/events.ts'
import { text } from '../../shared/text/index.ts'
import type { WatchedRun } from './watched-run.ts'

/** Whether somebody wants watching to stop before it has begun. */
export type Stop = { readonly signal: AbortSignal; reason(): StopReason | undefined }

/** What begins a run or writes to one on disk: one such thing at a time, and none while a run is watched. */
export type Exclusive = {
  /** Fails where something else is under way. */
  alone<Value>(begin: (stop: Stop) => Promise<Result<Value, AppFailure>>): Promise<Result<Value, AppFailure>>
  isBusy(): boolean
  /** Wants what is about to be watched to stop at once. */
  stop(reason: StopReason): void
  /** Resolves when nothing is under way. */
  over(): Promise<void>
}

export function createExclusive(watched: Pick<WatchedRun, 'isWatching' | 'over'>): Exclusive {
  // From the call on, not only from the first event: two clicks must not make two runs.
  let beginning: { readonly over: Promise<unknown>; stop(reason: StopReason): void } | undefined
  return {
    async alone(begin) {
      if (beginning || watched.isWatching()) return fail({ kind: 'run-under-way', ...text.run.underWay })
      const stopping = new AbortController()
      let reason: StopReason | undefined
      // The run watched before may not have released its journal yet.
      const begun = watched
        .over()
        .catch(() => undefined)
        .then(() => begin({ signal: stopping.signal, reason: () => reason }))
      beginning = {
        over: begun.catch(() => undefined),
        stop(asked) {
          reason ??= asked
          stopping.abort()
        },
      }
      try {
        return await begun
      } finally {
        beginning = undefined
      }
    },
    isBusy: () => beginning !== undefined,
    stop: (reason) => beginning?.stop(reason),
    async over() {
      await beginning?.over
    },
  }
}
