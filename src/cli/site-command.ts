import process from 'node:process'
import { checkSite } from '../core/site/check-site.ts'
import { thisNetwork } from '../core/site/site-network.ts'
import type { Region } from '../shared/gateway/region.ts'
import { checkAsText } from '../shared/site/check/check-as-text.ts'
import { judgeSite } from '../shared/site/check/judge.ts'
import { overallOf } from '../shared/site/check/site-result.ts'
import { rangeAsText } from '../shared/site/check/trusted-addresses.ts'
import { firewallAsText, firewallRules } from '../shared/site/firewall.ts'
import type { AccessOptions } from './access.ts'
import { exitCode } from './exit-code.ts'
import { print, printJson } from './print.ts'
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
  // The code for signing in takes long to load.
  const trusted = asksTenant(options)
    ? await (await import('./trusted-by-tenant.ts')).trustedByTenant(options)
    : undefined
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

/** Whether these options ask for a session. */
const asksTenant = ({ tenant, account, clientId, simulate, ...others }: SiteOptions): boolean =>
  [
    tenant,
    account,
    clientId,
    simulate,
    others.speed,
    others.seed,
    others.api,
    others.tokenFile,
    others.authority,
  ].some((option) => option !== undefined)

const exits = { clear: exitCode.ok, wrong: exitCode.someFailed, untested: exitCode.resumable }

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
