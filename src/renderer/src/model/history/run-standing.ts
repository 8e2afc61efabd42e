import { assertNever } from '../../../../shared/assert-never.ts'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import type { LockHolder } from '../../../../shared/run/lock-holder.ts'
import type { PastRun } from '../../../../shared/run/past-run.ts'
import { pastRunEnd, verdictOf } from '../../../../shared/run/run-end.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { text } from '../../../../shared/text/index.ts'
import type { RowStatus } from '../phones/row.ts'
import type { Tone } from '../tone.ts'

const { runs: words } = text.window.history

export type RunStanding = {
  readonly mark: RowStatus
  readonly tone: Tone
  readonly word: string
  /** Why it is so, in a few words; empty where there is nothing to say. */
  readonly why: string
}

/** How a run stands, in a word. `shown`: the run in this window. */
export function runStanding(run: PastRun, shown: RunState | undefined): RunStanding {
  const { runId, watching, holder } = run
  switch (watching.kind) {
    case 'finished': {
      const isWell = verdictOf(pastRunEnd(run)) === 'well'
      return {
        mark: isWell ? 'signed in' : 'warning',
        tone: isWell ? 'good' : 'careful',
        word: words.state.finished,
        why: '',
      }
    }
    case 'stopped':
      return { mark: 'warning', tone: 'careful', word: words.state.stopped, why: words.why[watching.reason] }
    case 'watching': {
      const where = isWatching(shown) && shown?.runId === runId ? 'here' : 'elsewhere'
      const why = where === 'elsewhere' ? whereElse(holder) : words.why.here
      return { mark: 'signing in', tone: 'moving', word: words.state[where], why }
    }
  }
}

function whereElse(holder: LockHolder | undefined): string {
  switch (holder?.kind) {
    case 'computer':
      return words.why.onAnother(holder.computer)
    case 'environment':
      return words.why.inAnotherEnvironment
    case 'unreadable':
      return words.why.lockUnreadable
    case 'process':
    case undefined:
      return words.why.elsewhere
    default:
      return assertNever(holder)
  }
}

/** Why a run cannot be opened or deleted now; undefined where it can. */
export function whyNot(
  { runId, watching, holder }: Pick<PastRun, 'runId' | 'watching' | 'holder'>,
  shown: RunState | undefined,
): { readonly open: string | undefined; readonly remove: string | undefined } {
  const isBusy = isWatching(shown)
  if (isBusy && shown?.runId === runId) return { open: undefined, remove: words.watchedHere }
  const elsewhere = watching.kind === 'watching' ? heldWords(holder) : undefined
  return { open: elsewhere ?? (isBusy ? words.notWhileWatched : undefined), remove: elsewhere }
}

/** Which other process holds a run, and what to do should it be gone. */
export function heldWords(holder: LockHolder | undefined): string {
  const { message, remedy } = text.run.watchedElsewhere(holder)
  return `${message} ${remedy}`
}
