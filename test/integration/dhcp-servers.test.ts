import { describe, expect } from 'vitest'
import { dhcpLines } from '../../src/shared/site/dhcp/dhcp-lines.ts'
import { rulesForVendors } from '../../src/shared/site/dhcp/vendor-rules.ts'

import { type Vendor, vendors } from '../../src/shared/site/vendors.ts'
import { testWith } from '../support/here.ts'
import {
  checkedBy,
  type FreeServer,
  freeServers,
  offersOf,
  whyNoServer,
} from '../support/network/dhcp-wire.ts'
import { whyNoTwoHosts } from '../support/network/two-hosts.ts'

const tenantId = '11111111-2222-3333-4444-555555555555'
const base = `http://noam.ipp.sdg.teams.microsoft.com/tenantid/${tenantId}`

function linesFor(
  server: FreeServer,
  chosen: readonly Vendor[],
  allCiscoPrefixes = false,
): readonly string[] {
  const { rules } = rulesForVendors({
    tenantId,
    region: 'NOAM',
    vendors: chosen,
    listed: new Map<Vendor, readonly string[]>(allCiscoPrefixes ? [] : [['cisco', ['001B54']]]),
    allCiscoPrefixes,
  })
  const written = dhcpLines(server, {
    rules,
    heading: ['Lines'],
    ntp: '10.99.0.1',
    utcOffset: -18_000,
  })
  if (!written.ok) throw new Error(written.failure.kind)
  return written.value.lines
}

const hex = (words: string): string => Buffer.from(words).toString('hex')
const noNetwork = whyNoTwoHosts()

describe.each(Object.keys(freeServers) as FreeServer[])('%s', (server) => {
  const lack = whyNoServer(server)

  testWith(lack)(
    'takes the lines for all makers, all of Cisco included, and one to be filled in',
    async () => {
      expect(await checkedBy(server, linesFor(server, vendors))).toBe('')
      expect(await checkedBy(server, linesFor(server, vendors, true))).toBe('')
      const { rules } = rulesForVendors({
        tenantId,
        region: 'NOAM',
        vendors,
        listed: new Map(),
        allCiscoPrefixes: false,
      })
      const written = dhcpLines(server, { rules, heading: [] })
      expect(await checkedBy(server, written.ok ? written.value.lines : ['?'])).toBe('')
    },
  )

  testWith(lack)('minds lines that are wrong, so its word counts', async () => {
    expect(await checkedBy(server, [...linesFor(server, ['poly']), 'nonsense'])).not.toBe('')
  })

  testWith(lack ?? noNetwork)('gives each maker on the wire its own bytes, and others none', async () => {
    const macs = ['00-1B-54-00-00-01', '00-04-F2-00-00-01', '00-15-65-00-00-01', 'AA-BB-CC-00-00-01']
    const [cisco, poly, yealink, other] = await offersOf(
      server,
      linesFor(server, ['cisco', 'poly', 'yealink']),
      macs,
    )
    const always = { 2: 'ffffb9b0', 42: '0a630001' }
    expect(cisco).toMatchObject({ ...always, 160: hex(`${base}/$PSN.xml`) })
    expect(poly).toMatchObject({ ...always, 160: hex(base) })
    // dnsmasq ends option 66 with a zero byte.
    expect(yealink).toMatchObject({ ...always, 66: hex(server === 'dnsmasq' ? `${base}\0` : base) })
    expect([cisco?.['66'], poly?.['66'], yealink?.['160']]).toEqual([undefined, undefined, undefined])
    expect([other?.['66'], other?.['160'], other?.['53']]).toEqual([undefined, undefined, '02'])
  })
})
