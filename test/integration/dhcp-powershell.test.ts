import { expect } from 'vitest'
import { accessLines, accessWays } from '../../src/shared/site/conditional-access.ts'
import { dhcpLines } from '../../src/shared/site/dhcp/dhcp-lines.ts'
import { rulesForVendors } from '../../src/shared/site/dhcp/vendor-rules.ts'
import { testWith } from '../support/here.ts'
import { runPowerShell, whyNoPowerShell } from '../support/powershell.ts'

const tenantId = '11111111-2222-3333-4444-555555555555'
const base = `http://noam.ipp.sdg.teams.microsoft.com/tenantid/${tenantId}`

/** The server's commands, which only write down what they are given. */
const commands = `
$calls = [System.Collections.Generic.List[object]]::new()
function Get-DhcpServerv4OptionDefinition { [CmdletBinding()] param([uint32]$OptionId) }
function Add-DhcpServerv4OptionDefinition { [CmdletBinding()] param([uint32]$OptionId, [string]$Name, [string]$Type)
  $calls.Add(@('define', "$OptionId", $Type)) }
function Add-DhcpServerv4Policy { [CmdletBinding()] param([string]$Name, [ipaddress]$ScopeId, [string]$Condition, [string[]]$MacAddress)
  $calls.Add(@('policy', $Name, "$ScopeId", ($MacAddress -join ' '))) }
function Set-DhcpServerv4OptionValue { [CmdletBinding()] param([ipaddress]$ScopeId, [string]$PolicyName, [uint32]$OptionId, [string[]]$Value)
  $calls.Add(@('set', $PolicyName, "$ScopeId", "$OptionId", $Value[0])) }
`

testWith(whyNoPowerShell())('PowerShell reads the lines for Windows Server as they are meant', async () => {
  const { rules } = rulesForVendors({
    tenantId,
    region: 'NOAM',
    vendors: ['cisco', 'poly', 'ale'],
    listed: new Map([
      ['cisco', ['001B54', '001B67']],
      ['ale', ['00809F']],
    ]),
    allCiscoPrefixes: false,
  })
  const poly = rules.map((rule) => (rule.vendor === 'poly' ? { ...rule, prefixes: [] } : rule))
  const written = dhcpLines('windows', {
    rules: poly,
    heading: ['Lines'],
    scope: '10.1.20.0',
    utcOffset: -18_000,
  })
  const lines = written.ok ? written.value.lines : []
  const called = await runPowerShell(
    `${commands}\n${lines.join('\n')}\n\nConvertTo-Json -Compress -InputObject $calls`,
  )
  expect(called).toEqual([
    ['define', '160', 'String'],
    ['policy', 'SIP Gateway Cisco', '10.1.20.0', 'EQ 001B54* 001B67*'],
    ['set', 'SIP Gateway Cisco', '10.1.20.0', '160', `${base}/$PSN.xml`],
    ['set', 'SIP Gateway Cisco', '10.1.20.0', '2', '0xFFFFB9B0'],
    ['policy', 'SIP Gateway Alcatel-Lucent Enterprise', '10.1.20.0', 'EQ 00809F*'],
    ['set', 'SIP Gateway Alcatel-Lucent Enterprise', '10.1.20.0', '66', base],
    ['set', 'SIP Gateway Alcatel-Lucent Enterprise', '10.1.20.0', '2', '0xFFFFB9B0'],
  ])
})

testWith(whyNoPowerShell())(
  'PowerShell reads the lines for Conditional Access without an error',
  async () => {
    const scripts = accessWays.map((way) => accessLines(way).join('\n')).filter((lines) => lines !== '')
    const parsed = scripts.map(
      (lines) => `
$found = $null
[void][System.Management.Automation.Language.Parser]::ParseInput(@'
${lines}
'@, [ref]$null, [ref]$found)
$errors += @($found | ForEach-Object Message)`,
    )
    const errors = await runPowerShell(
      `$errors = @('read')${parsed.join('')}\nConvertTo-Json -Compress -InputObject $errors`,
    )
    expect([scripts.length, errors]).toEqual([2, ['read']])
  },
)
