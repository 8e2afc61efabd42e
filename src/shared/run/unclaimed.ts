import { isSameTenant, type Tenant } from '../gateway/tenant.ts'
import { type Claim, claimKinds, type LeftOutRow, type PlannedPhone } from './events.ts'
import type { PastRun } from './past-run.ts'
import { accountKeyOf, deviceKeyOf, phoneKeyOf } from './phone-key.ts'
import { planBatches, type RunPlan } from './plan.ts'

/** A run, as far as it has to be told from others. */
type ClaimingRun = Pick<PastRun, 'runId' | 'listName' | 'startedAt' | 'watching' | 'toSubmit' | 'isReadOnly'>

/** The phones that other runs of a tenant keep for themselves. */
export type OthersClaims = {
  /** Who has exactly this phone. */
  on(phone: Named): { readonly run: ClaimingRun; readonly claim: Claim } | undefined
  /** Who has its device with another account, or its account on another device. */
  near(phone: Named): { readonly run: ClaimingRun; readonly shared: Shared } | undefined
}

type Shared = 'device' | 'account'

type Named = Pick<PlannedPhone, 'username' | 'hardwareId'>

/** How many phones of a plan another run has, and what it has to do with them. */
export type ClaimedPart = {
  readonly run: ClaimingRun
  readonly phones: number
  readonly claims: Readonly<Record<Claim, number>>
}

/** How many phones of a plan have a device or an account, but not both, in common with phones of another run. */
export type NearPart = { readonly run: ClaimingRun } & Readonly<Record<Shared, number>>

export type Unclaimed = {
  /** Without the phones that other runs have: they are among the rows that are left out. */
  readonly plan: RunPlan
  readonly claimed: readonly ClaimedPart[]
  readonly near: readonly NearPart[]
}

/**
 * What the runs of this disk have of a tenant's phones. `asking`: the ID of the run that is about to submit some, if it
 * has begun: of two that wait for the same phone the earlier one submits it.
 */
export function claimsOfOthers(
  runs: readonly PastRun[],
  tenant: Pick<Tenant, 'id' | 'simulator'>,
  asking?: string,
): OthersClaims {
  const phones = new Map<string, { readonly run: PastRun; readonly claim: Claim }>()
  const devices = new Map<string, PastRun>()
  const accounts = new Map<string, PastRun>()
  for (const run of runs) {
    if (run.runId === asking || !isSameTenant(run.tenant, tenant)) continue
    const isLater = asking !== undefined && run.runId > asking
    for (const { claim, ...phone } of run.claims ?? []) {
      if (isLater && claim === 'waiting') continue
      keepFirst(phones, phoneKeyOf(phone), { run, claim })
      keepFirst(devices, deviceKeyOf(phone), run)
      keepFirst(accounts, accountKeyOf(phone), run)
    }
  }
  if (phones.size === 0) return nothing
  return {
    on: (phone) => phones.get(phoneKeyOf(phone)),
    near(phone) {
      if (phones.has(phoneKeyOf(phone))) return undefined
      const ofDevice = devices.get(deviceKeyOf(phone))
      if (ofDevice) return { run: ofDevice, shared: 'device' }
      const ofAccount = accounts.get(accountKeyOf(phone))
      return ofAccount && { run: ofAccount, shared: 'account' }
    },
  }
}

/** As it mostly is: no key of any phone needs to be made. */
const nothing: OthersClaims = { on: () => undefined, near: () => undefined }

/** Removes from a plan the phones that other runs have, and plans the batches again. */
export function withoutClaimed(plan: RunPlan, others: OthersClaims): Unclaimed {
  const phones = plan.phones.filter((phone) => !others.on(phone))
  const parts = partsOf(plan.phones, others)
  if (phones.length === plan.phones.length) return { plan, ...parts }
  const leftOut = plan.phones.flatMap((phone) => leftOutRow(phone, others) ?? [])
  return {
    plan: {
      ...plan,
      phones,
      batches: planBatches(phones),
      leftOut: [...plan.leftOut, ...leftOut].toSorted((a, b) => a.row - b.row),
    },
    ...parts,
  }
}

/** How many of these phones other runs have, run by run. */
export function partsOf(phones: readonly Named[], others: OthersClaims): Pick<Unclaimed, 'claimed' | 'near'> {
  const claimed = new Map<string, { run: ClaimingRun; phones: number; claims: Record<Claim, number> }>()
  const near = new Map<string, { run: ClaimingRun } & Record<Shared, number>>()
  for (const phone of phones) {
    const claimedBy = others.on(phone)
    if (claimedBy) {
      const { run, claim } = claimedBy
      const none = Object.fromEntries(claimKinds.map((kind) => [kind, 0])) as Record<Claim, number>
      const part = keepFirst(claimed, run.runId, { run, phones: 0, claims: none })
      part.phones += 1
      part.claims[claim] += 1
      continue
    }
    const nearBy = others.near(phone)
    if (nearBy)
      keepFirst(near, nearBy.run.runId, { run: nearBy.run, device: 0, account: 0 })[nearBy.shared] += 1
  }
  return { claimed: [...claimed.values()], near: [...near.values()] }
}

function leftOutRow(phone: PlannedPhone, others: OthersClaims): LeftOutRow | undefined {
  const claimedBy = others.on(phone)
  if (!claimedBy) return undefined
  const { run, claim } = claimedBy
  const { runId, listName: list, startedAt } = run
  return { ...phone, why: { code: 'claimed', claim, runId, list, startedAt } }
}

function keepFirst<Value>(map: Map<string, Value>, key: string, value: Value): Value {
  const known = map.get(key)
  if (known) return known
  map.set(key, value)
  return value
}
