import type { AppFailure } from '../../shared/app-failure.ts'
import { failureWords } from '../../shared/gateway/failure-words.ts'
import type { Operator } from '../../shared/gateway/tenant.ts'
import { isGuid } from '../../shared/guid.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { toldOfClaims } from '../../shared/run/claims-failure.ts'
import type { Candidate, Requester, Resolution } from '../../shared/run/evidence.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import { text } from '../../shared/text/index.ts'
import { isRuledOut } from './candidate.ts'
import { gatherEvidence, type RuledOut } from './evidence.ts'
import type { RunRepository } from './run-repository.ts'
import type { Session } from './session.ts'

/** What the batch history says about unconfirmed submissions, as far as the operator was shown it. */
export type ShownHistory = {
  /** Looks at the batch history, to be shown. */
  look(session: Session, state: RunState, batch: number): Promise<Result<readonly Candidate[], AppFailure>>
  /** The IDs of the batches that were shown as those that may be it. */
  shownFor(state: RunState, batch: number): readonly string[]
  /**
   * Looks at the batch history again, and says why it does not support these decisions. If it has a new batch, or the
   * service now tells more phones of one, nothing is sent again: the operator must see that first.
   */
  whyNot(
    session: Session,
    state: RunState,
    resolutions: readonly Resolution[],
    stopped?: AbortSignal,
  ): Promise<AppFailure | undefined>
}

export function createShownHistory(repository: Pick<RunRepository, 'batchesOfOthers'>): ShownHistory {
  const shown = new Map<string, readonly Candidate[]>()
  const ruledOutOf = new Map<string, RuledOut>()

  async function read(
    { gateway, operator }: Session,
    state: RunState,
    batch: number,
    stopped?: AbortSignal,
  ): Promise<Result<readonly Candidate[], AppFailure>> {
    const known = toldOfClaims(await repository.batchesOfOthers(state.runId))
    if (!known.ok) return known
    const ruledOut = ruledOutOf.get(keyOf(state, batch)) ?? new Map()
    ruledOutOf.set(keyOf(state, batch), ruledOut)
    const candidates = await gatherEvidence(gateway, state, batch, known.value, {
      ruledOut,
      ...(stopped && { signal: stopped }),
    })
    return candidates.ok
      ? succeed(candidates.value.map((one) => withRequester(one, operator, state.operator)))
      : fail({ kind: 'service', ...text.run.noEvidence(failureWords(candidates.failure)) })
  }

  async function whyNotThis(
    session: Session,
    state: RunState,
    { batch, decision }: Resolution,
    stopped?: AbortSignal,
  ): Promise<AppFailure | undefined> {
    // Nothing in the batch history could contradict this decision, and the service may not even answer.
    if (decision.kind === 'leave') return undefined
    const found = await read(session, state, batch, stopped)
    if (!found.ok) return found.failure
    const wasShown = shown.get(keyOf(state, batch))
    const isKnown = (candidate: Candidate): boolean =>
      wasShown?.some((one) => saysTheSame(one, candidate)) ?? false
    // Phones that the service has must never be called refused.
    const isThere = decision.kind === 'refused' && found.value.some(({ isExact }) => isExact)
    const isSupported =
      decision.kind === 'adopt'
        ? found.value.some((candidate) => candidate.batchId === decision.batchId && isKnown(candidate))
        : !isThere && wasShown !== undefined && found.value.every((one) => isRuledOut(one) || isKnown(one))
    return isSupported ? undefined : { kind: 'not-confirmed', ...text.run.historyChanged }
  }

  return {
    async look(session, state, batch) {
      const found = await read(session, state, batch)
      const key = keyOf(state, batch)
      if (found.ok) shown.set(key, found.value)
      else shown.delete(key)
      return found
    },
    shownFor: (state, batch) => (shown.get(keyOf(state, batch)) ?? []).map(({ batchId }) => batchId),
    async whyNot(session, state, resolutions, stopped) {
      if (isNamedTwice(resolutions)) return { kind: 'not-confirmed', ...text.run.oneForTwo }
      // One after the other: each look takes many calls, and the service allows few at a time.
      for (const resolution of resolutions) {
        const refusal = await whyNotThis(session, state, resolution, stopped)
        if (refusal) return refusal
      }
      return undefined
    },
  }
}

/** Of its phones; how far they are is no evidence. */
const saysTheSame = (one: Candidate, other: Candidate): boolean =>
  one.batchId === other.batchId &&
  one.isUnread === other.isUnread &&
  one.isExact === other.isExact &&
  one.matching === other.matching

/** Whether two batches of the run are said to be the same one of the batch history. */
function isNamedTwice(resolutions: readonly Resolution[]): boolean {
  const named = resolutions.flatMap(({ decision }) => (decision.kind === 'adopt' ? [decision.batchId] : []))
  return new Set(named).size < named.length
}

const keyOf = ({ runId }: RunState, batch: number): string => `${runId} ${batch}`

/**
 * A batch in the history with who asked for it, as far as that can be told. Nobody has seen the service's
 * `userId` on a live tenant. Only if it is a GUID, as the operator's own ID is, does another value mean somebody else.
 */
function withRequester(candidate: Candidate, you: Operator, runOperator: Operator): Candidate {
  const requestedBy = candidate.userId && requesterOf(candidate.userId, you, runOperator)
  return requestedBy ? { ...candidate, requestedBy } : candidate
}

function requesterOf(userId: string, you: Operator, runOperator: Operator): Requester | undefined {
  if (isOf(userId, you)) return 'you'
  if (isOf(userId, runOperator)) return 'run-operator'
  return isGuid(userId) && you.objectId !== undefined ? 'somebody-else' : undefined
}

const isOf = (userId: string, { username, objectId }: Operator): boolean =>
  [username, objectId].some((name) => name?.toLowerCase() === userId.toLowerCase())
