import type { GatewayFailure } from '../../../../shared/gateway/failure.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { text } from '../../../../shared/text/index.ts'
import { timeOfDay } from '../time-of-day.ts'
import { holdIn } from './hold.ts'
import { standingByRegion } from './region-standing.ts'
import { phoneCounts, settledPhones } from './standing.ts'
import { waitsForDecision } from './waits-for-decision.ts'

export type StripWords = {
  readonly kind: 'running' | 'interrupted' | 'stopped' | 'well' | 'failed'
  readonly title: string
  readonly lines: readonly string[]
}

const { strip } = text.window.run

/** How a run stands, in words: one sentence, and what explains it. */
export function stripWords(state: RunState): StripWords {
  const all = state.phones.length
  const settled = settledPhones(state)
  switch (state.watching.kind) {
    case 'finished':
      return finished(state)
    case 'stopped': {
      const { reason } = state.watching
      const title = waitsForDecision(state.watching) ? strip.undecided : strip.stopped
      return { kind: 'stopped', title, lines: [strip.stoppedWhy[reason], strip.running(settled, all)] }
    }
    case 'watching':
      return watching(state, settled)
  }
}

function finished(state: RunState): StripWords {
  const counts = phoneCounts(state)
  const signedIn = counts['signed in']
  const rest = strip.finishedParts(counts.failed, counts.unknown, counts['not sent'], state.leftOut.length)
  return {
    kind: signedIn === state.phones.length ? 'well' : 'failed',
    title: strip.finished(signedIn, state.phones.length),
    lines: [rest === '' ? strip.allWell : rest],
  }
}

function watching(state: RunState, settled: number): StripWords {
  const progress = strip.running(settled, state.phones.length)
  const interrupted = state.batches.filter(({ interruption }) => interruption)
  const [first] = interrupted
  if (first?.interruption) {
    const why = withNextTry(first.interruption, first.nextTryAt)
    return { kind: 'interrupted', title: strip.interrupted(interrupted.length), lines: [why, progress] }
  }
  return { kind: 'running', title: progress, lines: regionLines(state) }
}

function regionLines(state: RunState): readonly string[] {
  const standings = standingByRegion(state.batches)
  const lines = standings.map(({ region, open, finished: ended, all, queued, otherwise }) =>
    strip.region(region, ended, all, open, queued, otherwise),
  )
  const waiting = state.batches.find(({ stage }) => stage === 'waiting')
  return [
    ...lines,
    ...(waiting?.failure ? [withNextTry(waiting.failure, waiting.nextTryAt)] : []),
    ...(!holdIn(state) && state.batches.some(({ stage }) => stage === 'queued') ? [strip.queueWhy] : []),
  ]
}

function withNextTry({ message }: GatewayFailure, nextTryAt: string | undefined): string {
  const next = timeOfDay(nextTryAt)
  return next === '' ? message : `${message} ${strip.nextTry(next)}`
}
