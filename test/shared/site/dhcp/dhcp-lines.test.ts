import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { regions } from '../../../../src/shared/gateway/region.ts'
import type { CheckedRow } from '../../../../src/shared/phones/phone-list.ts'
import { dhcpLines, scopeOf, tellsMakersApart } from '../../../../src/shared/site/dhcp/dhcp-lines.ts'
import { dhcpNotes, refusalWords } from '../../../../src/shared/site/dhcp/dhcp-notes.ts'
import {
  type DhcpRequest,
  type DhcpServer,
  dhcpServers,
  offsetInHex,
} from '../../../../src/shared/site/dhcp/dhcp-request.ts'
import { isIpv4 } from '../../../../src/shared/site/dhcp/ipv4.ts'
import { makersOfList, rulesForVendors } from '../../../../src/shared/site/dhcp/vendor-rules.ts'
import { type Vendor, vendors } from '../../../../src/shared/site/vendors.ts'
import { text } from '../../../../src/shared/text/index.ts'
import { speak } from '../../../../src/shared/text/part.ts'
import { english, language } from '../../../support/pseudo-language.ts'

const tenantId = '11111111-2222-3333-4444-555555555555'
const scopes: Readonly<Record<DhcpServer, string | undefined>> = {
  windows: '10.1.20.0',
  dhcpd: undefined,
  kea: undefined,
  dnsmasq: undefined,
  ios: 'VOICE',
  mikrotik: '10.1.20.0/24',
  fortigate: '3',
}

function request(
  server: DhcpServer,
  chosen: readonly Vendor[],
  more: Partial<DhcpRequest> = {},
): DhcpRequest {
  const { rules } = rulesForVendors({
    tenantId,
    region: 'NOAM',
    vendors: chosen,
    listed: new Map([['cisco', ['001B54']]]),
    allCiscoPrefixes: false,
  })
  const scope = scopes[server]
  return { rules, heading: [], ...(scope !== undefined && { scope }), ...more }
}

const written = (server: DhcpServer, chosen: readonly Vendor[], more?: Partial<DhcpRequest>): string => {
  const result = dhcpLines(server, request(server, chosen, more))
  if (!result.ok) throw new Error(result.failure.kind)
  return result.value.lines.join('\n')
}

describe('the lines for a DHCP server', () => {
  afterEach(() => speak(english))

  test.each(dhcpServers)('of %s are the same in every language', (server) => {
    const inEnglish = written(server, ['cisco'])
    speak(language)
    expect(written(server, ['cisco'])).toBe(inEnglish)
  })

  test.each(dhcpServers)('of %s have the URL of Cisco as it is, for this server to read', (server) => {
    const url = `http://noam.ipp.sdg.teams.microsoft.com/tenantid/${tenantId}/${server === 'mikrotik' ? '\\$PSN.xml' : '$PSN.xml'}`
    expect(written(server, ['cisco'])).toContain(url)
  })

  test.each(dhcpServers.filter(tellsMakersApart))(
    'of %s tell Cisco and Poly apart by MAC address',
    (server) => {
      const lines = written(server, ['cisco', 'poly', 'yealink'])
      expect(lines).toMatch(/001b54|00:1b:54/i)
      expect(lines).toMatch(/0004f2|00:04:f2/i)
      expect(lines).toContain('/$PSN.xml')
    },
  )

  test.each(dhcpServers.filter((server) => !tellsMakersApart(server)))(
    'of %s are refused where Cisco and Poly need two values, and it is said what to do',
    (server) => {
      const result = dhcpLines(server, request(server, ['cisco', 'poly', 'audiocodes', 'yealink']))
      expect(result).toMatchObject({
        ok: false,
        failure: { kind: 'two-values', option: 160, vendors: [['cisco'], ['poly', 'audiocodes']] },
      })
      if (result.ok) return
      expect(refusalWords(server, result.failure)).toContain(
        'Cisco phones need a different value of option 160 than Poly and AudioCodes phones',
      )
      expect(refusalWords(server, result.failure)).toContain('voice VLAN')
      expect(dhcpLines(server, request(server, ['poly', 'audiocodes', 'yealink', 'ale'])).ok).toBe(true)
    },
  )

  test.each(dhcpServers)('of %s have time server and offset only when they are asked for', (server) => {
    expect(written(server, ['poly'])).not.toMatch(/ntp|time-offset|FFFFB9B0|FFFF\.B9B0|OptionId 42/i)
    const lines = written(server, ['poly'], { ntp: '10.0.0.7', utcOffset: -18_000 })
    expect(lines).toContain('10.0.0.7')
    expect(lines).toMatch(/-18000|FFFFB9B0|FFFF\.B9B0/)
  })

  test.each(dhcpServers)('of %s take a rule without prefixes for one to be filled in', (server) => {
    const rules = request(server, ['cisco', 'poly']).rules.map((rule) =>
      rule.vendor === 'cisco' ? { ...rule, prefixes: [] } : rule,
    )
    const result = dhcpLines(server, { ...request(server, []), rules })
    if (!tellsMakersApart(server)) return expect(result).toMatchObject({ ok: false })
    const lines = result.ok ? result.value.lines : []
    const cisco = lines.filter((line) => /\$PSN|cisco|XX/i.test(line))
    expect(cisco.length).toBeGreaterThan(1)
    expect(cisco.filter((line) => !line.startsWith('# '))).toEqual([])
  })

  test.each(dhcpServers)('of %s mind its scope', (server) => {
    const { scope: _, ...without } = request(server, ['poly'])
    const kindOf = (asked: DhcpRequest) => {
      const result = dhcpLines(server, asked)
      return result.ok ? 'lines' : result.failure.kind
    }
    const evil = { ...without, scope: `x"'; Remove-Item\n` }
    expect([kindOf(without), kindOf(evil)]).toEqual(
      {
        optional: ['lines', 'scope-invalid'],
        required: ['scope-missing', 'scope-invalid'],
        none: ['lines', 'scope-unused'],
      }[scopeOf(server)],
    )
  })

  test('are never written of makers for whom Microsoft names no option', () => {
    expect(dhcpLines('kea', request('kea', ['snom', 'grandstream']))).toMatchObject({
      failure: { kind: 'no-rules' },
    })
  })

  test('are printable ASCII, whatever is asked for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...dhcpServers),
        fc.subarray([...vendors]),
        fc.constantFrom(...regions),
        fc.string(),
        (server, chosen, region, scope) => {
          const { rules } = rulesForVendors({
            tenantId,
            region,
            vendors: chosen,
            listed: new Map(),
            allCiscoPrefixes: true,
          })
          for (const one of [scope, scopes[server]]) {
            const result = dhcpLines(server, { rules, heading: [], ...(one !== undefined && { scope: one }) })
            if (result.ok) expect([...result.value.lines, ...result.value.undo].join('')).toMatch(/^[ -~]*$/)
          }
        },
      ),
    )
  })
})

