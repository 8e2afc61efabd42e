import { type Region, regions } from '../gateway/region.ts'
import type { LinkId } from '../links.ts'
import { text } from '../text/index.ts'
import { quotePowerShell } from './dhcp/windows.ts'

/** The documented ways past Conditional Access; their words are in `text.site.conditionalAccess`. */
export const accessWays = ['addresses', 'teams', 'filter'] as const
export type AccessWay = (typeof accessWays)[number]

/** Where Microsoft describes each. */
export const accessSource: Readonly<Record<AccessWay, LinkId>> = {
  addresses: 'configureSipGateway',
  teams: 'configureSipGateway',
  filter: 'dynamicFilters',
}

/** The addresses from which SIP Gateway signs phones in (Microsoft, "Configure SIP Gateway", August 2024). */
const gatewayAddresses: Readonly<Record<Region, readonly string[]>> = {
  NOAM: ['52.170.38.140', '40.112.144.212'],
  EMEA: ['40.112.71.149', '40.113.112.67'],
  APAC: ['20.92.120.71', '13.73.115.90'],
}

/** SIP Gateway's applications (Microsoft, "Set up dynamic filters for SIP Gateway", August 2024). */
const applications = [
  ['0ab9de21-b802-4d77-b279-1ad41ca233b4', 'SIP Gateway API'],
  ['582b2e88-6cca-4418-83d2-2451801e1d26', 'SIP Gateway UserApp'],
  ['61c8fd69-c13e-4ee6-aaa6-24ff71c09bca', 'Teams SIP Gateway'],
] as const

/** The one of bulk sign-in. */
const forBulkSignIn = applications[2][0]

/** Lines for Graph PowerShell; none where nothing but the policy itself has to be changed. */
export function accessLines(way: AccessWay): readonly string[] {
  return { addresses: addressLines, teams: () => [], filter: filterLines }[way]()
}

function addressLines(): readonly string[] {
  const ranges = regions.flatMap((region) =>
    gatewayAddresses[region].map((address) => `    ${rangeOf(`${address}/32`)} # ${region}`),
  )
  return [
    "Connect-MgGraph -Scopes 'Policy.Read.All','Policy.ReadWrite.ConditionalAccess'",
    `# ${text.site.conditionalAccess.addAddresses}`,
    '$ranges = @(',
    ...ranges,
    ')',
    'New-MgIdentityConditionalAccessNamedLocation -BodyParameter @{',
    "    '@odata.type' = '#microsoft.graph.ipNamedLocation'",
    "    displayName = 'SIP Gateway and its phones'",
    '    isTrusted = $false',
    '    ipRanges = $ranges',
    '}',
  ]
}

const rangeOf = (cidr: string): string =>
  `@{ '@odata.type' = '#microsoft.graph.iPv4CidrRange'; cidrAddress = ${quotePowerShell(cidr)} }`

function filterLines(): readonly string[] {
  return [
    "Connect-MgGraph -Scopes 'CustomSecAttributeDefinition.ReadWrite.All','CustomSecAttributeAssignment.ReadWrite.All','Application.ReadWrite.All'",
    "New-MgDirectoryAttributeSet -BodyParameter @{ id = 'SipGateway'; description = 'Applications of SIP Gateway' }",
    'New-MgDirectoryCustomSecurityAttributeDefinition -BodyParameter @{',
    "    attributeSet = 'SipGateway'; name = 'App'; description = 'Is of SIP Gateway'; type = 'String'; status = 'Available'",
    '    isCollection = $true; isSearchable = $true; usePreDefinedValuesOnly = $false',
    '}',
    '$applications = @(',
    ...applications.map(
      ([id, name]) =>
        `    ${quotePowerShell(id)} # ${id === forBulkSignIn ? text.site.conditionalAccess.forBulkSignIn(name) : name}`,
    ),
    ')',
    'foreach ($id in $applications) {',
    `    $application = Get-MgServicePrincipal -Filter "appId eq '$id'"`,
    '    if (-not $application) { $application = New-MgServicePrincipal -AppId $id }',
    '    Update-MgServicePrincipal -ServicePrincipalId $application.Id -CustomSecurityAttributes @{',
    "        SipGateway = @{ '@odata.type' = '#Microsoft.DirectoryServices.CustomSecurityAttributeValue'; 'App@odata.type' = '#Collection(String)'; App = @('SipGateway') }",
    '    }',
    '}',
  ]
}
