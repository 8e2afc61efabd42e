import { describe, expect, test } from 'vitest'
import { checkSite } from '../../../src/core/site/check-site.ts'
import { type Region, regions } from '../../../src/shared/gateway/region.ts'
import { known, unread } from '../../../src/shared/readiness/facts.ts'
import { judgeSite } from '../../../src/shared/site/check/judge.ts'
import { overallOf, type SiteCheck, siteChecks } from '../../../src/shared/site/check/site-result.ts'
import type { TrustedAddresses, TrustedRange } from '../../../src/shared/site/check/trusted-addresses.ts'
import { text } from '../../../src/shared/text/index.ts'
import { openStandIns, type SiteFaults } from '../../support/site-stand-ins.ts'

const userAgent = 'sip-gateway-bulk-sign-in/9.9.9'

async function check(
  faults: SiteFaults,
  region: Region = 'EMEA',
  asked: { publicIp?: string; trusted?: TrustedAddresses; timeServer?: string } = {},
) {
  const { network, sent, close } = await openStandIns(faults)
  try {
    const { timeServer } = asked
    const seen = await checkSite({ region, network, userAgent, ...(timeServer && { timeServer }) })
    const results = judgeSite(seen, region, asked)
    const of = (name: SiteCheck) => results.find((one) => one.check === name)
    const wrong = results.filter(({ outcome }) => outcome === 'wrong').map((one) => one.check)
    const untested = results.filter(({ outcome }) => outcome === 'untested').map((one) => one.check)
    return { seen, results, of, wrong, untested, overall: overallOf(results), sent }
  } finally {
    await close()
  }
}

const neverTested = ['media', 'public-ip']

