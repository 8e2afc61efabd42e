# Stands in for Microsoft's module in tests: names, parameters and errors as the real one has them, over HTTP to a simulated
# service. SIMULATED_TEAMS names a JSON file of the test: { address, token, poorErrors?, signIn? }. It goes to loopback alone.

Add-Type -AssemblyName System.Net.Http

# What autorest's runtime throws. RequestMessage holds the bearer token, as the real one does.
class RestException : System.Exception {
  [object] $StatusCode; [object] $ResponseHeaders; [string] $ResponseBody; [string] $Code; [object] $RequestMessage
  RestException([string]$message) : base($message) { }
}

$script:connection = $null
$script:client = New-Object System.Net.Http.HttpClient

function Read-Service {
  $service = Get-Content -LiteralPath $env:SIMULATED_TEAMS -Raw | ConvertFrom-Json
  if (-not ([uri]$service.address).IsLoopback) { throw 'The stand-in reaches this computer alone.' }
  $service
}

function Get-Fault([string]$class, $response, [string]$body) {
  $name = [string]$response.StatusCode
  $json = try { $body | ConvertFrom-Json } catch { $null }
  $said = if ($json.message) { [string]$json.message } else { "Response failed. Status: $name" }
  $category = [System.Management.Automation.ErrorCategory]::InvalidOperation
  $class = "Microsoft.Teams.ConfigAPI.Cmdlets.Generated.Cmdlets.$class"
  if ($json.code -and $json.message) {
    $record = New-Object System.Management.Automation.ErrorRecord((New-Object System.Exception("[$($json.code)] : $said")), "$($json.code),$class", $category, $script:connection.token)
    $record.ErrorDetails = New-Object System.Management.Automation.ErrorDetails($said)
    $record.ErrorDetails.RecommendedAction = [string]$json.action
    return $record
  }
  $exception = New-Object RestException($said)
  $exception.Code = $name
  $exception.RequestMessage = $response.RequestMessage
  if (-not (Read-Service).poorErrors) {
    $exception.StatusCode = $response.StatusCode
    $exception.ResponseHeaders = $response.Headers
    $exception.ResponseBody = $body
  }
  New-Object System.Management.Automation.ErrorRecord($exception, "$name,$class", $category, $script:connection.token)
}

function Invoke-Service($cmdlet, [string]$class, [string]$path, $body) {
  if ($null -eq $script:connection) { throw 'Run Connect-MicrosoftTeams before running cmdlets.' }
  $method = if ($null -eq $body) { 'GET' } else { 'POST' }
  $message = New-Object System.Net.Http.HttpRequestMessage((New-Object System.Net.Http.HttpMethod($method)), "$($script:connection.address)$path")
  [void]$message.Headers.TryAddWithoutValidation('Authorization', "Bearer $($script:connection.token)")
  [void]$message.Headers.TryAddWithoutValidation('X-MS-Target-Uri', 'https://admin.simulated.example/')
  if ($null -ne $body) { $message.Content = New-Object System.Net.Http.StringContent($body, [Text.Encoding]::UTF8, 'application/json') }
  try {
    $response = $script:client.SendAsync($message).GetAwaiter().GetResult()
    $text = $response.Content.ReadAsStringAsync().GetAwaiter().GetResult()
  } catch {
    $cmdlet.WriteError((New-Object System.Management.Automation.ErrorRecord($_.Exception.GetBaseException(), '', 'NotSpecified', $null)))
    return
  }
  $code = [int]$response.StatusCode
  if ($code -ge 400) { $cmdlet.WriteError((Get-Fault $class $response $text)); return }
  # Written one by one, as the real cmdlets do.
  foreach ($one in @($text | ConvertFrom-Json)) { $one }
}

