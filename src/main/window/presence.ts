import type { Runs } from '../../core/run/runs.ts'
import { countFinal } from '../../shared/run/counts.ts'
import { isWatching } from '../../shared/run/is-watching.ts'
import { runEnd } from '../../shared/run/run-end.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import { harmless } from '../../shared/text/harmless.ts'
import { text } from '../../shared/text/index.ts'

/** What the desktop shows of the app while nobody looks at its window. */
export type Desktop = {
  /** Between 0 and 1; undefined takes the bar away. `paused` where watching stands still. */
  showProgress(progress: Progress | undefined): void
  /** Keeps the computer from sleeping; the function returned ends that. */
  stayAwake(): () => void
  notify(notice: Notice): void
}

export type Progress = { readonly share: number; readonly paused: boolean }
export type Notice = { readonly title: string; readonly body: string }

/** Lets the desktop follow the shown run. Returns the function that ends it. */
export function followRun(runs: Pick<Runs, 'state' | 'subscribe'>, desktop: Desktop): () => void {
  let wasWatching = isWatching(runs.state())
  let shownAgain: RunState | undefined
  let letSleep: (() => void) | undefined

  const follow = (now: RunState | undefined): void => {
    desktop.showProgress(taskbarProgress(now))
    if (isWatching(now)) letSleep ??= desktop.stayAwake()
    else {
      letSleep?.()
      letSleep = undefined
    }
    const notice = now && wasWatching ? noticeOf(now) : undefined
    if (notice) desktop.notify(notice)
    wasWatching = isWatching(now)
  }
  return runs.subscribe((_event, when, after) => {
    // Not of the runs, whose state stays as it is: the event after it would copy all phones.
    if (when === 'now') {
      shownAgain = undefined
      return follow(after())
    }
    // Each event of a run that is shown again is told, and what it came to counts.
    const now = runs.state()
    if (now === shownAgain) return
    shownAgain = now
    follow(now)
  })
}

/** How much of a watched run is final. Nothing is shown of one that is not watched. */
export function taskbarProgress(state: RunState | undefined): Progress | undefined {
  if (!isWatching(state)) return undefined
  return {
    share: countFinal(state) / state.phones.length,
    paused: state.batches.some(({ interruption }) => interruption !== undefined),
  }
}

/** The notification about a run that is no longer watched. The person who stopped it needs none. */
export function noticeOf(state: RunState): Notice | undefined {
  const { finished, needsYou } = text.main.notices
  if (state.watching.kind === 'finished') return finished(harmless(state.listName), runEnd(state))
  if (state.watching.kind !== 'stopped') return undefined
  switch (state.watching.reason) {
    case 'operator':
    case 'closing':
    case 'ended':
      return undefined
    case 'undecided':
    case 'held':
    case 'unchecked':
    case 'denied':
    case 'journal':
      return needsYou(harmless(state.listName))
  }
}
