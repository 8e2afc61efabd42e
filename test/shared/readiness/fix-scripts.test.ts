import { expect, test } from 'vitest'
import { known, nothingOf, type TenantFacts, unread } from '../../../src/shared/readiness/facts.ts'
import { fixScripts } from '../../../src/shared/readiness/fix-scripts.ts'
import type { AccountCheck, Judged, TenantCheck } from '../../../src/shared/readiness/readiness.ts'

const at = '2026-03-02T09:00:00.000Z'
const facts: TenantFacts = {
  ...{ at, rights: known(true), bulkSignIn: known(false), trustedAddresses: known(0), domains: known([]) },
  phonePolicies: known([
    { name: 'Global', fits: known(true) },
    { name: "Lobby's", fits: known(true) },
  ]),
  callingPolicies: known([]),
}
const checks = (...failing: AccountCheck[]): readonly Judged<AccountCheck>[] => [
  ...failing.map((check) => ({ check, at, status: check === 'person' ? 'may-fail' : 'fails' }) as const),
  ...(failing.includes('person') ? [] : [{ check: 'person', at, status: 'ready' } as const]),
]
const account = (username: string, ...failing: AccountCheck[]) =>
  ({ username, status: 'fails', checks: checks(...failing) }) as const
const off: readonly Judged<TenantCheck>[] = [{ check: 'bulk-sign-in', at, status: 'fails' }]
const fileOf = (scripts: ReturnType<typeof fixScripts>, file: string): string =>
  scripts.find((one) => one.file === file)?.content ?? ''

test('one script a reason, which does nothing until it is told to', () => {
  const scripts = fixScripts('t', facts, off, [
    account('lobby@contoso.com', 'number', 'phone-policy'),
    account('hall@contoso.com', 'number'),
  ])
  expect(scripts.map(({ file }) => file)).toEqual([
    'fix-bulk-sign-in.ps1',
    'fix-number.ps1',
    'fix-phone-policy.ps1',
    'phone-numbers.csv',
  ])
  expect(
    scripts.filter(({ file, content }) => file.endsWith('.ps1') && !content.includes('$whatIf = $true')),
  ).toEqual([])
  expect(fileOf(scripts, 'phone-numbers.csv')).toContain('"hall@contoso.com",""')
  expect(fileOf(scripts, 'fix-number.ps1')).toContain("  'hall@contoso.com'")
})

test('a policy of the tenant that fits is taken by name, but never Global; where there is none, one is made', () => {
  const scripts = fixScripts('t', facts, [], [account('a@b.c', 'phone-policy', 'calling-policy')])
  expect(fileOf(scripts, 'fix-phone-policy.ps1')).toContain("$policy = 'Lobby''s'")
  expect(fileOf(scripts, 'fix-phone-policy.ps1')).not.toContain('New-Cs')
  expect(fileOf(scripts, 'fix-calling-policy.ps1')).toMatch(/^New-CsTeamsCallingPolicy -Identity \$policy/m)
  const unknown = fixScripts(
    't',
    { ...facts, callingPolicies: unread('denied') },
    [],
    [account('a@b.c', 'calling-policy')],
  )
  expect(fileOf(unknown, 'fix-calling-policy.ps1')).not.toMatch(/^New-Cs/m)
})

test("an account that may be a person's is in a comment alone, in every script", () => {
  const scripts = fixScripts(
    't',
    facts,
    [],
    [account('ada.lovelace@contoso.com', 'number', 'licence', 'phone-policy', 'calling-policy', 'person')],
  )
  expect(scripts).toHaveLength(4)
  for (const { content } of scripts)
    for (const line of content.split('\r\n')) if (line.includes('lovelace')) expect(line).toMatch(/^# {3}/)
  expect(scripts.filter(({ content }) => /^[^#]*(Grant|Set-(Cs|Mg))/m.test(content))).toEqual([])
})

test('what could not be read, or does not exist, is in no script', () => {
  const gone = {
    username: 'a@b.c',
    status: 'unread',
    checks: [{ check: 'number', at, status: 'unread' }],
  } as const
  expect(fixScripts('t', facts, [], [gone, account('b@b.c', 'exists')])).toEqual([])
  expect(nothingOf(at, known(false)).number.read).toBe(false)
})

test('an account of which it could not be read whether it is a person is in a comment alone', () => {
  const unknown = {
    username: 'hall@contoso.com',
    status: 'fails',
    checks: [
      { check: 'number', at, status: 'fails' },
      { check: 'person', at, status: 'unread', why: 'odd' },
    ],
  } as const
  const [script] = fixScripts('t', facts, [], [unknown])
  expect(script?.content).toMatch(/^# {3}hall@contoso\.com$/m)
  expect(script?.content).not.toMatch(/^[^#]*hall/m)
})

test('a guest, a resource account and one that was deleted are in no script, whatever they lack', () => {
  expect(fixScripts('t', facts, [], [account('queue@contoso.com', 'kind', 'licence', 'number')])).toEqual([])
})

test('a usage location is filled in by whoever runs the script, and what the directory says is only read', () => {
  const scripts = fixScripts('t', facts, [], [account('hall@contoso.com', 'usage-location', 'on-premises')])
  expect(scripts.map(({ file }) => file)).toEqual(['fix-usage-location.ps1', 'fix-on-premises.ps1'])
  expect(fileOf(scripts, 'fix-usage-location.ps1')).toMatch(/^\$whatIf = \$true$/m)
  expect(fileOf(scripts, 'fix-usage-location.ps1')).toMatch(/^if \(\$location -eq ''\) \{ throw/m)
  const directory = fileOf(scripts, 'fix-on-premises.ps1')
  expect(directory).not.toMatch(/^[^#]*(?:Set-|New-|Grant-|Update-|Connect-|\$whatIf)/m)
  expect(directory).toContain('pwdLastSet')
})
