import { assertNever } from '../../shared/assert-never.ts'
import { serviceBaseUrl } from '../gateway/address.ts'
import { createGateway, type GatewayOptions } from '../gateway/client.ts'
import type { Gateway, TokenProvider } from '../gateway/gateway.ts'
import type { StandIns } from './microsoft-sign-in.ts'

/** How the app reaches the service. */
export type Way = 'direct'

/** A gateway for one session; it makes no call until it is used. `end` ends what it has started. */
export type GatewayFactory = (
  way: Way,
  tokens: TokenProvider,
) => { readonly gateway: Gateway; end(): Promise<void> }

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
        return { gateway: createGateway({ ...direct, baseUrl, tokens }), end: async () => {} }
      }
      default:
        return assertNever(way)
    }
  }
}
