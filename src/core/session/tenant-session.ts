import type { ModuleFacts } from '../../shared/powershell/module-facts.ts'
import type { TenantReads } from '../gateway/tenant-reads.ts'
import type { DeviceInventory } from '../inventory/device-inventory.ts'
import type { Session } from '../run/session.ts'

/** A session that can also be asked for facts of its tenant. */
export type TenantSession = Session & {
  readonly reads: TenantReads
  /** Of Microsoft's module, where the session goes by it and once it is loaded. */
  readonly module?: () => ModuleFacts | undefined
  /** Absent where the app has no sign-in of its own to ask it with. */
  readonly inventory?: DeviceInventory
}
