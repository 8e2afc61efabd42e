import type { Region } from '../gateway/region.ts'
import { text } from '../text/index.ts'
import { siteHosts } from './check/addresses.ts'

export type FirewallRule = {
  readonly destination: string
  /** Such as `TCP 5061`. */
  readonly port: string
  readonly why: string
  readonly source: string
}

const words = text.site.firewall

/** What the phones of a region need to reach (Microsoft, "Configure SIP Gateway", August 2024). */
export const firewallRules = (region: Region): readonly FirewallRule[] => [
  {
    destination: siteHosts.gateway(region),
    port: 'TCP 80',
    why: words.why.first,
    source: words.sources.configure,
  },
  {
    destination: `*.teams.microsoft.com (${words.ranges})`,
    port: 'TCP 80, 443',
    why: words.why.setUp,
    source: words.sources.endpoints,
  },
  { destination: words.ranges, port: 'TCP 5061', why: words.why.signalling, source: words.sources.configure },
  {
    destination: words.ranges,
    port: 'UDP 49152-53247',
    why: words.why.media,
    source: words.sources.configure,
  },
  { destination: words.timeServer, port: 'UDP 123', why: words.why.time, source: words.sources.field },
]

/** The rules as a text to send, with what has to be known of them. */
export function firewallAsText(region: Region): string {
  const rules = firewallRules(region).map(
    ({ destination, port, why, source }) => `${port}  to  ${destination}\r\n    ${why} (${source})`,
  )
  return [words.title, words.lead, '', ...rules, '', ...words.notes.map((note) => `- ${note}`), ''].join(
    '\r\n',
  )
}

/** The rules as a CSV file. */
export function firewallAsCsv(region: Region): string {
  const { destination, port, why, source } = words.columns
  const rows = firewallRules(region).map((rule) => [rule.destination, rule.port, rule.why, rule.source])
  const lines = [[destination, port, why, source], ...rows].map((cells) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  )
  return `\ufeff${lines.join('\r\n')}\r\n`
}
