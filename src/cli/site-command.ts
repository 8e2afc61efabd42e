import process from 'node:process'
import { checkSite } from '../core/site/check-site.ts'
import { thisNetwork } from '../core/site/site-network.ts'
import type { Region } from '../shared/gateway/region.ts'
import { checkAsText } from '../shared/site/check/check-as-text.ts'
import { judgeSite } from '../shared/site/check/judge.ts'
import { overallOf } from '../shared/site/check/site-result.ts'
import { firewallAsText, firewallRules } from '../shared/site/firewall.ts'
import { exitCode } from './exit-code.ts'
import { print, printJson } from './print.ts'
import { userAgent } from './user-agent.ts'

/** Looks at the way from here to SIP Gateway, and prints what it saw and the firewall's rules. */
export async function siteCommand({
  region,
  publicIp,
  json,
}: {
  region: Region
  publicIp?: string
  json?: true
}): Promise<void> {
  const seen = await checkSite({ region, network: thisNetwork(proxyOfEnvironment), userAgent })
  const results = judgeSite(seen, region, publicIp)
  const overall = overallOf(results)
  if (json) printJson({ region, seenFrom: seen.ipv4 ?? null, overall, results, rules: firewallRules(region) })
  else {
    for (const line of checkAsText(results, region, seen.ipv4).split('\n')) print(line)
    for (const line of firewallAsText(region).trimEnd().split('\r\n')) print(line)
  }
  process.exitCode = exits[overall]
}

const exits = { clear: exitCode.ok, wrong: exitCode.someFailed, untested: exitCode.resumable }

/** What a terminal uses: the proxy of the environment, as curl and Node read it. No password of it is told. */
async function proxyOfEnvironment(): Promise<string | undefined> {
  const named = process.env['http_proxy'] || process.env['HTTP_PROXY']
  if (!named) return undefined
  const { hostname, port, protocol } = new URL(named.includes('://') ? named : `http://${named}`)
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`
}
