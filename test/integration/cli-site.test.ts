import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandHere } from '../support/command-here.ts'
import { describeWith } from '../support/here.ts'
import { openTwoHosts, whyNoTwoHosts } from '../support/network/two-hosts.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { runCli, startCliBy } from '../support/run-cli.ts'

const tenant = '11111111-2222-3333-4444-555555555555'
const options = ['--tenant', tenant, '--region', 'emea'] as const

test('dhcp prints the lines alone to stdout, by the prefixes of the list, and what has to be known to stderr', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cli-site-'))
  try {
    const list = join(folder, 'phones.csv')
    await writeFile(
      list,
      'Username,HardwareId\na@contoso.com,00-1B-54-00-00-01\nb@contoso.com,00-04-F2-00-00-01\nc@contoso.com,00-90-8F-00-00-01:001\n',
    )
    const { code, out, errors } = await runCli(
      ...['dhcp', ...options, '--server', 'dnsmasq', '--utc-offset', '-18000', list],
    )
    expect(code, errors).toBe(0)
    const base = `http://emea.ipp.sdg.teams.microsoft.com/tenantid/${tenant}`
    expect(out.trimEnd().split('\n')).toEqual([
      `# SIP Gateway EMEA, tenant ${tenant}`,
      'dhcp-mac=set:sipgw-cisco,00:1b:54:*:*:*',
      `dhcp-option-force=tag:sipgw-cisco,160,"${base}/$PSN.xml"`,
      'dhcp-option=tag:sipgw-cisco,option:time-offset,-18000',
      'dhcp-mac=set:sipgw-poly,00:04:f2:*:*:*',
      `dhcp-option-force=tag:sipgw-poly,160,"${base}"`,
      'dhcp-option=tag:sipgw-poly,option:time-offset,-18000',
    ])
    for (const said of [
      'Tested on Linux, not with a real phone:',
      'has a port',
      'Option 160 can have only one value',
      'To undo it',
    ])
      expect(errors).toContain(said)
  } finally {
    await removeFolder(folder)
  }
})

test('dhcp writes no line where two values are needed and the server cannot tell makers apart: exit 2', async () => {
  const { code, out, errors } = await commandHere(
    ...['dhcp', ...options, '--server', 'ios', '--scope', 'VOICE', '--vendors', 'cisco,poly'],
  )
  expect([code, out]).toEqual([2, ''])
  expect(errors).toContain('voice VLAN')
})

test.each([
  [['--server', 'kea'], 'Name a phone list'],
  [['--server', 'ios', '--vendors', 'poly'], 'Pool name'],
  [['--server', 'kea', '--scope', 'x', '--vendors', 'poly'], 'whole server'],
  [['--server', 'kea', '--vendors', 'poly,nokia'], 'They must be some of'],
  [['--server', 'bind', '--vendors', 'poly'], 'It must be one of windows'],
])('dhcp %j is wrong usage', async (args, said) => {
  const { code, out, errors } = await commandHere('dhcp', ...options, ...args)
  expect([code, out]).toEqual([64, ''])
  expect(errors).toContain(said)
})

// A host whose network leads nowhere: nothing of this leaves the computer that tests.
describeWith(whyNoTwoHosts())('site, where no network leads to the internet', () => {
  test('says of each check that it could not be tested, prints the rules, and exits with 4', async () => {
    const hosts = openTwoHosts()
    try {
      const { code, out, errors } = await startCliBy(
        (command) => hosts.there('near', command),
        ...['site', '--region', 'apac', '--json'],
      ).done
      expect(code, errors).toBe(4)
      const { overall, results, rules } = JSON.parse(out)
      expect([overall, results.length, rules.length]).toEqual(['untested', 11, 5])
      expect(rules[0].destination).toBe('apac.ipp.sdg.teams.microsoft.com')
    } finally {
      hosts.close()
    }
  })

  test('asks the tenant of the access options which addresses it trusts, and goes on where nobody can sign in', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cli-site-'))
    const alone = ['unshare', '--net', 'sh', '-c', 'ip link set lo up && exec "$0" "$@"'] as const
    const site = (...args: readonly string[]) =>
      startCliBy((command) => [...alone, ...command], 'site', '--region', 'apac', ...args).done
    try {
      // The simulated tenant trusts the addresses that are for documentation.
      const [trusted, foreign, nobody] = await Promise.all([
        site('--simulate', '--public-ip', '203.0.113.7', '--json'),
        site('--simulate', '--public-ip', '198.51.100.7'),
        site('--tenant', 'contoso.com', '--public-ip', '203.0.113.7', '--data-dir', folder),
      ])
      expect([trusted.code, JSON.parse(trusted.out)], trusted.errors).toMatchObject([
        4,
        { trustedAddresses: ['203.0.113.0/24'] },
      ])
      expect(JSON.parse(trusted.out).results.at(-1)).toMatchObject({ check: 'public-ip', outcome: 'clear' })
      expect(foreign.code, foreign.errors).toBe(1)
      expect(foreign.out).toContain("198.51.100.7, which isn't among those the tenant trusts: 203.0.113.0/24")
      expect([nobody.code, nobody.out], nobody.errors).toEqual([
        4,
        expect.stringContaining('No tenant was asked which addresses it trusts.'),
      ])
      expect(nobody.errors).not.toBe('')
    } finally {
      await removeFolder(folder)
    }
  })
})

test('site needs a region, and a public address that is one', async () => {
  expect((await runCli('site')).code).toBe(64)
  expect((await runCli('site', '--region', 'NOAM', '--public-ip', '1.2.3')).code).toBe(64)
})
