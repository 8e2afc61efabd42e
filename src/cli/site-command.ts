import process from 'node:process'
import { readTrustedAddresses } from '../core/gateway/trusted-addresses.ts'
import { checkSite } from '../core/site/check-site.ts'
import { thisNetwork } from '../core/site/site-network.ts'
import type { Region } from '../shared/gateway/region.ts'
import { checkAsText } from '../shared/site/check/check-as-text.ts'
import { judgeSite } from '../shared/site/check/judge.ts'
import { overallOf } from '../shared/site/check/site-result.ts'
import { rangeAsText, type TrustedAddresses } from '../shared/site/check/trusted-addresses.ts'
import { firewallAsText, firewallRules } from '../shared/site/firewall.ts'
import type { AccessOptions } from './access.ts'
import { exitCode, Stop } from './exit-code.ts'
import { harmless, print, printJson, tell } from './print.ts'
import { userAgent } from './user-agent.ts'

type SiteOptions = AccessOptions & {
  readonly region: Region
  readonly publicIp?: string
  readonly ntp?: string
  readonly json?: true
}

/** Looks at the way from here to SIP Gateway, and prints what it saw and the firewall's rules. */
export async function siteCommand(options: SiteOptions): Promise<void> {
  const { region, publicIp, ntp, json } = options
  const trusted = await trustedAddresses(options)
  const network = thisNetwork(proxyOfEnvironment)
  const seen = await checkSite({ region, network, userAgent, ...(ntp !== undefined && { timeServer: ntp }) })
  const results = judgeSite(seen, region, { publicIp, trusted })
  const overall = overallOf(results)
  if (json)
    printJson({
      ...{
        region,
        seenFrom: seen.ipv4 ?? null,
        defaultGateway: seen.defaultGateway ?? null,
        overall,
        results,
      },
      trustedAddresses: trusted?.ranges.read ? trusted.ranges.value.map(rangeAsText) : null,
      rules: firewallRules(region),
    })
  else {
    const from = { address: seen.ipv4, defaultGateway: seen.defaultGateway }
    for (const line of checkAsText(results, region, from).split('\n')) print(line)
    for (const line of firewallAsText(region).trimEnd().split('\r\n')) print(line)
  }
  process.exitCode = exits[overall]
}

const exits = { clear: exitCode.ok, wrong: exitCode.someFailed, untested: exitCode.resumable }

/**
 * What the tenant trusts, where these options ask for a session. Where none can be had, that is told and the check goes on:
 * a site that nobody can sign in from is what it is for.
 */
async function trustedAddresses(options: SiteOptions): Promise<TrustedAddresses | undefined> {
  const { tenant, account, clientId, simulate, speed, seed, api, tokenFile, authority } = options
  const asking = [tenant, account, clientId, simulate, speed, seed, api, tokenFile, authority]
  if (asking.every((option) => option === undefined)) return undefined
  // What signs in takes long to load.
  const { openAccess } = await import('./access.ts')
  try {
    const { session } = await openAccess(options, undefined, { evenUnnamed: true })
    try {
      return await readTrustedAddresses(session)
    } finally {
      await session.end()
    }
  } catch (error) {
    if (!(error instanceof Stop) || error.exitCode !== exitCode.access) throw error
    tell(error.message.split('\n').map(harmless).join('\n'))
    return undefined
  }
}

/** What a terminal uses: the proxy of the environment, as curl and Node read it. No password of it is told. */
async function proxyOfEnvironment(url: string): Promise<string | undefined> {
  const variable = (name: string): string => process.env[name] || process.env[name.toUpperCase()] || ''
  const named = variable('http_proxy')
  if (named === '' || isBypassed(new URL(url).hostname, variable('no_proxy'))) return undefined
  const { hostname, port, protocol } = new URL(named.includes('://') ? named : `http://${named}`)
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`
}

/** Whether `no_proxy` names a host: itself, a domain that it is in, or all. */
const isBypassed = (host: string, exceptions: string): boolean =>
  exceptions
    .toLowerCase()
    .split(/[\s,]+/)
    .map((one) => one.replace(/^\*?\./, ''))
    .some((one) => one === '*' || (one !== '' && (host === one || host.endsWith(`.${one}`))))
