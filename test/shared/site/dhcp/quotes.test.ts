import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quoteDhcpd } from '../../../../src/shared/site/dhcp/dhcpd.ts'
import { quoteDnsmasq } from '../../../../src/shared/site/dhcp/dnsmasq.ts'
import { quoteFortigate } from '../../../../src/shared/site/dhcp/fortigate.ts'
import { quoteIos } from '../../../../src/shared/site/dhcp/ios.ts'
import { quoteKeaData } from '../../../../src/shared/site/dhcp/kea.ts'
import { quoteMikrotik, quoteMikrotikString } from '../../../../src/shared/site/dhcp/mikrotik.ts'
import { quotePowerShell } from '../../../../src/shared/site/dhcp/windows.ts'

/** Reads a quoted text as its server does: what is in it, or undefined where it ends early or never. */
type Read = (quoted: string) => string | undefined

/** Between double quotes, with `\` before whatever is meant literally; `live` are signs that mean something without one. */
const withBackslashes =
  (live: string): Read =>
  (quoted) => {
    let value = ''
    if (!quoted.startsWith('"')) return undefined
    for (let at = 1; at < quoted.length; at++) {
      const sign = quoted.charAt(at)
      if (sign === '"') return at === quoted.length - 1 ? value : undefined
      if (live.includes(sign)) return undefined
      value += sign === '\\' ? quoted.charAt(++at) : sign
    }
    return undefined
  }

const readPowerShell: Read = (quoted) => {
  const within = /^'((?:[^']|'')*)'$/.exec(quoted)?.[1]
  return within?.replaceAll("''", "'")
}
const readKea: Read = (quoted) => {
  const value: unknown = JSON.parse(quoted)
  if (typeof value !== 'string' || /(?<!\\),/.test(value)) return undefined
  return value.replaceAll('\\,', ',')
}
const readIos: Read = (quoted) => /^"([^"?]*)"$/.exec(quoted)?.[1]
const readMikrotikString: Read = (quoted) => /^s'([^']*)'$/.exec(withBackslashes('$?')(quoted) ?? '')?.[1]

const servers: readonly (readonly [name: string, quote: (value: string) => string, read: Read])[] = [
  ['Windows', quotePowerShell, readPowerShell],
  ['dhcpd', quoteDhcpd, withBackslashes('')],
  ['Kea', quoteKeaData, readKea],
  ['dnsmasq', quoteDnsmasq, withBackslashes('')],
  ['IOS', quoteIos, readIos],
  ['MikroTik', quoteMikrotik, withBackslashes('$?')],
  ['MikroTik, as text', quoteMikrotikString, readMikrotikString],
  ['FortiGate', quoteFortigate, withBackslashes('')],
]

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme-ascii' }),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', "'", '\\', '$', '?', ',', '\n', '\r', '’', '„', '`', ';', '#', 'a'),
  }),
)

describe.each(servers)('what is quoted for %s', (_, quote, read) => {
  test('never leaves its quotes, and is read as it was or refused', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        let quoted: string
        try {
          quoted = quote(value)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
          return
        }
        expect(quoted).not.toMatch(/[^ -~]/)
        expect(read(quoted)).toBe(value)
      }),
      { numRuns: 500 },
    )
  })

  test('holds every URL that a phone is given', () => {
    const url =
      'http://noam.ipp.sdg.teams.microsoft.com/tenantid/11111111-2222-3333-4444-555555555555/$PSN.xml'
    expect(read(quote(url))).toBe(url)
  })
})
