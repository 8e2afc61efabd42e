# A stand-in for Microsoft's module, for tests alone: see MicrosoftTeams.psm1.
@{
  RootModule = 'MicrosoftTeams.psm1'
  ModuleVersion = '99.0.0'
  GUID = '4f0c6f0e-98a5-4f0b-9d0e-51d051d051d0'
  Author = 'The SIP Gateway Bulk Sign-in authors'
  Description = 'Stands in for the MicrosoftTeams module in tests. It reaches a simulated service on this computer and nothing else.'
  PowerShellVersion = '5.1'
  FunctionsToExport = @(
    'Connect-MicrosoftTeams', 'New-CsSdgBulkSignInRequest', 'Get-CsSdgBulkSignInRequestStatus',
    'Get-CsSdgBulkSignInRequestsSummary', 'Get-CsTenant', 'Get-CsTeamsSipDevicesConfiguration', 'Get-CsTeamsIPPhonePolicy',
    'Get-CsTeamsCallingPolicy', 'Get-CsTenantTrustedIPAddress', 'Get-CsOnlineUser'
  )
  CmdletsToExport = @()
  AliasesToExport = @()
  PrivateData = @{ Simulated = $true }
}
