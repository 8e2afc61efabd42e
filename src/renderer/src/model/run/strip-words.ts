import type { GatewayFailure } from '../../../../shared/gateway/failure.ts'
import { failureWords } from '../../../../shared/gateway/failure-words.ts'
import { type Region, regions } from '../../../../shared/gateway/region.ts'
import { hasSentNothing } from '../../../../shared/run/other-way.ts'
import { runEnd, signedInBefore, verdictOf } from '../../../../shared/run/run-end.ts'
import type { BatchStage, BatchState, RunState } from '../../../../shared/run/run-state.ts'
import { isOfOthers } from '../../../../shared/run/why-words.ts'
import { text } from '../../../../shared/text/index.ts'
import { timeOfDay } from '../time-of-day.ts'
import { holdIn } from './hold.ts'
import { finalPhones, phoneCounts } from './standing.ts'
import { waitsForDecision } from './waits-for-decision.ts'

export type StripWords = {
  readonly kind: 'running' | 'interrupted' | 'stopped' | 'well' | 'partly' | 'failed'
  readonly title: string
  readonly lines: readonly string[]
}

const { strip } = text.window.run

/** How a run stands, in words: one sentence, and what explains it. */
export function stripWords(state: RunState): StripWords {
  const { title, ...words } = wordsOf(state)
  return { ...words, title: state.tenant.simulated ? text.run.asSimulated(title) : title }
}

function wordsOf(state: RunState): StripWords {
  const all = state.phones.length
  const final = finalPhones(state)
  switch (state.watching.kind) {
    case 'finished':
      return finished(state)
    case 'stopped': {
      const { reason } = state.watching
      const stopped = hasSentNothing(state) ? strip.stoppedUnsent : strip.stopped
      const title = waitsForDecision(state.watching) ? strip.undecided : stopped
      return { kind: 'stopped', title, lines: [strip.stoppedWhy[reason], strip.running(final, all)] }
    }
    case 'watching':
      return watching(state, final)
  }
}

function finished(state: RunState): StripWords {
  const end = runEnd(state)
  const kind = verdictOf(end)
  const lines = [
    ...(end.notSent > 0 ? [strip.notSent(...notSent(state))] : []),
    ...(kind === 'well' ? [strip.allWell] : []),
    ...(end.simulated ? [strip.simulated] : []),
  ]
  return { kind, title: text.run.ended({ ...end, simulated: false }), lines }
}

/** Why phones and rows were not sent: errors in the list, other runs, taken out of this one. */
function notSent(state: RunState): readonly [number, number, number] {
  const ofOthers = state.leftOut.filter(isOfOthers).length
  const withErrors = state.leftOut.length - ofOthers - signedInBefore(state.leftOut)
  return [withErrors, ofOthers, phoneCounts(state)['not sent']]
}

function watching(state: RunState, final: number): StripWords {
  const progress = strip.running(final, state.phones.length)
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

function withNextTry(failure: GatewayFailure, nextTryAt: string | undefined): string {
  const message = failureWords(failure)
  const next = timeOfDay(nextTryAt)
  return next === '' ? message : `${message} ${strip.nextTry(next)}`
}

/** How the batches of a region stand. `otherwise`: refused, not sent, or nobody knows. */
type RegionStanding = {
  readonly region: Region
  readonly all: number
  readonly open: number
  readonly queued: number
  readonly finished: number
  readonly otherwise: number
}

const countedAs: Record<BatchStage, 'open' | 'queued' | 'finished' | 'otherwise'> = {
  queued: 'queued',
  waiting: 'queued',
  submitting: 'open',
  open: 'open',
  finished: 'finished',
  refused: 'otherwise',
  unknown: 'otherwise',
  'not sent': 'otherwise',
}

/** One line for each region the run has batches in. */
export function standingByRegion(batches: readonly BatchState[]): readonly RegionStanding[] {
  const standings = regions.map((region) => ({
    ...{ region, all: 0, open: 0, queued: 0, finished: 0, otherwise: 0 },
  }))
  for (const { region, stage } of batches) {
    const standing = standings.find((one) => one.region === region)
    if (!standing) continue
    standing.all += 1
    standing[countedAs[stage]] += 1
  }
  return standings.filter(({ all }) => all > 0)
}
