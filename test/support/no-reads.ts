import type { Read, TenantReads } from '../../src/core/gateway/tenant-reads.ts'
import type { DeviceInventory } from '../../src/core/inventory/device-inventory.ts'

const notAsked = (): Promise<Read> => Promise.reject(new Error('The tenant is not to be read here'))

/** For sessions of tests in which nobody reads the tenant. */
export const noReads: TenantReads = {
  routing: notAsked,
  tenant: notAsked,
  batchHistory: notAsked,
  batch: notAsked,
  policies: notAsked,
  account: notAsked,
  accounts: notAsked,
}

export const noInventory: DeviceInventory = {
  read: () => Promise.reject(new Error('The inventory is not to be read here')),
}
