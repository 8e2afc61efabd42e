import { text } from '../text/index.ts'
import { powerShellLiteral } from '../text/powershell-literal.ts'
import type { Fact, PolicyInstance, TenantFacts } from './facts.ts'
import { type FixFile, type FixReason, numbersName } from './fix-files.ts'
import type { AccountCheck, Judged, JudgedAccount, TenantCheck } from './readiness.ts'

export type FixScript = { readonly file: FixFile; readonly content: string }

type Judgement = JudgedAccount & { readonly username: string }

const words = text.readiness.fix

/**
 * One PowerShell script a reason, for all accounts that fail for it. Each changes nothing until its $whatIf is set to
 * $false, as far as the cmdlet has -WhatIf. An account that may be a person's is in a comment alone: the script would make
 * a phone of it. Cmdlets: Microsoft, MicrosoftTeams and Microsoft.Graph modules.
 */
export function fixScripts(
  tenantId: string,
  facts: TenantFacts,
  checks: readonly Judged<TenantCheck>[],
  accounts: readonly Judgement[],
): readonly FixScript[] {
  const tenant = powerShellLiteral(tenantId)
  const lacking = (check: AccountCheck): Concerned => concernedBy(check, accounts)
  const scripts = [
    tenantScript(checks, 'bulk-sign-in', [
      "Set-CsTeamsSipDevicesConfiguration -BulkSignIn 'Enabled' -WhatIf:$whatIf",
    ]),
    tenantScript(checks, 'trusted-addresses', [
      `# ${words.address}`,
      "$address = ''",
      `if ($address -eq '') { throw ${powerShellLiteral(words.noAddress)} }`,
      "New-CsTenantTrustedIPAddress -Identity $address -MaskBits 32 -Description 'Site' -WhatIf:$whatIf",
    ]),
    accountScript('usage-location', lacking('usage-location'), [
      `# ${words.location}`,
      "$location = ''",
      `if ($location -eq '') { throw ${powerShellLiteral(words.noLocation)} }`,
      `Connect-MgGraph -TenantId ${tenant} -Scopes 'User.ReadWrite.All'`,
      'foreach ($account in $accounts) {',
      '  Update-MgUser -UserId $account -UsageLocation $location -WhatIf:$whatIf',
      '}',
    ]),
    accountScript('licence', lacking('licence'), [
      `# ${words.licence}`,
      `Connect-MgGraph -TenantId ${tenant} -Scopes 'User.ReadWrite.All', 'Organization.Read.All'`,
      "$sku = Get-MgSubscribedSku -All | Where-Object SkuPartNumber -eq 'MCOCAP'",
      'foreach ($account in $accounts) {',
      '  Set-MgUserLicense -UserId $account -AddLicenses @{ SkuId = $sku.SkuId } -RemoveLicenses @() -WhatIf:$whatIf',
      '}',
    ]),
    accountScript('number', lacking('number'), [
      `# ${words.number}`,
      "$numberType = ''",
      `if ($numberType -eq '') { throw ${powerShellLiteral(words.noNumberType)} }`,
      "$numbers = Import-Csv -LiteralPath (Join-Path $PSScriptRoot 'phone-numbers.csv')",
      'foreach ($row in $numbers) {',
      '  if ($row.PhoneNumber -and $accounts -contains $row.Username) {',
      '    if ($whatIf) { "$($row.Username): $($row.PhoneNumber)" }',
      '    else { Set-CsPhoneNumberAssignment -Identity $row.Username -PhoneNumber $row.PhoneNumber -PhoneNumberType $numberType }',
      '  }',
      '}',
    ]),
    accountScript(
      'phone-policy',
      lacking('phone-policy'),
      grantLines('TeamsIPPhonePolicy', facts.phonePolicies, 'CommonAreaPhone', [
        '-SignInMode',
        "'CommonAreaPhoneSignIn'",
      ]),
    ),
    accountScript(
      'calling-policy',
      lacking('calling-policy'),
      grantLines('TeamsCallingPolicy', facts.callingPolicies, 'SipDevices', [
        '-AllowSIPDevicesCalling',
        '$true',
      ]),
    ),
    accountScript('on-premises', lacking('on-premises'), [
      ...words.directory.map((line) => `# ${line}`),
      'foreach ($account in $accounts) {',
      '  Get-ADUser -Filter { UserPrincipalName -eq $account } -Properties PasswordExpired, PasswordLastSet, pwdLastSet, CannotChangePassword |',
      '    Select-Object UserPrincipalName, PasswordExpired, PasswordLastSet, pwdLastSet, CannotChangePassword',
      '}',
      'Get-ADDefaultDomainPasswordPolicy | Select-Object MinPasswordAge',
    ]),
  ].flatMap((script) => (script ? [script] : []))
  const numbers = lacking('number').phones
  const connect = `Connect-MicrosoftTeams -TenantId ${tenant}`
  return [
    ...scripts.map(
      ({ file, about, lines }): FixScript => ({
        file,
        // Windows PowerShell reads a file without a mark of order as ANSI.
        content: `\uFEFF${[
          `# ${about}`,
          ...(readOnly.has(file) ? [] : [`# ${words.whatIf}`]),
          ...(withoutTeams.has(file) ? [] : [connect]),
          ...(readOnly.has(file) ? [] : ['$whatIf = $true']),
          '',
          ...lines,
          '',
        ].join('\r\n')}`,
      }),
    ),
    ...(numbers.length > 0 ? [{ file: numbersName, content: numbersFile(numbers) } as const] : []),
  ]
}

/** They change nothing, whatever is set. */
const readOnly: ReadonlySet<FixFile> = new Set<FixFile>(['fix-on-premises.ps1'])
/** They use other modules than MicrosoftTeams. */
const withoutTeams: ReadonlySet<FixFile> = new Set<FixFile>([
  'fix-on-premises.ps1',
  'fix-usage-location.ps1',
  'fix-licence.ps1',
])

type Script = { readonly file: FixFile; readonly about: string; readonly lines: readonly string[] }

type Concerned = { readonly phones: readonly string[]; readonly people: readonly string[] }

/**
 * `phones`: accounts that are there, of the right kind, and known to be nobody's own. `people`: those that may be somebody's,
 * or of which that could not be read. Guests, resource accounts and what is not there are in neither.
 */
function concernedBy(check: AccountCheck, accounts: readonly Judgement[]): Concerned {
  const concerned = accounts.filter(
    ({ checks }) => isFailing(checks, check) && !isFailing(checks, 'exists') && !isFailing(checks, 'kind'),
  )
  const isPhone = ({ checks }: Judgement): boolean =>
    checks.some((one) => one.check === 'person' && one.status === 'ready')
  const names = (of: readonly Judgement[]): readonly string[] => [
    ...new Set(of.map(({ username }) => username)),
  ]
  return {
    phones: names(concerned.filter(isPhone)),
    people: names(concerned.filter((one) => !isPhone(one))),
  }
}

const isFailing = (checks: readonly Judged<string>[], check: string): boolean =>
  checks.some((one) => one.check === check && (one.status === 'fails' || one.status === 'may-fail'))

function tenantScript(
  checks: readonly Judged<TenantCheck>[],
  check: 'bulk-sign-in' | 'trusted-addresses',
  lines: readonly string[],
): Script | undefined {
  return isFailing(checks, check) ? { file: `fix-${check}.ps1`, about: words.about[check], lines } : undefined
}

function accountScript(
  check: FixReason & AccountCheck,
  { phones, people }: Concerned,
  lines: readonly string[],
): Script | undefined {
  if (phones.length + people.length === 0) return undefined
  return {
    file: `fix-${check}.ps1`,
    about: words.about[check],
    lines: [
      ...(people.length === 0
        ? []
        : [`# ${words.people}`, ...people.map((name) => `#   ${inComment(name)}`)]),
      // An empty list as it stands in the script would still run the lines.
      ...(phones.length === 0
        ? [`# ${words.nobody}`]
        : ['$accounts = @(', ...phones.map((name) => `  ${powerShellLiteral(name)}`), ')', ...lines]),
    ],
  }
}

