import { isSameTenant, type Tenant } from '../gateway/tenant.ts'
import type { LeftOutRow, PlannedPhone } from './events.ts'
import type { PhoneOutcome } from './outcome.ts'
import type { PastRun } from './past-run.ts'
import { deviceKeyOf, phoneKeyOf } from './phone-key.ts'
import { planBatches, type RunPlan } from './plan.ts'

/**
 * How long a sign-in of a phone is remembered, in ms. Bulk sign-in reaches a phone for 168 hours after it was signed
 * out (Microsoft, Bulk sign-in for SIP devices), so an older sign-in says nothing.
 */
const remembersFor = 168 * 3_600_000

/** Whether anything that happened then (ISO 8601) is still remembered. `now`: ms since the epoch. */
export const isRemembered = (at: string, now: number): boolean => now - Date.parse(at) < remembersFor

type RememberedRun = Pick<PastRun, 'runId' | 'listName'>

/** A batch of the service's history that no run of this disk made. */
export type BatchElsewhere = {
  readonly batchId: string
  /** When somebody asked for it (ISO 8601 in UTC), if the service says so. */
  readonly requestTime?: string
  /** The person who asked for it, as the service writes the name. */
  readonly userId?: string
}

/**
 * A sign-in of a phone, device and account together, that nothing has undone as far as this computer knows: by a run of this
 * disk (`at`: ISO 8601), or by a batch that was submitted elsewhere.
 */
export type SignedInBefore =
  | { readonly at: string; readonly run: RememberedRun }
  | { readonly batch: BatchElsewhere }

/** Which phones of a tenant were signed in lately: by the runs of this disk, and elsewhere as far as that was looked up. */
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
  // With nothing remembered, a search for each of 60,000 phones would be wasted.
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

/** How many phones of a plan were signed in before, and by what; by a run also when the last of them was (ISO 8601). */
export type SignedInPart =
  | { readonly run: RememberedRun; readonly phones: number; readonly last: string }
  | { readonly batch: BatchElsewhere; readonly phones: number }

/** How many of these phones were signed in before: run by run, and batch by batch of those that were submitted elsewhere. */
export function signedInParts(
  phones: readonly Pick<PlannedPhone, 'username' | 'hardwareId'>[],
  memory: RunMemory,
): readonly SignedInPart[] {
  if (memory === noMemory) return []
  const parts = new Map<string, SignedInPart>()
  for (const phone of phones) {
    const before = memory.of(phone)
    if (!before) continue
    const key = 'run' in before ? before.run.runId : before.batch.batchId
    parts.set(key, withOneMore(parts.get(key), before))
  }
  return [...parts.values()]
}

function withOneMore(part: SignedInPart | undefined, before: SignedInBefore): SignedInPart {
  const phones = (part?.phones ?? 0) + 1
  if ('batch' in before) return { batch: before.batch, phones }
  const last = part && 'last' in part ? part.last : before.at
  return { run: before.run, phones, last: Date.parse(before.at) > Date.parse(last) ? before.at : last }
}

/** Takes out of a plan the phones that were signed in before: their password would be reset again. */
export function withoutSignedIn(plan: RunPlan, memory: RunMemory): RunPlan {
  if (memory === noMemory) return plan
  const leftOut: LeftOutRow[] = []
  const phones = plan.phones.filter((phone) => {
    const before = memory.of(phone)
    if (before) leftOut.push(leftOutRow(phone, before))
    return !before
  })
  if (leftOut.length === 0) return plan
  return {
    ...plan,
    phones,
    batches: planBatches(phones),
    leftOut: [...plan.leftOut, ...leftOut].toSorted((a, b) => a.row - b.row),
  }
}

function leftOutRow(phone: PlannedPhone, before: SignedInBefore): LeftOutRow {
  if ('batch' in before) {
    const { batchId, requestTime } = before.batch
    const at = requestTime === undefined ? {} : { requestTime }
    return { ...phone, why: { code: 'elsewhere', status: 'signed in', batchId, ...at } }
  }
  const { at, run } = before
  return { ...phone, why: { code: 'signed-in', at, runId: run.runId, list: run.listName } }
}
