import { expect } from 'vitest'
import { known, type TenantFacts } from '../../src/shared/readiness/facts.ts'
import { fixScripts } from '../../src/shared/readiness/fix-scripts.ts'
import type { AccountCheck, Judged } from '../../src/shared/readiness/readiness.ts'
import { testWith } from '../support/here.ts'
import { runPowerShell, whyNoPowerShell } from '../support/powershell.ts'

const at = '2026-03-02T09:00:00.000Z'
const everything: readonly AccountCheck[] = [
  'licence',
  'number',
  'phone-policy',
  'calling-policy',
  'usage-location',
  'on-premises',
]

const pieces = [
  ...[
    "'",
    '"',
    '\u2018',
    '\u2019',
    '\u201a',
    '\u201b',
    '\u201c',
    '\u201d',
    '`',
    '$',
    '$(calc)',
    ';',
    '|',
    '&',
    '#',
  ],
  ...[
    '<#',
    '#>',
    "@'",
    "'@",
    '@(',
    ')',
    '}',
    '{',
    '\n',
    '\r\n',
    '\u2028',
    '\u2029',
    '\u0085',
    '\0',
    '\u202e',
    '\u200b',
  ],
  ...['-WhatIf', "'; Remove-Item x; '", '%', ',', '\\', '\u3000', '\u00e9', '\ud83d\udcde'],
]

/** A thousand names made of what ends a string, a comment or a line in PowerShell. */
const hostile = Array.from({ length: 1_000 }, (_, index) => {
  const piece = (times: number): string => pieces[(index * times + times) % pieces.length] ?? ''
  return `a${piece(1)}b${piece(7)}c${piece(13)}${index}@contoso.com`
})

function scriptsOf() {
  const failing: readonly Judged<AccountCheck>[] = everything.map((check) => ({ check, at, status: 'fails' }))
  const person: Judged<AccountCheck> = { check: 'person', at, status: 'may-fail' }
  const named = (names: readonly string[]) => known(names.map((name) => ({ name, fits: known(true) })))
  const facts: TenantFacts = {
    ...{ at, rights: known(true), bulkSignIn: known(false), trustedAddresses: known(0), domains: known([]) },
    ...{ phonePolicies: named(hostile), callingPolicies: named([]) },
  }
  const accounts = hostile.map((username, index) => ({
    ...{ username, status: 'fails' },
    checks: [...failing, index % 10 === 0 ? person : { ...person, status: 'ready' }],
  }))
  return fixScripts(
    hostile[3] ?? '',
    facts,
    [
      { check: 'bulk-sign-in', at, status: 'fails' },
      { check: 'trusted-addresses', at, status: 'fails' },
    ],
    accounts as Parameters<typeof fixScripts>[3],
  ).filter(({ file }) => file.endsWith('.ps1'))
}

/** For each script: errors of the parser, the commands in it, and its literals. Nothing of it is run. */
const parse = (contents: readonly string[]): string => `
$scripts = @'
${JSON.stringify(contents.map((content) => Buffer.from(content).toString('base64')))}
'@ | ConvertFrom-Json
$results = foreach ($script in $scripts) {
  $text = [System.Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($script)).TrimStart([char]0xFEFF)
  $tokens = $null; $errors = $null
  $ast = [System.Management.Automation.Language.Parser]::ParseInput($text, [ref]$tokens, [ref]$errors)
  $commands = $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true) | ForEach-Object { $_.GetCommandName() } | Sort-Object -Unique
  $literals = $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.StringConstantExpressionAst] -and $args[0].StringConstantType -eq 'SingleQuoted' }, $true) | ForEach-Object { $_.Value }
  ,@(@($errors).Count, @($commands), @($literals | Where-Object { $_ -like '*@contoso.com' }).Count)
}
ConvertTo-Json -InputObject @(@('results'), $results) -Depth 6 -Compress
`

testWith(whyNoPowerShell())(
  '1,000 hostile names stay within their quotes, and every script parses',
  async () => {
    const scripts = scriptsOf()
    const [, results] = (await runPowerShell(parse(scripts.map(({ content }) => content)))) as [
      unknown,
      readonly [number, readonly string[], number][],
    ]
    const told = scripts.map(({ file }, index) => [file, ...(results[index] ?? [])])
    const connect = 'Connect-MicrosoftTeams'
    // 900 accounts that are no person's, the tenant's name, and where one is chosen, the policy's.
    expect(told).toEqual([
      ['fix-bulk-sign-in.ps1', 0, [connect, 'Set-CsTeamsSipDevicesConfiguration'], 1],
      ['fix-trusted-addresses.ps1', 0, [connect, 'New-CsTenantTrustedIPAddress'], 1],
      ['fix-usage-location.ps1', 0, ['Connect-MgGraph', 'Update-MgUser'], 901],
      [
        'fix-licence.ps1',
        0,
        ['Connect-MgGraph', 'Get-MgSubscribedSku', 'Set-MgUserLicense', 'Where-Object'],
        901,
      ],
      ['fix-number.ps1', 0, [connect, 'Import-Csv', 'Join-Path', 'Set-CsPhoneNumberAssignment'], 901],
      ['fix-phone-policy.ps1', 0, [connect, 'Grant-CsTeamsIPPhonePolicy'], 902],
      ['fix-calling-policy.ps1', 0, [connect, 'Grant-CsTeamsCallingPolicy', 'New-CsTeamsCallingPolicy'], 901],
      [
        'fix-on-premises.ps1',
        0,
        // The last one is the filter, which is written as a block.
        ['Get-ADDefaultDomainPasswordPolicy', 'Get-ADUser', 'Select-Object', 'UserPrincipalName'],
        900,
      ],
    ])
  },
)
