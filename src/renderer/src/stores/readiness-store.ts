import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppFailure } from '../../../shared/app-failure.ts'
import type { InventoryAnswer } from '../../../shared/inventory/device.ts'
import type { LackedPolicies } from '../../../shared/readiness/after-failure.ts'
import type { AccountFacts, TenantFacts } from '../../../shared/readiness/facts.ts'

/** The facts about a tenant and its accounts. They end with the session and are stored nowhere. */
export type ReadinessData = {
  /** Whose facts these are: see `sessionKey`. */
  readonly of: string | undefined
  readonly tenant: TenantFacts | undefined
  /** By username in lower case. */
  readonly accounts: ReadonlyMap<string, AccountFacts>
  /** By username in lower case: policies that were missing when they were read before. */
  readonly lacked: ReadonlyMap<string, LackedPolicies>
  /** Usernames in lower case that were asked for once: nothing is asked for again by itself. */
  readonly asked: ReadonlySet<string>
  /** How far the check under way is. */
  readonly checking: { readonly done: number; readonly of: number } | undefined
  /** Why the last check came to nothing. */
  readonly failure: AppFailure | undefined
  /** What the device inventory said last of the phones of a list. */
  readonly inventory: InventoryAnswer | undefined
  readonly readingInventory: boolean
  readonly inventoryFailure: AppFailure | undefined
}

export type ReadinessStore = StoreApi<ReadinessData>

export const nothingRead: ReadinessData = {
  of: undefined,
  tenant: undefined,
  accounts: new Map(),
  lacked: new Map(),
  asked: new Set(),
  checking: undefined,
  failure: undefined,
  inventory: undefined,
  readingInventory: false,
  inventoryFailure: undefined,
}

export const createReadinessStore = (): ReadinessStore => createStore<ReadinessData>(() => nothingRead)
