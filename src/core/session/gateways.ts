import { assertNever } from '../../shared/assert-never.ts'
import { serviceBaseUrl } from '../gateway/address.ts'
import { createGateway, type GatewayOptions } from '../gateway/client.ts'
import type { Gateway, TokenProvider } from '../gateway/gateway.ts'
import { createTenantReads } from '../gateway/read-tenant.ts'
import type { TenantReads } from '../gateway/tenant-reads.ts'
import type { StandIns } from './microsoft-sign-in.ts'

/** How the app reaches the service. */
export type Way = 'direct'

/** A gateway for one session; it makes no call until it is used. `end` ends what it has started. */
export type GatewayFactory = (
  way: Way,
  tokens: TokenProvider,
) => { readonly gateway: Gateway; readonly reads: TenantReads; end(): Promise<void> }

/** All ways to the service. A new one has its case here, and what it needs of this computer in the options. */
export function createGateways(
  options: Pick<GatewayOptions, 'fetch' | 'userAgent' | 'onCall'> & {
    readonly standIns?: StandIns | undefined
  },
): GatewayFactory {
  const { standIns, ...direct } = options
  return (way, tokens) => {
    switch (way) {
      case 'direct': {
        const baseUrl = standIns?.api ?? serviceBaseUrl
        const its = { ...direct, baseUrl, tokens }
        return { gateway: createGateway(its), reads: createTenantReads(its), end: async () => {} }
      }
      default:
        return assertNever(way)
    }
  }
}
