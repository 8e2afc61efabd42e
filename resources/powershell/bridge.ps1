# Runs Microsoft's MicrosoftTeams cmdlets for the app that started this script. Windows PowerShell 5.1 and PowerShell 7.2+.
# In: ASCII JSON, one request a line, on standard input. Out: "<nonce> <JSON>", one answer a line; other lines are chatter.
# Nothing secret is in an argument, in the environment or in this text, and no text that comes in is run as code.

$mode = [string]$ExecutionContext.SessionState.LanguageMode
# A constrained session cannot read its own input. This one line can still be written.
if ($mode -ne 'FullLanguage') { "SipGatewayBridge language mode $mode"; exit 3 }

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$reader = New-Object System.IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::ASCII)

function Read-Line {
  $line = $reader.ReadLine()
  if ($null -ne $line) { ConvertFrom-Json -InputObject $line }
}

# The property of that name, whatever the object; nothing where there is none or it cannot be read.
function Get-Named($from, [string]$name) {
  try { if ($null -ne $from) { $from.PSObject.Properties[$name].Value } } catch { $null }
}

# Plain data of plain data: no methods, no types, times in UTC. What lies deeper than $depth is left out.
function ConvertTo-Plain($value, [int]$depth) {
  if ($null -eq $value) { return $null }
  if ($value -is [string] -or $value -is [decimal] -or $value.GetType().IsPrimitive) { return $value.PSObject.BaseObject }
  if ($value -is [datetime]) {
    if ($value.Kind -eq 'Unspecified') { $value = [datetime]::SpecifyKind($value, 'Utc') }
    return $value.ToUniversalTime().ToString('o')
  }
  if ($value -is [datetimeoffset]) { return $value.UtcDateTime.ToString('o') }
  if ($value -is [valuetype] -or $value -is [uri] -or $value -is [version]) { return [string]$value }
  if ($depth -le 0) { return $null }
  if ($value -is [Collections.IEnumerable] -and $value -isnot [Collections.IDictionary]) {
    $list = New-Object System.Collections.ArrayList
    foreach ($one in $value) { [void]$list.Add((ConvertTo-Plain $one ($depth - 1))) }
    return , $list.ToArray()
  }
  $plain = @{}
  if ($value -is [Collections.IDictionary]) {
    foreach ($key in $value.Keys) { $plain[[string]$key] = ConvertTo-Plain $value[$key] ($depth - 1) }
    return $plain
  }
  foreach ($property in $value.PSObject.Properties) {
    if ($property.Name -match 'token|secret|authorization|credential|httprequest|httpresponse') { continue }
    try { $plain[$property.Name] = ConvertTo-Plain $property.Value ($depth - 1) } catch { $plain[$property.Name] = $null }
  }
  $plain
}

# An ErrorRecord holds the request with its bearer token, and what was bound to parameters: fields by name, and no others.
function Get-Fault($record) {
  $exception = $record.Exception
  $headers = Get-Named $exception 'ResponseHeaders'
  $fault = @{
    id = [string]$record.FullyQualifiedErrorId; reason = [string]$record.CategoryInfo.Reason; message = [string]$exception.Message
    details = [string](Get-Named $record.ErrorDetails 'Message'); action = [string](Get-Named $record.ErrorDetails 'RecommendedAction')
    code = [string](Get-Named $exception 'Code'); body = [string](Get-Named $exception 'ResponseBody')
    retryAfter = Get-Header $headers 'Retry-After'; correlationId = Get-Header $headers 'X-MS-Correlation-Id'
  }
  $status = Get-Named $exception 'StatusCode'
  if ($null -ne $status) { $fault.status = [int]$status }
  $causes = New-Object System.Collections.ArrayList
  for ($one = $exception; $null -ne $one -and $causes.Count -lt 6; $one = $one.InnerException) { [void]$causes.Add($one.GetType().Name) }
  $fault.causes = $causes.ToArray()
  $fault
}

function Get-Header($headers, [string]$name) {
  try { foreach ($pair in $headers.GetEnumerator()) { if ($pair.Key -eq $name) { return [string]@($pair.Value)[0] } } } catch { }
  ''
}

