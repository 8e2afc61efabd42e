import { isSameTenant, type Tenant } from '../gateway/tenant.ts'
import type { LeftOutRow, PlannedPhone } from './events.ts'
import type { PhoneOutcome } from './outcome.ts'
import type { PastRun } from './past-run.ts'
import { deviceKeyOf, phoneKeyOf } from './phone-key.ts'
import { planBatches, type RunPlan } from './plan.ts'

/**
 * In ms, how long it is remembered that a phone was signed in. Bulk sign-in reaches a phone that was signed out for 168
 * hours (Microsoft, Bulk sign-in for SIP devices), so after that a sign-in of long ago says nothing.
 */
const remembersFor = 168 * 3_600_000

/** Whether anything that happened then (ISO 8601) is still remembered. `now`: ms since the epoch. */
export const isRemembered = (at: string, now: number): boolean => now - Date.parse(at) < remembersFor

type RememberedRun = Pick<PastRun, 'runId' | 'listName'>

/** A sign-in of a phone, device and account together, that nothing has undone as far as this computer knows. */
export type SignedInBefore = { readonly at: string; readonly run: RememberedRun }

/** Which phones of a tenant the runs of this disk have signed in lately. */
export type RunMemory = {
  of(phone: Pick<PlannedPhone, 'username' | 'hardwareId'>): SignedInBefore | undefined
}

/**
 * What the runs of this disk say of the phones of a tenant. The last outcome of a phone counts; and a device that was
 * given another account since is signed in with that one. `now`: ms since the epoch.
 */
export function runMemory(
  runs: readonly PastRun[],
  tenant: Pick<Tenant, 'id' | 'simulator'>,
  now: number,
): RunMemory {
  const phones = new Map<string, Remembered>()
  const devices = new Map<string, Remembered>()
  for (const run of runs) {
    if (!isSameTenant(run.tenant, tenant)) continue
    for (const outcome of run.outcomes ?? []) {
      const remembered = { ...outcome, run }
      keepLast(phones, phoneKeyOf(outcome), remembered)
      if (outcome.status === 'signed in') keepLast(devices, deviceKeyOf(outcome), remembered)
    }
  }
  // Nobody looks for each of 60,000 phones where nothing is remembered.
  if (phones.size === 0) return noMemory
  return {
    of(phone) {
      const key = phoneKeyOf(phone)
      const last = phones.get(key)
      if (last?.status !== 'signed in' || !isRemembered(last.at, now)) return undefined
      const onDevice = devices.get(deviceKeyOf(phone))
      if (onDevice && phoneKeyOf(onDevice) !== key) return undefined
      const { runId, listName } = last.run
      return { at: last.at, run: { runId, listName } }
    },
  }
}

/** Remembers nothing. */
export const noMemory: RunMemory = { of: () => undefined }

type Remembered = PhoneOutcome & { readonly run: RememberedRun }

function keepLast(map: Map<string, Remembered>, key: string, remembered: Remembered): void {
  const known = map.get(key)
  if (!known || Date.parse(known.at) <= Date.parse(remembered.at)) map.set(key, remembered)
}

/** How many phones of a plan a run has signed in before, and when the last of them was (ISO 8601). */
export type SignedInPart = { readonly run: RememberedRun; readonly phones: number; readonly last: string }

/** How many of these phones were signed in before, run by run. */
export function signedInParts(
  phones: readonly Pick<PlannedPhone, 'username' | 'hardwareId'>[],
  memory: RunMemory,
): readonly SignedInPart[] {
  if (memory === noMemory) return []
  const parts = new Map<string, { run: RememberedRun; phones: number; last: string }>()
  for (const phone of phones) {
    const before = memory.of(phone)
    if (!before) continue
    const part = parts.get(before.run.runId)
    if (!part) parts.set(before.run.runId, { run: before.run, phones: 1, last: before.at })
    else {
      part.phones += 1
      if (Date.parse(before.at) > Date.parse(part.last)) part.last = before.at
    }
  }
  return [...parts.values()]
}

/** Takes out of a plan the phones that were signed in before: their password would be reset again. */
export function withoutSignedIn(plan: RunPlan, memory: RunMemory): RunPlan {
  if (memory === noMemory) return plan
  const phones = plan.phones.filter((phone) => !memory.of(phone))
  if (phones.length === plan.phones.length) return plan
  const leftOut = plan.phones.flatMap((phone): readonly LeftOutRow[] => {
    const before = memory.of(phone)
    if (!before) return []
    const { at, run } = before
    return [{ ...phone, why: { code: 'signed-in', at, runId: run.runId, list: run.listName } }]
  })
  return {
    ...plan,
    phones,
    batches: planBatches(phones),
    leftOut: [...plan.leftOut, ...leftOut].toSorted((a, b) => a.row - b.row),
  }
}
