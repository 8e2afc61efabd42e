import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { firewallAsCsv, firewallAsText, firewallRules } from '../../../src/shared/site/firewall.ts'

test('the rules for the firewall have what the phones need, by name where the addresses change', () => {
  expect(firewallRules('APAC').map(({ port, destination }) => `${port} ${destination}`)).toEqual([
    'TCP 80 apac.ipp.sdg.teams.microsoft.com',
    'TCP 80, 443 *.teams.microsoft.com (52.112.0.0/14, 52.122.0.0/15)',
    'TCP 5061 52.112.0.0/14, 52.122.0.0/15',
    'UDP 49152-53247 52.112.0.0/14, 52.122.0.0/15',
    'UDP 123 The time server of DHCP option 42, or time.windows.com',
  ])
})

test('the rules are the same as text and as CSV, and say what must not become a rule', () => {
  const { data } = Papa.parse<string[]>(firewallAsCsv('NOAM').replace('\ufeff', ''), { skipEmptyLines: true })
  expect(data.slice(1)).toEqual(
    firewallRules('NOAM').map(({ destination, port, why, source }) => [destination, port, why, source]),
  )
  const words = firewallAsText('NOAM')
  for (const { destination } of firewallRules('NOAM')) expect(words).toContain(destination)
  expect(words).toContain("endpoint list isn't enough")
  expect(words).toContain('another product')
  // What Microsoft has withdrawn stands in no rule.
  expect(firewallAsCsv('NOAM')).not.toMatch(/52\.120\.|13\.75\.175\.145|blob\.core/)
})