# Logging that writes what cmdlets are given, tokens among it, where others can read it. Group policy, or PowerShell 7's file.
function Get-Logging {
  $on = @{ module = $false; scriptBlock = $false; transcript = $false }
  $switches = @{ module = 'ModuleLogging', 'EnableModuleLogging'; scriptBlock = 'ScriptBlockLogging', 'EnableScriptBlockLogging'
    transcript = 'Transcription', 'EnableTranscripting' }
  $files = @("$PSHOME/powershell.config.json")
  if ($PSVersionTable.PSEdition -eq 'Core') {
    $config = if ($env:XDG_CONFIG_HOME) { $env:XDG_CONFIG_HOME } elseif ($HOME) { "$HOME/.config" }
    $files += if ($env:OS -eq 'Windows_NT') { "$([Environment]::GetFolderPath('MyDocuments'))/PowerShell/powershell.config.json" } else { "$config/powershell/powershell.config.json" }
  }
  foreach ($kind in @($on.Keys)) {
    $name, $value = $switches[$kind]
    if ($env:OS -eq 'Windows_NT') {
      foreach ($root in 'HKLM:', 'HKCU:') { foreach ($place in 'Microsoft\Windows\PowerShell', 'Microsoft\PowerShellCore') {
          $found = Get-ItemProperty -LiteralPath "$root\SOFTWARE\Policies\$place\$name" -ErrorAction SilentlyContinue
          if ([string](Get-Named $found $value) -eq '1') { $on[$kind] = $true }
        } }
    }
    foreach ($file in $files) {
      try { $policies = Get-Named (ConvertFrom-Json -InputObject (Get-Content -LiteralPath $file -Raw)) 'PowerShellPolicies' } catch { continue }
      if ((Get-Named (Get-Named $policies $name) $value) -eq $true) { $on[$kind] = $true }
    }
  }
  $on
}

function Get-Hello {
  $versions = @(Get-Module -ListAvailable -Name MicrosoftTeams | ForEach-Object { [string]$_.Version })
  $policies = @{}
  foreach ($one in @(Get-ExecutionPolicy -List)) { $policies[[string]$one.Scope] = [string]$one.ExecutionPolicy }
  @{ version = [string]$PSVersionTable.PSVersion; edition = [string]$PSVersionTable.PSEdition; modules = $versions
    policies = $policies; logging = (Get-Logging) }
}

function Import-Teams([string]$version) {
  $module = Import-Module -Name MicrosoftTeams -RequiredVersion $version -PassThru -DisableNameChecking -WarningAction SilentlyContinue
  $needed = 'Connect-MicrosoftTeams', 'New-CsSdgBulkSignInRequest', 'Get-CsSdgBulkSignInRequestStatus', 'Get-CsSdgBulkSignInRequestsSummary', 'Get-CsTenant'
  $missing = @($needed | Where-Object { -not (Get-Command -Name $_ -Module MicrosoftTeams -ErrorAction SilentlyContinue) })
  $private = @($module)[0].PrivateData
  $simulated = $private -is [Collections.IDictionary] -and $private['Simulated'] -eq $true
  @{ version = [string]@($module)[0].Version; missing = $missing; simulated = $simulated }
}

# With tokens nothing else may be said: with -TenantId or -AccountId some versions refuse them.
function Connect-Teams($request) {
  $with = @{}
  if ($request.tokens) { $with.AccessTokens = [string[]]@($request.tokens) }
  else {
    if ($request.tenant) { $with.TenantId = [string]$request.tenant }
    if ($request.method -eq 'device') { $with.UseDeviceAuthentication = $true }
    # A hidden process has no window that the account picker of Windows could belong to.
    elseif ((Get-Command -Name Connect-MicrosoftTeams).Parameters.ContainsKey('DisableWAM')) { $with.DisableWAM = $true }
  }
  $found = $null
  # Whatever it says beside its result, such as a device code, is for the person.
  Connect-MicrosoftTeams @with -ErrorAction Stop 6>&1 | ForEach-Object {
    if (Get-Named $_ 'TenantId') { $found = $_ } else { [Console]::Out.WriteLine([string]$_) }
  }
  $account = Get-Named $found 'Account'
  $name = Get-Named $account 'Id'
  @{ tenantId = [string](Get-Named $found 'TenantId'); account = [string]$(if ($name) { $name } else { $account }) }
}