/** A policy of the tenant that fits, else the line that makes one. */
function grantLines(
  type: string,
  policies: Fact<readonly PolicyInstance[]>,
  usual: string,
  setting: readonly string[],
): readonly string[] {
  const fitting = policies.read
    ? policies.value.filter(({ name, fits }) => fits.read && fits.value && name.toLowerCase() !== 'global')
    : []
  const name = fitting[0]?.name ?? usual
  return [
    ...(fitting.length > 1
      ? [`# ${words.others}`, ...fitting.slice(1).map((one) => `#   ${inComment(one.name)}`)]
      : []),
    `$policy = ${powerShellLiteral(name)}`,
    ...(fitting.length > 0
      ? []
      : [
          `# ${policies.read ? words.none : words.unknown}`,
          `${policies.read ? '' : '# '}New-Cs${type} -Identity $policy ${setting.join(' ')} -WhatIf:$whatIf`,
        ]),
    'foreach ($account in $accounts) {',
    `  Grant-Cs${type} -Identity $account -PolicyName $policy -WhatIf:$whatIf`,
    '}',
  ]
}

/** One line of a comment, whatever is in the name. */
const inComment = (name: string): string => name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')

const numbersFile = (usernames: readonly string[]): string =>
  `\uFEFF${['"Username","PhoneNumber"', ...usernames.map((name) => `"${inComment(name).replaceAll('"', '""')}",""`), ''].join('\r\n')}`
