import type { PhoneList } from '../../../../shared/phones/phone-list.ts'
import { planRun, type RunPlan } from '../../../../shared/run/plan.ts'
import {
  noMemory,
  type RunMemory,
  type SignedInPart,
  signedInParts,
  withoutSignedIn,
} from '../../../../shared/run/run-memory.ts'
import { memoizeLast } from '../memoize-last.ts'
import type { Row } from './row.ts'

/** The phones that were signed in before, run by run, and whether they are signed in again anyway. */
export type SignedInBefore = {
  readonly parts: readonly SignedInPart[]
  readonly areIncluded: boolean
  /** Rows chosen by hand are asked about: nobody has said yet whether they are signed in again or left out. */
  readonly isOpen?: boolean
}

/** What a run of the open list would do, as far as this computer knows of its phones. */
export type StartPlan = { readonly plan: RunPlan; readonly signedIn: SignedInBefore }

/** `chosen`: the rows to sign in, if not all. */
export const startPlan = memoizeLast(
  (
    list: PhoneList,
    memory: RunMemory,
    areIncluded: boolean,
    chosen: ReadonlySet<number> | undefined,
  ): StartPlan => leaveSignedInOut(planRun(list, chosen), memory, areIncluded),
)

/** Leaves out of a plan what was signed in before, unless that is to be signed in again. */
export const leaveSignedInOut = (plan: RunPlan, memory: RunMemory, areIncluded: boolean): StartPlan => ({
  plan: withoutSignedIn(plan, areIncluded ? noMemory : memory),
  signedIn: { parts: signedInParts(plan.phones, memory), areIncluded },
})

/** All phones of these parts. */
export const phonesIn = ({ parts }: Pick<SignedInBefore, 'parts'>): number =>
  parts.reduce((sum, { phones }) => sum + phones, 0)

/** How many first phones are signed in before the others, to see whether it goes well. */
export const firstFew = 5

/**
 * The rows that the next run takes where nobody has chosen any, and those with errors, which it names as left out. Undefined
 * where that is the whole list.
 */
export const rowsOfNext = memoizeLast((rows: readonly Row[]): ReadonlySet<number> | undefined => {
  const next = rows.filter((row) => row.next !== undefined || row.wrong.length > 0)
  return next.length === rows.length ? undefined : new Set(next.map(({ row }) => row))
})

/** How many of the phones of a plan are in it for which reason. */
export const countNext = memoizeLast(
  (rows: readonly Row[], { phones }: Pick<RunPlan, 'phones'>): NextCounts => {
    const reasons = new Map(rows.map(({ row, next }) => [row, next]))
    const counts = { new: 0, corrected: 0, failed: 0 }
    for (const { row } of phones) counts[reasons.get(row) ?? 'new'] += 1
    return counts
  },
)

export type NextCounts = Readonly<Record<NonNullable<Row['next']>, number>>

/** Whether a row can be signed in if somebody chooses it. One that is signed in is asked about. */
export const canSignIn = ({ next, status, isLocked }: Row): boolean =>
  next !== undefined || status === 'signed in' || (status === 'unknown' && !isLocked)

/** Those of these rows that can be signed in, and those with errors, which the run names as left out. */
export const rowsToSignIn = (rows: readonly Row[]): ReadonlySet<number> =>
  new Set(rows.filter((row) => canSignIn(row) || row.wrong.length > 0).map(({ row }) => row))
