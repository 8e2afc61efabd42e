import { type Guidance, guidanceCatalogue, guidanceFor } from '../../shared/gateway/guidance.ts'
import { accountProblems, directoryProblems, type SimulatedAccounts } from './accounts.ts'
import { seededRandom } from './random.ts'

/** The course of a phone in a batch. Times are in whole simulated ms after the batch was taken. */
export type PhoneCourse = {
  readonly startsAt: number
  readonly endsAt: number
  /** The service's words when it fails; undefined when it signs in. */
  readonly error: string | undefined
}

/** The documented message that a device fails with at its first attempt; undefined for a good device. */
export type ProblemOf = (hardwareId: string) => string | undefined

/** The course of a phone at each attempt, and its device's problem, which the inventory may show before. */
export type Outcomes = {
  (hardwareId: string, username?: string): PhoneCourse
  readonly problemOf: ProblemOf
}

/**
 * Decides by seed and hardware ID which phones fail. The failing phones get all documented messages in turn, so a few
 * hundred phones show each one. With `failFor`, all get the same. At a second attempt, phones sign in if their problem
 * passes with time or in a smaller batch (offline, throttling). The others fail again. With `accounts`, a problem of
 * the account comes from there, and comes first.
 */
export function createOutcomes(
  seed: number,
  failureShare: number,
  failFor?: Guidance['code'],
  accounts?: Pick<SimulatedAccounts, 'problemOf'>,
): Outcomes {
  const deviceProblems = allProblems.filter(({ code }) =>
    failFor ? code === failFor : !accounts || !(accountProblems.has(code) || directoryProblems.has(code)),
  )
  const attempts = new Map<string, number>()
  const problems = new Map<string, Guidance>()
  const firstProblem = Math.floor(seededRandom(seed, 'first problem')() * deviceProblems.length)

  function problemOf(hardwareId: string): Guidance | undefined {
    if (seededRandom(seed, 'fails', hardwareId)() >= failureShare) return undefined
    const problem =
      problems.get(hardwareId) ?? deviceProblems[(firstProblem + problems.size) % deviceProblems.length]
    if (problem) problems.set(hardwareId, problem)
    return problem
  }

  function courseOf(hardwareId: string, username = ''): PhoneCourse {
    const attempt = (attempts.get(hardwareId) ?? 0) + 1
    attempts.set(hardwareId, attempt)
    const problem = problemOf(hardwareId)
    const random = seededRandom(seed, 'course', hardwareId, attempt)
    const ofAccount = accounts?.problemOf(username)
    const retry = guidanceFor(ofAccount ?? '')?.retry ?? 'after-fix'
    if (ofAccount !== undefined && (attempt === 1 || retry === 'after-fix'))
      return failing(retry, ofAccount, random)
    const isMended = attempt > 1 && problem?.retry !== 'after-fix'
    return problem && !isMended
      ? failing(problem.retry, words(problem, seed, hardwareId), random)
      : signingIn(random)
  }

  return Object.assign(courseOf, { problemOf: (hardwareId: string) => problemOf(hardwareId)?.says })
}

/** All messages that are about a device; "Access Denied" is about the operator. */
const allProblems = guidanceCatalogue.filter(({ code }) => code !== 'access-denied')

const second = 1000

/** Most within one to four minutes, one in twenty straggles up to six. */
function signingIn(random: () => number): PhoneCourse {
  const startsAt = (20 + 20 * random()) * second
  const straggles = random() < 0.05
  const endsAt = straggles ? (240 + 120 * random()) * second : (60 + 180 * random() ** 1.5) * second
  return courseFrom(startsAt, endsAt, undefined)
}

/** Faults of an account or a list show soon. Faults that need a wait show late. */
function failing(retry: Guidance['retry'], error: string, random: () => number): PhoneCourse {
  const startsAt = (20 + 20 * random()) * second
  const takes = retry === 'after-fix' ? 5 + 60 * random() : 90 + 120 * random()
  return courseFrom(startsAt, startsAt + takes * second, error)
}

const courseFrom = (startsAt: number, endsAt: number, error: string | undefined): PhoneCourse => ({
  startsAt: Math.round(startsAt),
  endsAt: Math.round(endsAt),
  error,
})

/** The documented message. Two messages carry addresses: the site's, one for all phones, or two devices'. */
function words({ code, says }: Guidance, seed: number, hardwareId: string): string {
  const site = seededRandom(seed, 'site')
  if (code === 'public-ip-not-trusted')
    return says.replace('<ip>', `203.0.113.${host(site)}`).replace('<ip>', `2001:db8::${host(site)}`)
  const devices = seededRandom(seed, 'devices', hardwareId)
  return code === 'duplicate-devices' ? `${says} 192.0.2.${host(devices)}, 192.0.2.${host(devices)}` : says
}

const host = (random: () => number): number => 1 + Math.floor(254 * random())
