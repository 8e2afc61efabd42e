import type { RunState } from '../../shared/run/run-state.ts'

/** How long phones took in batches of this run that are over. */
export type PhoneCourses = {
  /** The batch is over. One that the service never took teaches nothing. */
  learn(state: RunState, batch: number): void
  /**
   * Of a phone that has no result at that age (in ms, since its batch was taken), the chance of one within so many ms;
   * undefined where no phone seen was without one for so long.
   */
  chance(age: number, within: number): number | undefined
}

// The service may become slower or faster during a long run: only what was seen last counts.
const mostAges = 1_000

/** Learns from the batches that were over before, of a run that is taken up again. */
export function createPhoneCourses(state: RunState | undefined): PhoneCourses {
  let seen: readonly number[] = []
  let sorted: readonly number[] = []

  const learn = (from: RunState, batch: number): void => {
    const ages = agesOf(from, batch)
    if (ages.length === 0) return
    seen = [...seen, ...ages].slice(-mostAges)
    sorted = seen.toSorted((a, b) => a - b)
  }
  for (const [batch, { stage }] of (state?.batches ?? []).entries())
    if (state && stage === 'finished') learn(state, batch)
  return {
    learn,
    chance(age, within) {
      const begin = after(sorted, age)
      const left = sorted.length - begin
      return left === 0 ? undefined : (after(sorted, age + within) - begin) / left
    },
  }
}

function agesOf(state: RunState, batch: number): readonly number[] {
  const { submittingAt, phones = [] } = state.batches[batch] ?? {}
  if (submittingAt === undefined) return []
  const taken = Date.parse(submittingAt)
  return phones.flatMap((index) => {
    const phone = state.phones[index]
    const isThrough = phone?.status === 'signed in' || phone?.status === 'failed'
    // Somebody may have set the clock meanwhile.
    return phone && isThrough ? [Math.max(0, Date.parse(phone.since) - taken)] : []
  })
}

/** How many of the sorted numbers are at most that. */
function after(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}