describe('the check of a site', () => {
  test('finds nothing wrong where all is well, and never claims what it cannot test', async () => {
    const { wrong, untested, overall, results, of } = await check({})
    expect([wrong, untested, overall]).toEqual([[], neverTested, 'clear'])
    expect(results.map((one) => one.check)).toEqual(siteChecks)
    expect(of('http')?.came).toContain('HTTP 403')
    expect(results.map(({ came, means }) => `${came} ${means}`).join()).not.toMatch(/\bOK\b/)
  })

  test.each<[string, SiteFaults, readonly SiteCheck[]]>([
    ['a sign-in page', { portal: (response) => response.end('<html>Sign in') }, ['portal']],
    [
      'a sign-in page by redirect',
      { portal: (response) => response.writeHead(302, { location: 'http://wifi.contoso.com/' }).end() },
      ['portal'],
    ],
    ['a proxy that asks for a sign-in', { gateway: (response) => response.writeHead(407).end() }, ['http']],
    [
      'a proxy that nobody named',
      { gateway: (response) => response.writeHead(200, { via: '1.1 squid' }).end() },
      ['http'],
    ],
    [
      'a redirect to elsewhere',
      { gateway: (response) => response.writeHead(302, { location: 'https://filter.contoso.com/' }).end() },
      ['http'],
    ],
    [
      'a page that asks for a password',
      { gateway: (response) => response.end('<form><input type="password"></form>') },
      ['http'],
    ],
    [
      'a name server that filters',
      { resolve: (_, family) => (family === 4 ? ['0.0.0.0'] : 'ENOTFOUND') },
      ['dns'],
    ],
    ['a name server that knows no such name', { resolve: () => 'ENOTFOUND' }, ['dns']],
    ['connections that are cut', { cut: [80] }, ['portal', 'http']],
    ['a firewall without 5061', { refused: [5061] }, ['signalling']],
    ['TLS that is opened on the way', { foreignAuthority: true }, ['tls']],
    ['NAT64', { resolve: (_, family) => (family === 6 ? ['64:ff9b::c000:aa'] : ['13.107.1.2']) }, ['nat64']],
    ['a network with IPv6 alone', { routeAddress: undefined, hasIpv6: true }, ['ipv4']],
    ['a clock that is ten minutes off', { timeAhead: -600_000 }, ['time']],
    ['a proxy as the only way', { proxy: true, refused: [80] }, ['proxy', 'portal', 'http']],
  ])('finds %s, and nothing else', async (_, faults, expected) => {
    const { wrong, untested, overall, results } = await check(faults)
    expect([wrong, untested, overall]).toEqual([expected, neverTested, 'wrong'])
    for (const { outcome, todo } of results) if (outcome === 'wrong') expect(todo).toBeTruthy()
  })

  test('takes a redirect within Microsoft for an answer', async () => {
    for (const location of ['https://www.microsoft.com/x', '/elsewhere']) {
      const { wrong } = await check({ gateway: (response) => response.writeHead(302, { location }).end() })
      expect(wrong).toEqual([])
    }
  })

  test('says that a name server which does not answer was no test', async () => {
    const { untested, wrong } = await check({ resolve: () => 'EAI_AGAIN' })
    expect([wrong, untested]).toEqual([[], ['nat64', 'dns', ...neverTested]])
  })

  test('says that nothing could be tested without a network', async () => {
    const { untested, overall } = await check({ routeAddress: undefined, resolve: () => 'EAI_AGAIN' })
    expect([untested, overall]).toEqual([[...siteChecks], 'untested'])
  })

  test('says that nothing could be tested where no name of the internet is found: that is no filter', async () => {
    const { untested, wrong, overall, of } = await check({ noNames: true })
    expect([wrong, overall]).toEqual([[], 'untested'])
    expect(untested).toEqual(siteChecks.filter((one) => one !== 'ipv4' && one !== 'proxy'))
    expect(of('dns')?.came).toContain('No internet name resolves')
  })

  test('gives up what takes too long, and says so', async () => {
    const { network, close } = await openStandIns()
    const never = (_: string, __: number, signal: AbortSignal): Promise<never> =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    try {
      const hanging = { ...network, connect: never, resolve: () => new Promise<never>(() => undefined) }
      const seen = await checkSite({ region: 'EMEA', network: hanging, userAgent, limitMs: 20 })
      expect([seen.dns, seen.http, seen.tls]).toEqual([
        { kind: 'failed', why: 'timed-out' },
        { kind: 'failed', why: 'timed-out' },
        { kind: 'failed', why: 'timed-out' },
      ])
    } finally {
      await close()
    }
  })

  test('asks the time server of option 42 in place of one on the internet; a phone needs that it answers', async () => {
    const timeServer = '10.1.20.5'
    const good = await check({}, 'EMEA', { timeServer })
    expect(good.wrong).toEqual([])
    expect(good.of('time')?.did).toContain(timeServer)
    expect(good.sent.map(({ to }) => to).filter((to) => to.startsWith('udp'))).toEqual([
      `udp ${timeServer}:123`,
    ])
    expect((await check({ noTime: true }, 'EMEA', { timeServer })).wrong).toEqual(['time'])
    expect((await check({ timeAhead: 600_000 }, 'EMEA', { timeServer })).wrong).toEqual(['time'])
    // One on the internet may be blocked where phones have one of their own.
    expect((await check({ noTime: true })).untested).toEqual(['time', ...neverTested])
  })

  test('says from where it looked', async () => {
    const { seen } = await check({})
    expect(seen).toMatchObject({ ipv4: '10.1.20.30', defaultGateway: '10.1.20.1' })
    const words = text.site.check.seenFrom(seen.ipv4, seen.defaultGateway)
    expect(words).toMatch(
      /^Tested from this computer \(10\.1\.20\.30, default gateway 10\.1\.20\.1\), not from the voice VLAN/,
    )
  })

  test('compares the public address with those that the tenant trusts, where they could be read', async () => {
    const tenant = { name: 'Contoso', simulated: false }
    const trusted = (...ranges: readonly TrustedRange[]): TrustedAddresses => ({
      ...{ tenant, ranges: known(ranges) },
    })
    const ours = trusted({ address: '198.51.100.1', maskBits: 32 }, { address: '203.0.113.0', maskBits: 29 })
    const publicAddress = async (publicIp: string | undefined, trusted: TrustedAddresses) => {
      const { of, overall } = await check({}, 'EMEA', { ...(publicIp && { publicIp }), trusted })
      return { ...of('public-ip'), overall }
    }
    expect(await publicAddress('203.0.113.7', ours)).toMatchObject({
      ...{ outcome: 'clear', came: expect.stringContaining('203.0.113.0/29'), overall: 'clear' },
      did: expect.stringContaining('"Contoso"'),
    })
    expect(await publicAddress('203.0.113.8', ours)).toMatchObject({
      ...{
        outcome: 'wrong',
        came: expect.stringContaining('198.51.100.1/32, 203.0.113.0/29'),
        overall: 'wrong',
      },
      todo: expect.stringContaining('New-CsTenantTrustedIPAddress'),
    })
    expect(await publicAddress(undefined, ours)).toMatchObject({
      ...{ outcome: 'untested', came: expect.stringContaining('203.0.113.0/29'), overall: 'clear' },
    })
    expect(await publicAddress(undefined, trusted())).toMatchObject({ outcome: 'wrong', overall: 'wrong' })
    expect(await publicAddress('192.168.1.7', ours)).toMatchObject({ outcome: 'wrong' })
    expect(await publicAddress('203.0.113.7', { tenant, ranges: unread('denied') })).toMatchObject({
      ...{
        outcome: 'untested',
        came: 'You entered 203.0.113.7.',
        means: expect.stringContaining('no rights'),
      },
    })
    const simulated = { ...ours, tenant: { name: 'Contoso', simulated: true } }
    expect(await publicAddress('203.0.113.7', simulated)).toMatchObject({
      did: expect.stringContaining('the simulated tenant'),
    })
  })

  test('knows a private address that was typed, and compares a public one with nothing that it cannot read', async () => {
    expect((await check({}, 'EMEA', { publicIp: '192.168.1.7' })).wrong).toEqual(['public-ip'])
    expect((await check({}, 'EMEA', { publicIp: '203.0.113.7' })).of('public-ip')).toMatchObject({
      outcome: 'untested',
      came: 'You entered 203.0.113.7.',
      todo: expect.stringContaining('Get-CsTenantTrustedIPAddress'),
    })
  })
})

