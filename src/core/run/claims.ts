import type { Tenant } from '../../shared/gateway/tenant.ts'
import { type Result, succeed } from '../../shared/result.ts'
import type { ClaimsTrouble } from '../../shared/run/claims-trouble.ts'
import type { PhoneLeftOut } from '../../shared/run/events.ts'
import type { PhoneState } from '../../shared/run/run-state.ts'
import { takeClaimLock } from './claim-lock.ts'
import { followOtherRuns } from './other-runs.ts'

/** The phones that other runs of this folder have, asked for at the moment of a submission. */
export type Claims = {
  /**
   * Begins a moment in which no other process claims phones: what is asked and written in it cannot be overtaken. Fails
   * where it cannot be told what the other runs have; rejects as the file system does. `isNew`: the run has not begun.
   */
  begin(isNew?: boolean): Promise<Result<ClaimMoment, ClaimsTrouble>>
}

export type ClaimMoment = {
  /** The other run that has the phone; undefined where this run may submit it. */
  whoHas(phone: Pick<PhoneState, 'username' | 'hardwareId'>): ClaimedBy | undefined
  end(): Promise<void>
}

export type ClaimedBy = Pick<PhoneLeftOut, 'runId' | 'why'>

/** Which run asks. `isResumed`: its journal may be an older one, so what others have submitted since it began counts, too. */
export type Claimant = {
  readonly runId: string
  readonly tenant: Pick<Tenant, 'id' | 'simulator'>
  readonly isResumed: boolean
}

export function createClaims(directory: string, claimant: Claimant): Claims {
  const { runId, isResumed } = claimant
  const others = followOtherRuns(directory, { ...claimant, withFinished: isResumed })

  /** Of two runs that have yet to submit the same phone, the earlier one does. */
  const counts = ({ runId: other, why }: ClaimedBy, isNew: boolean): boolean => {
    const isLater = other > runId
    // An earlier run may have been resumed meanwhile, and have signed in by now what this one has yet to submit.
    if (why === 'submitted') return isResumed
    return why !== 'waiting' || isNew || !isLater
  }

  return {
    async begin(isNew = false) {
      const lock = await takeClaimLock(directory)
      if (!lock.ok) return lock
      const { release } = lock.value
      try {
        const found = await others.look()
        if (!found.ok) {
          await release()
          return found
        }
        return succeed({
          whoHas(phone) {
            for (const other of found.value) {
              const why = other.claimOn(phone)
              const claimedBy = why && { runId: other.runId, why }
              if (claimedBy && counts(claimedBy, isNew)) return claimedBy
            }
            return undefined
          },
          end: release,
        })
      } catch (error) {
        await release()
        throw error
      }
    },
  }
}

/** For the lanes of an engine: the next moment begins once the one before has ended. */
export function oneAtATime({ begin }: Claims): Claims {
  let last: Promise<void> = Promise.resolve()
  return {
    async begin(isNew) {
      const before = last
      const { promise, resolve: hasEnded } = Promise.withResolvers<void>()
      last = promise
      await before
      let moment: Awaited<ReturnType<Claims['begin']>> | undefined
      try {
        moment = await begin(isNew)
      } finally {
        if (!moment?.ok) hasEnded()
      }
      if (!moment.ok) return moment
      const { whoHas, end } = moment.value
      return succeed({ whoHas, end: () => end().finally(hasEnded) })
    },
  }
}
