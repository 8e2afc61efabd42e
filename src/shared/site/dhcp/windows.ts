import { vendorNames } from '../vendors.ts'
import {
  asRule,
  type DhcpLines,
  type DhcpRequest,
  inOrder,
  nothingElse,
  offsetInHex,
  prefixesOrOne,
  printable,
  type VendorRule,
} from './dhcp-request.ts'

/**
 * Windows Server, in PowerShell (Microsoft, module DhcpServer). A policy at the level of the scope, or of the server
 * where no scope is named. Never seen on a Windows Server by us; that PowerShell reads the lines is tested.
 */
export function windowsLines(request: DhcpRequest): DhcpLines {
  const rules = inOrder(request.rules)
  const at = request.scope === undefined ? '' : ` -ScopeId ${quotePowerShell(request.scope)}`
  const has160 = request.rules.some(({ option }) => option === 160)
  return {
    lines: [
      ...request.heading.map((line) => `# ${line}`),
      ...(has160 ? define160 : []),
      ...rules.flatMap((rule) => asRule(rule, policy(rule, at, request))),
    ],
    undo: [
      ...rules.map(({ vendor }) => `Remove-DhcpServerv4Policy -Name ${nameOf(vendor)}${at}`),
      ...(has160 ? ['# Remove-DhcpServerv4OptionDefinition -OptionId 160'] : []),
    ],
  }
}

/** In single quotes: between double ones, `$PSN` would vanish. PowerShell takes typographic quotes for quotes; none is let in. */
export const quotePowerShell = (value: string): string =>
  `'${printable(value, nothingElse).replaceAll("'", "''")}'`

const define160 = [
  'if (-not (Get-DhcpServerv4OptionDefinition -OptionId 160 -ErrorAction SilentlyContinue)) {',
  "    Add-DhcpServerv4OptionDefinition -OptionId 160 -Name 'SIP Gateway' -Type String",
  '}',
]

function policy(rule: VendorRule, at: string, { ntp, utcOffset }: DhcpRequest): readonly string[] {
  const name = nameOf(rule.vendor)
  const macs = prefixesOrOne(rule).map((prefix) => quotePowerShell(`${prefix}*`))
  const set = (option: number, value: string): string =>
    `Set-DhcpServerv4OptionValue${at} -PolicyName ${name} -OptionId ${option} -Value ${quotePowerShell(value)}`
  return [
    `Add-DhcpServerv4Policy -Name ${name}${at} -Condition OR -MacAddress EQ,${macs.join(',')}`,
    set(rule.option, rule.url),
    ...(ntp === undefined ? [] : [set(42, ntp)]),
    ...(utcOffset === undefined ? [] : [set(2, `0x${offsetInHex(utcOffset)}`)]),
  ]
}

const nameOf = (vendor: VendorRule['vendor']): string => quotePowerShell(`SIP Gateway ${vendorNames[vendor]}`)