describe('what the check of a site sends', () => {
  test.each(regions)('goes to the hosts of %s that are named, and nowhere else', async (region) => {
    const host = `${region.toLowerCase()}.ipp.sdg.teams.microsoft.com`
    const { sent } = await check({}, region)
    expect(sent.map(({ to }) => to).sort()).toEqual(
      [
        'dns ipv4only.arpa',
        `dns ${host}`,
        'tcp www.msftconnecttest.com:80',
        `tcp ${host}:80`,
        'tcp teams.microsoft.com:443',
        'tcp sip.pstnhub.microsoft.com:5061',
        ...(region === 'NOAM' ? ['tcp obsbc-usea.sdg.teams.microsoft.com:5061'] : []),
        'udp time.windows.com:123',
      ].sort(),
    )
  })

  test('has never a MAC address, and no name but that of this app', async () => {
    for (const faults of [{}, { proxy: true }] as const) {
      const { sent } = await check(faults, 'NOAM')
      const requests = sent
        .map(({ bytes }) => bytes().toString('latin1'))
        .filter((one) => one.startsWith('GET '))
      expect(requests).toHaveLength('proxy' in faults ? 3 : 2)
      for (const request of requests) {
        expect(request).toContain(`User-Agent: ${userAgent}\r\n`)
        expect(request).not.toMatch(/polycom|poly\b|yealink|cisco|audiocodes|snom|vvx/i)
        expect(request).not.toMatch(/[0-9a-f]{12}|([0-9a-f]{2}[-:]){5}[0-9a-f]{2}|\.cfg|\.xml|tenantid/i)
      }
      expect(requests.map((one) => one.split('\r\n')[0]).sort()).toEqual(
        [
          'GET / HTTP/1.1',
          'GET /connecttest.txt HTTP/1.1',
          ...('proxy' in faults ? ['GET http://noam.ipp.sdg.teams.microsoft.com/ HTTP/1.1'] : []),
        ].sort(),
      )
      // To 5061 not a byte is sent.
      for (const { to, bytes } of sent) if (to.endsWith(':5061')) expect(bytes()).toHaveLength(0)
    }
  })
})
