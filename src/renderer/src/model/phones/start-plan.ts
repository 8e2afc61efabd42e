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

/** Which phones were signed in before, run by run, and whether they are signed in again all the same. */
export type SignedInBefore = { readonly parts: readonly SignedInPart[]; readonly areIncluded: boolean }

/** What a run of the open list would do, as far as this computer knows of its phones. */
export type StartPlan = { readonly plan: RunPlan; readonly signedIn: SignedInBefore }

export const startPlan = memoizeLast(
  (list: PhoneList, memory: RunMemory, areIncluded: boolean): StartPlan =>
    leaveSignedInOut(planRun(list), memory, areIncluded),
)

/** Leaves out of a plan what was signed in before, unless that is to be signed in again. */
export const leaveSignedInOut = (plan: RunPlan, memory: RunMemory, areIncluded: boolean): StartPlan => ({
  plan: withoutSignedIn(plan, areIncluded ? noMemory : memory),
  signedIn: { parts: signedInParts(plan.phones, memory), areIncluded },
})

/** All phones of these parts. */
export const phonesIn = ({ parts }: SignedInBefore): number =>
  parts.reduce((sum, { phones }) => sum + phones, 0)
