import type { Region } from '../../shared/gateway/region.ts'
import { signallingPort, siteHosts } from '../../shared/site/check/addresses.ts'
import type { Failed, SiteObservations } from '../../shared/site/check/observation.ts'
import { failureOf } from './failure-of.ts'
import { certificateOf, clockOffset, get } from './probes.ts'
import type { SiteNetwork } from './site-network.ts'

/** How long one of the checks may take, in milliseconds. */
const usualLimit = 8000

/**
 * Checks the way from here to SIP Gateway. All checks run at once, each with its limit. It asks only the hosts of
 * `siteHosts`, the proxy that the system names, and the site's own time server where one is given. It sends the app's
 * own user agent and never a MAC address, because a phone's own request would begin an onboarding. Never rejects.
 */
export async function checkSite(options: {
  readonly region: Region
  readonly network: SiteNetwork
  readonly userAgent: string
  /** The one of DHCP option 42, instead of one on the internet. */
  readonly timeServer?: string
  readonly limitMs?: number
}): Promise<SiteObservations> {
  const { region, network, userAgent, timeServer, limitMs = usualLimit } = options
  const gateway = siteHosts.gateway(region)
  const signal = (): AbortSignal => AbortSignal.timeout(limitMs)
  const page = (host: string, path: string, proxy?: string) =>
    get(network, { host, path }, userAgent, signal(), proxy)
  const resolve = async (host: string, family: 4 | 6) => {
    const addresses = await within(network.resolve(host, family), signal())
    return { kind: 'resolved', addresses } as const
  }
  const proxy = await network.proxyFor(`http://${gateway}/`).catch(() => undefined)
  const ipv4 = await network.routeAddress().catch(() => undefined)
  const [defaultGateway, nat64, dns, portal, http, httpByProxy, tls, signalling, time] = await Promise.all([
    network.defaultGateway(ipv4).catch(() => undefined),
    orFailure(resolve(siteHosts.nat64, 6)),
    orFailure(resolve(gateway, 4)),
    orFailure(page(siteHosts.portal, siteHosts.portalPath)),
    orFailure(page(gateway, '/')),
    proxy === undefined ? undefined : orFailure(page(gateway, '/', proxy)),
    orFailure(certificateOf(network, siteHosts.tls, signal())),
    Promise.all(
      siteHosts.signalling(region).map(async (host) => {
        const came = await orFailure(isOpen(network, host, signal()))
        return { host, came }
      }),
    ),
    orFailure(
      clockOffset(network, timeServer ?? siteHosts.time, signal()).then(
        (ms) => ({ kind: 'offset', ms }) as const,
      ),
    ),
  ])
  return {
    ipv4,
    defaultGateway,
    hasIpv6: network.hasIpv6(),
    nat64,
    dns,
    proxy,
    portal,
    http,
    httpByProxy,
    tls,
    signalling,
    time,
    timeServer,
  }
}

const orFailure = <Value>(work: Promise<Value>): Promise<Value | Failed> => work.catch(failureOf)

async function isOpen(network: SiteNetwork, host: string, signal: AbortSignal): Promise<'open'> {
  const socket = await network.connect(host, signallingPort, signal)
  socket.destroy()
  return 'open'
}

/** Nothing can stop the system's resolver, so this only ends the wait for it. */
function within<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((settle, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(settle, reject)
  })
}