function Connect-MicrosoftTeams {
  [CmdletBinding(DefaultParameterSetName = 'UserCredential', PositionalBinding = $false)]
  param(
    [Parameter(ParameterSetName = 'UserCredential')] [Alias('Domain', 'TenantDomain')] [string] $TenantId,
    [Parameter(ParameterSetName = 'UserCredential')] [string] $AccountId,
    [Parameter(ParameterSetName = 'UserCredential')] [switch] $UseDeviceAuthentication,
    [Parameter(ParameterSetName = 'UserCredential')] [switch] $DisableWAM,
    [Parameter(ParameterSetName = 'AccessTokens', Mandatory)] [string[]] $AccessTokens
  )
  $service = Read-Service
  if ($service.signIn -eq 'refuse') { throw 'AADSTS50105: The administrator has not allowed this sign-in.' }
  if ($UseDeviceAuthentication) {
    Write-Host 'To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code SIMULATED to authenticate.'
  }
  $token = if ($AccessTokens) { $AccessTokens[-1] } else { [string]$service.token }
  $script:connection = @{ address = ([string]$service.address).TrimEnd('/'); token = $token }
  $tenant = @(Invoke-Service $PSCmdlet 'GetCsTenant_Get' '/Teams.Tenant/tenants')[0]
  if ($null -eq $tenant) { $script:connection = $null; return }
  [pscustomobject]@{ Account = 'operator@simulated.example'; Environment = 'AzureCloud'; Tenant = $tenant.tenantId; TenantId = $tenant.tenantId }
}

function New-CsSdgBulkSignInRequest {
  [CmdletBinding(PositionalBinding = $false)]
  param([Parameter(Mandatory)] [string] $DeviceDetailsFilePath, [Parameter(Mandatory)] [string] $Region)
  $items = @(Import-Csv -Path $DeviceDetailsFilePath | ForEach-Object { @{ userName = $_.Username; hardwareId = $_.HardwareId } })
  $body = ConvertTo-Json -InputObject $items -Compress
  Invoke-Service $PSCmdlet 'NewCsSdgBulkSignInRequest_New' "/Teams.SipDevicesGatewayManagement/v1/createbatch?TargetRegion=$Region" $body
}

function Get-CsSdgBulkSignInRequestStatus {
  [CmdletBinding(PositionalBinding = $false)]
  param([string] $Batchid)
  $id = [uri]::EscapeDataString($Batchid)
  Invoke-Service $PSCmdlet 'GetCsSdgBulkSignInRequestStatus_Get' "/Teams.SipDevicesGatewayManagement/v1/batchstatus?batchid=$id"
}

function Get-CsSdgBulkSignInRequestsSummary {
  [CmdletBinding(PositionalBinding = $false)]
  param()
  Invoke-Service $PSCmdlet 'GetCsSdgBulkSignInRequestsSummary_Get' '/Teams.SipDevicesGatewayManagement/v1/batchsummaries'
}

function Get-CsTenant {
  [CmdletBinding(PositionalBinding = $false)]
  param()
  Invoke-Service $PSCmdlet 'GetCsTenant_Get' '/Teams.Tenant/tenants'
}

function Get-CsTeamsSipDevicesConfiguration {
  [CmdletBinding()]
  param([string] $Identity)
  Invoke-Service $PSCmdlet 'GetCsTeamsSipDevicesConfiguration_Get' '/Skype.Policy/configurations/TeamsSipDevicesConfiguration'
}

function Get-CsTeamsIPPhonePolicy {
  [CmdletBinding()]
  param([string] $Identity)
  Invoke-Service $PSCmdlet 'GetCsTeamsIPPhonePolicy_Get' '/Skype.Policy/configurations/TeamsIPPhonePolicy'
}

function Get-CsTeamsCallingPolicy {
  [CmdletBinding()]
  param([string] $Identity)
  Invoke-Service $PSCmdlet 'GetCsTeamsCallingPolicy_Get' '/Skype.Policy/configurations/TeamsCallingPolicy'
}

function Get-CsTenantTrustedIPAddress {
  [CmdletBinding()]
  param([string] $Identity)
  Invoke-Service $PSCmdlet 'GetCsTenantTrustedIPAddress_Get' '/Skype.Policy/configurations/TenantTrustedIPAddress'
}

function Get-CsOnlineUser {
  [CmdletBinding()]
  param([string] $Identity, [string] $Filter)
  if ($Filter) {
    # The real one translates it for the service, too.
    $translated = $Filter -replace 'UserPrincipalName', 'userprincipalname' -replace ' -eq ', ' eq ' -replace ' -or ', ' or '
    return (Invoke-Service $PSCmdlet 'GetCsUser_Search' "/Teams.User/users?psfilter=$([uri]::EscapeDataString($translated))").users
  }
  Invoke-Service $PSCmdlet 'GetCsUser_Get' "/Teams.User/users/$([uri]::EscapeDataString($Identity))"
}
