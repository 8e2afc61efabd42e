import type { RunState } from '../../../../shared/run/run-state.ts'
import { text } from '../../../../shared/text/index.ts'
import { elapsed, phoneCounts } from './standing.ts'
import { stripWords } from './strip-words.ts'

const { announce } = text.window.run
const everyMs = 15_000

/** The last announcement about the run, and its time (milliseconds since the epoch). */
export type Said = { readonly words: string; readonly at: number }

/**
 * What to say about the run now, if anything: important changes at once, progress every 15 seconds and only
 * if there is some. A screen reader that hears every event hears nothing.
 */
export function announcement(state: RunState, now: number, last: Said | undefined): string | undefined {
  const { kind, title, lines } = stripWords(state)
  const counts = phoneCounts(state)
  const progress = announce.progress(counts['signed in'], counts.failed, state.phones.length)
  if (kind === 'running') {
    if (last === undefined) return progress
    return now - last.at >= everyMs && last.words !== progress ? progress : undefined
  }
  const turn =
    kind === 'interrupted'
      ? announce.interrupted(lines[0] ?? '')
      : kind === 'stopped'
        ? `${title}. ${lines.join(' ')}`
        : announce.finished(elapsed(state, now), title)
  return last?.words === turn ? undefined : turn
}
