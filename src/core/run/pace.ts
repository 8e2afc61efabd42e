/**
 * A wait (in ms) that is up to 10 % shorter or longer, so that the batches of a run don't all ask at once; `random`
 * answers from 0 to 1.
 */
export const spread = (ms: number, random: () => number): number => ms * (0.9 + 0.2 * random())

/** The service's limits are not known: no batch is asked about more often than this, in ms. */
export const leastBetweenLooks = 1_000

const slowest = 60_000

// A free place makes a whole batch wait, so its end is worth as much as the changes of many phones.
const worthOfEnd = 32

// The mean delay and the number of calls both stay small where the wait falls with the root of what is likely to change.
const costOfLook = 1.4

// All phones may finish at once at any time. Until somebody looks, the place stays empty.
export const longestWhileSomethingComes = 3_000
const longestWhileNothingComes = 5_200

// For a batch that hangs: the longer nothing has changed, the less a look is worth.
const silenceOverWait = 36

/** A batch at the moment when the engine plans its next look. Times in ms. */
export type Outlook = {
  /** Phones without a result. */
  readonly pending: number
  /** Since the service took the batch. */
  readonly age: number
  /** Since a phone of it had its result, or since it was taken. */
  readonly silence: number
  /** Phones that had their result in the last `recently`. */
  readonly recent: number
  /** Of a phone that has no result at that age, the chance (0 to 1) of one within the time; undefined where nothing is known. */
  readonly chance: (age: number, within: number) => number | undefined
  /** How long the service took for its last answer. */
  readonly answerTook: number
}

/** Over how long changes are counted, in ms. */
export const recently = 20_000

const horizon = 10_000

/**
 * How long to wait for the next look at a batch, in ms: short where many phones, or the last ones, are likely to have
 * their results. Never below `leastBetweenLooks`, and a slow service is left alone as long as it took to answer.
 */
export function waitForLook(outlook: Outlook, random: () => number): number {
  const { age, silence, answerTook, chance } = outlook
  const { changes, end } = expected(outlook)
  const best = 1_000 * Math.sqrt(costOfLook / Math.max(1e-9, changes + worthOfEnd * end))
  const longest = isTooEarly(outlook)
    ? longestWhileNothingComes
    : Math.max(longestWhileSomethingComes, silence / silenceOverWait)
  // Silence for longer than all before it, and than anything seen of other batches.
  const hangs = chance(age, horizon) === undefined ? Math.max(0, 2 * silence - age) / silenceOverWait : 0
  const wait = Math.min(Math.max(hangs, Math.min(best, longest)), slowest)
  return Math.max(leastBetweenLooks, answerTook, spread(wait, random))
}

/** Changes of phones, and ends of the batch, to be expected per second. */
function expected({ pending, age, silence, recent, chance }: Outlook): {
  readonly changes: number
  readonly end: number
} {
  if (pending === 0) return { changes: 0, end: 1 }
  const learned = chance(age, horizon)
  // A phone that has kept us waiting for long is unlikely to sign in at the next moment.
  const unknown = Math.min(1, horizon / (silence + horizon) / pending)
  const own = Math.min(1, (recent / pending) * (horizon / recently))
  const one = learned ?? Math.max(own, unknown)
  const seconds = horizon / 1_000
  return { changes: (pending * one) / seconds, end: one ** pending / seconds }
}

/** No phone of another batch was through so soon. */
const isTooEarly = ({ age, recent, chance }: Outlook): boolean =>
  recent === 0 && chance(0, age + longestWhileNothingComes) === 0

/**
 * How long to wait, in ms, before the next counted look. After enough of them a batch is treated as over although its phones
 * or the service's word say otherwise. Counting quick looks would leave phones without their results.
 */
export const waitForLastWord = (looks: number, random: () => number): number =>
  spread(Math.min(30_000, 4_000 * 1.3 ** looks), random)

/** How long to wait after calls that fail, in ms: longer each time. */
export type Backoff = {
  /** One more call failed; the service's own Retry-After is a lower bound. Answers with the wait. */
  failed(retryAfterMs: number): number
}

const firstAfterFailure = 8_000
const longestAfterFailures = 60_000

export function createBackoff(random: () => number): Backoff {
  let next = firstAfterFailure
  return {
    failed(retryAfterMs) {
      const wait = Math.max(retryAfterMs, spread(next, random))
      next = Math.min(longestAfterFailures, next * 2)
      return wait
    },
  }
}
