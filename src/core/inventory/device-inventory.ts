import type { InventoryAnswer } from '../../shared/inventory/device.ts'

/**
 * The inventory of devices that the Teams admin center shows. It is not documented, and this project has never seen it
 * live. A field that cannot be read says so. Never rejects for what the network or the service does.
 */
export type DeviceInventory = {
  /** Reads the whole inventory, and answers about the phones with these hardware IDs (canonical). Changes nothing. */
  read(
    hardwareIds: readonly string[],
    options?: { readonly signal?: AbortSignal; readonly onPage?: (seen: number) => void },
  ): Promise<Omit<InventoryAnswer, 'tenantId'>>
}