function Invoke-Request($request) {
  $said = $null
  $quiet = @{ ErrorAction = 'Stop'; WarningAction = 'SilentlyContinue'; WarningVariable = 'said' }
  switch -CaseSensitive ([string]$request.op) {
    'hello' { return @{ value = (Get-Hello) } }
    'load' { return @{ value = (Import-Teams ([string]$request.version)) } }
    'connect' { return @{ value = (Connect-Teams $request) } }
    # Once the app is gone nobody knows of a batch that is made now: a line that was left in the pipe is not acted on.
    # By its name alone, in the folder that this process works in: Import-Csv would read a path as a pattern.
    'create' {
      if (-not (Get-Process -Id ([int]$first.app) -ErrorAction SilentlyContinue)) { & $end 4 $first.folder }
      $found = New-CsSdgBulkSignInRequest -DeviceDetailsFilePath ([string]$request.file) -Region ([string]$request.region) @quiet
    }
    'status' { $found = Get-CsSdgBulkSignInRequestStatus -Batchid ([string]$request.batchId) @quiet }
    'summaries' { $found = Get-CsSdgBulkSignInRequestsSummary @quiet }
    'tenant' { $found = Get-CsTenant @quiet }
    'sipDevices' { $found = Get-CsTeamsSipDevicesConfiguration @quiet }
    'phonePolicies' { $found = Get-CsTeamsIPPhonePolicy @quiet }
    'callingPolicies' { $found = Get-CsTeamsCallingPolicy @quiet }
    'trustedIps' { $found = Get-CsTenantTrustedIPAddress @quiet }
    'user' { $found = Get-CsOnlineUser -Identity ([string]$request.user) @quiet }
    'users' { $found = Get-CsOnlineUser -Filter ([string]$request.filter) @quiet }
    default { throw 'There is no such request.' }
  }
  @{ value = @($found | ForEach-Object { ConvertTo-Plain $_ 5 }); warning = [string](@($said) -join ' ') }
}

# ConvertTo-Json of 5.1 leaves other than ASCII as it is, and the console has its own idea of an encoding.
function Send-Answer($answer) {
  $json = ConvertTo-Json -InputObject $answer -Depth 12 -Compress
  $ascii = [regex]::Replace($json, '[^\x20-\x7e]', { param($found) '\u{0:x4}' -f [int][char]$found.Value })
  [Console]::Out.WriteLine("$nonce $ascii")
}

$first = Read-Line
$nonce = [string]$first.nonce
# Ends this process, and takes its folder away: lists with usernames are in it. Waits for the end of the app where it is to.
$end = { param([int]$code, [string]$folder, [int]$app)
  if ($app) {
    try { [Diagnostics.Process]::GetProcessById($app).WaitForExit() } catch [InvalidOperationException], [ComponentModel.Win32Exception] { return } catch { }
    [Threading.Thread]::Sleep(5000)
  }
  # Windows keeps a folder that somebody works in.
  try { [Environment]::CurrentDirectory = [IO.Path]::GetTempPath(); [IO.Directory]::Delete($folder, $true) } catch { }
  [Environment]::Exit($code)
}
# The app may be killed while a cmdlet waits for its answer: this waits for the app's end beside it, and ends all.
$watch = [PowerShell]::Create().AddScript($end).AddArgument(4).AddArgument([string]$first.folder).AddArgument([int]$first.app)
[void]$watch.BeginInvoke()

while ($null -ne ($request = Read-Line)) {
  $answer = @{ id = [int]$request.id; ok = $false }
  try { $answer += Invoke-Request $request; $answer.ok = $true } catch { $answer.error = Get-Fault $_ }
  Send-Answer $answer
}
# Not just the end of the script: the watch would keep the process.
& $end 0 $first.folder