test.each([
  [-18_000, 'FFFFB9B0'],
  [0, '00000000'],
  [3600, '00000E10'],
  [50_400, '0000C4E0'],
])('%d seconds from UTC are %s in four bytes', (seconds, hex) => {
  expect(offsetInHex(seconds)).toBe(hex)
})

test('an IPv4 address is four numbers and nothing else', () => {
  expect(['10.1.20.0', '255.255.255.255', '0.0.0.0'].every(isIpv4)).toBe(true)
  expect(['10.1.20', '10.1.20.0.', '10.1.20.256', '010.1.2.3', '1.2.3.4\n', '::1', ''].some(isIpv4)).toBe(
    false,
  )
})

describe('the makers of a list', () => {
  const row = (hardwareId: string, status: 'ready' | 'error' = 'ready'): CheckedRow => ({
    row: 2,
    username: 'a@contoso.com',
    hardwareId,
    region: 'NOAM',
    status,
  })
  const makers = makersOfList([
    row('00-1B-54-00-00-01'),
    row('00-04-F2-00-00-01'),
    row('00-04-F2-00-00-02'),
    row('64-16-7F-00-00-02'),
    row('00-90-8F-00-00-01:001'),
    row('AA-BB-CC-00-00-01'),
    row('00-15-65-00-00-01', 'error'),
  ])

  test('are counted, with the prefixes of their phones; ports are adapters, and rows with errors are nobody', () => {
    expect([...makers.counts]).toEqual([
      ['cisco', 1],
      ['poly', 3],
      ['audiocodes', 1],
      [undefined, 1],
    ])
    expect([...makers.prefixes]).toEqual([
      ['cisco', ['001B54']],
      ['poly', ['0004F2', '64167F']],
    ])
    expect(makers.ports).toBe(1)
  })

  test('give the rules their prefixes; Cisco gets all of its own only when asked for', () => {
    const ask = (allCiscoPrefixes: boolean, listed = makers.prefixes) =>
      rulesForVendors({
        tenantId,
        region: 'NOAM',
        vendors: ['cisco', 'poly', 'snom'],
        listed,
        allCiscoPrefixes,
      })
    expect(ask(false).rules.map(({ prefixes }) => prefixes)).toEqual([['001B54'], ['0004F2', '64167F']])
    expect(ask(false).byHand).toEqual(['snom'])
    expect(ask(false, new Map()).rules.map(({ prefixes }) => prefixes.length)).toEqual([0, 14])
    expect(ask(true).rules[0]?.prefixes).toHaveLength(1273)
  })

  test('are noted where the lines do not cover them', () => {
    const known = rulesForVendors({
      tenantId,
      region: 'NOAM',
      vendors: ['cisco', 'poly', 'snom', 'mitel'],
      listed: makers.prefixes,
      allCiscoPrefixes: false,
    })
    const words = text.site.dhcp
    expect(dhcpNotes('kea', known, makers)).toEqual([
      words.where.kea,
      words.proof.kea,
      words.trap160,
      words.byHand('Snom'),
      words.notListed('Mitel'),
      words.adapters(1),
      words.unknownMaker(1),
      words.probably,
      words.asked,
      words.renew,
    ])
  })
})
