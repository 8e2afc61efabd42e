import type { Vendor } from '../vendors.ts'

/** The DHCP servers that lines are written for. */
export const dhcpServers = ['windows', 'dhcpd', 'kea', 'dnsmasq', 'ios', 'mikrotik', 'fortigate'] as const

export type DhcpServer = (typeof dhcpServers)[number]

/** What the phones of one maker are to be given. */
export type VendorRule = {
  readonly vendor: Vendor
  /** Where Microsoft has the URL stand ("Configure SIP Gateway"). */
  readonly option: 66 | 160
  readonly url: string
  /** The MAC prefixes of its phones, six digits each. Without any, the operator has to fill in the rule. */
  readonly prefixes: readonly string[]
}

/** The values to write lines from. */
export type DhcpRequest = {
  readonly rules: readonly VendorRule[]
  /** The part of the server that the lines are for, in the server's own words: see `scopeOf`. */
  readonly scope?: string
  /** The time server's IPv4 address, option 42. */
  readonly ntp?: string
  /** Seconds from UTC, option 2; negative west of Greenwich. */
  readonly utcOffset?: number
  /** What stands above the lines, as a comment. */
  readonly heading: readonly string[]
}

/** The lines for a server, and those that take them back. */
export type DhcpLines = { readonly lines: readonly string[]; readonly undo: readonly string[] }

/** Stands in a rule for digits that nobody knows here. Such a rule is a comment. */
const unknownPrefix = 'XXXXXX'

/** An offset from UTC as four bytes: 32 bits, two's complement (RFC 2132, option 2). */
export const offsetInHex = (seconds: number): string =>
  (seconds >>> 0).toString(16).toUpperCase().padStart(8, '0')

/** `00:1b:54` of `001B54`. */
export const withColons = (prefix: string): string => (inSmall(prefix).match(/../g) ?? []).join(':')

/** In small letters, but for one that is to be filled in. */
export const inSmall = (prefix: string): string => (prefix === unknownPrefix ? prefix : prefix.toLowerCase())

/** The name of a maker's rule where a name can have no blank. */
export const ruleName = (vendor: Vendor): string => `sipgw-${vendor}`

/** The rules that can be used as they are, and those that somebody has to fill in, which go last. */
export const inOrder = (rules: readonly VendorRule[]): readonly VendorRule[] => [
  ...rules.filter(({ prefixes }) => prefixes.length > 0),
  ...rules.filter(({ prefixes }) => prefixes.length === 0),
]

/** The prefixes of a rule; one to fill in where there is none. */
export const prefixesOrOne = ({ prefixes }: VendorRule): readonly string[] =>
  prefixes.length > 0 ? prefixes : [unknownPrefix]

/** The lines of a rule; as a comment where the rule has to be filled in. */
export const asRule = ({ prefixes }: VendorRule, lines: readonly string[]): readonly string[] =>
  prefixes.length > 0 ? lines : lines.map((line) => `# ${line}`)

/** Printable ASCII alone: what all of these servers can hold between quotes, but for their own signs. */
export function printable(value: string, but: RegExp): string {
  if (!/^[ -~]*$/.test(value) || but.test(value))
    throw new RangeError(`This server cannot hold ${JSON.stringify(value)}`)
  return value
}

/** No sign is left out. */
export const nothingElse = /(?!)/
