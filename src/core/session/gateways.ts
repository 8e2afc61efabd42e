import { assertNever } from '../../shared/assert-never.ts'
import type { ModuleFacts } from '../../shared/powershell/module-facts.ts'
import { systemClock } from '../clock/clock.ts'
import { serviceBaseUrl } from '../gateway/address.ts'
import { createGateway, type GatewayOptions } from '../gateway/client.ts'
import type { Gateway, TokenProvider } from '../gateway/gateway.ts'
import { createTenantReads } from '../gateway/read-tenant.ts'
import type { TenantReads } from '../gateway/tenant-reads.ts'
import { inventoryBaseUrl } from '../inventory/address.ts'
import { createDeviceInventory } from '../inventory/create-device-inventory.ts'
import type { DeviceInventory } from '../inventory/device-inventory.ts'
import { createPowerShellWay } from '../powershell/way.ts'
import { sweepWorkFolders } from '../powershell/work-folder.ts'
import type { StandIns } from './microsoft-sign-in.ts'

/** How the app reaches the service. */
export type Way = 'direct' | 'powershell'

/** What the way by Microsoft's module needs of this computer. */
export type ModuleSetup = Omit<
  Parameters<typeof createPowerShellWay>[0],
  'signIn' | 'tokensForStandIns' | 'clock'
>

/** A gateway for one session; it makes no call until it is used. `end` ends what it has started. */
export type GatewayFactory = (
  way: Way,
  /** Of an account in this tenant. */
  its: { readonly tokens: TokenProvider; readonly tenantId: string },
) => {
  readonly gateway: Gateway
  readonly reads: TenantReads
  /** Of Microsoft's module, once it is loaded. */
  readonly module?: () => ModuleFacts | undefined
  /** Always direct, whatever the way: Microsoft's module has no cmdlet for it. */
  readonly inventory: DeviceInventory
  end(): Promise<void>
}

/** All ways to the service. A new one has its case here, and what it needs of this computer in the options. */
export function createGateways(
  options: Pick<GatewayOptions, 'fetch' | 'userAgent' | 'onCall'> & {
    readonly standIns?: StandIns | undefined
    readonly module: ModuleSetup
  },
): GatewayFactory {
  const { standIns, module, ...direct } = options
  // Lists of a run that lost its computer. It may be resumed another way.
  void sweepWorkFolders()
  return (way, { tokens, tenantId }) => {
    const baseUrl = standIns?.api ?? inventoryBaseUrl
    const inventory = createDeviceInventory({ ...direct, baseUrl, tokens, clock: systemClock })
    switch (way) {
      case 'direct': {
        const baseUrl = standIns?.api ?? serviceBaseUrl
        const its = { ...direct, baseUrl, tokens }
        return { gateway: createGateway(its), reads: createTenantReads(its), inventory, end: async () => {} }
      }
      case 'powershell': {
        const tokensForStandIns = standIns !== undefined
        const signIn = { kind: 'tokens', tokens, tenantId } as const
        const its = createPowerShellWay({ ...module, tokensForStandIns, signIn, clock: systemClock })
        return {
          gateway: its.gateway,
          reads: its.reads,
          inventory,
          module: its.connection.facts,
          end: its.end,
        }
      }
      default:
        return assertNever(way)
    }
  }
}
