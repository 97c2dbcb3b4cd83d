# Stand-ins of the commands of Windows, fed from a practice node. They answer as the real ones do, as far as Winnow looks.

function Set-PracticeNode {
  param([string]$Json)
  $global:Practice = ConvertFrom-Json -InputObject $Json
  $global:Calls = @()
}

function Add-Call {
  param([string]$Text)
  $global:Calls += $Text
}

function Test-WinnowElevated { $global:Practice.elevated }

function Get-Module {
  param([switch]$ListAvailable, [string]$Name)
  if ($global:Practice.modules -contains $Name) { $Name }
}

function Get-ExecutionPolicy {
  param([switch]$List)
  ConvertFrom-Json '[{"Scope":"LocalMachine","ExecutionPolicy":"RemoteSigned"}]'
}

function ConvertTo-CimValue {
  param($Value)
  if ($Value -is [string] -and $Value -match '^\d{4}-\d\d-\d\dT[\d:.]+Z$') { return [datetime]$Value }
  $Value
}

function Get-CimInstance {
  param([string]$ClassName, [string]$Namespace = 'root/cimv2', [string]$Filter)
  $rows = $global:Practice.cim."${Namespace}:$ClassName"
  # As the real command does, the code stands in the id of the error.
  if ($null -eq $rows) { throw 'HRESULT 0x80041010' }
  foreach ($row in $rows) {
    if ($Filter -and -not (Test-Filter $row $Filter)) { continue }
    $properties = foreach ($property in $row.PSObject.Properties) { @{ Name = $property.Name; Value = ConvertTo-CimValue $property.Value } }
    $object = @{ CimInstanceProperties = $properties }
    foreach ($property in $properties) { $object[$property.Name] = $property.Value }
    $object
  }
}

function Test-Filter {
  param($Row, [string]$Filter)
  foreach ($condition in $Filter -split '\) AND \(') {
    $met = $false
    foreach ($choice in [regex]::Matches($condition, '(\w+)=(?:''((?:[^''\\]|\\.)*)''|(-?\d+))')) {
      $actual = $Row."$($choice.Groups[1].Value)"
      if ($choice.Groups[3].Success) { if ($actual -eq [long]$choice.Groups[3].Value) { $met = $true } }
      elseif ("$actual" -eq ($choice.Groups[2].Value -replace '\\(.)', '$1')) { $met = $true }
    }
    if (-not $met) { return $false }
  }
  $true
}

function Get-Key {
  param([string]$Path)
  $global:Practice.registry."$($Path -replace '^HKLM:\\', '')"
}

function Test-Path {
  param([string]$LiteralPath)
  $null -ne (Get-Key $LiteralPath)
}

function Get-KeyNames {
  param([string]$Path)
  $prefix = "$($Path -replace '^HKLM:\\', '')\"
  foreach ($property in $global:Practice.registry.PSObject.Properties) {
    $rest = $property.Name
    if ($rest.Length -le $prefix.Length -or $rest.Substring(0, $prefix.Length) -ne $prefix) { continue }
    $rest = $rest.Substring($prefix.Length)
    if ($rest -notmatch '\\') { $rest }
  }
}

function Get-ChildItem {
  param([string]$LiteralPath)
  Get-KeyNames $LiteralPath | ForEach-Object { @{ PSChildName = $_ } }
}

function Get-ItemProperty {
  param([string]$LiteralPath, [string]$Name, $ErrorAction)
  Get-Key $LiteralPath
}

function Set-ItemProperty {
  param([string]$LiteralPath, [string]$Name, $Value)
  Add-Call "set $LiteralPath $Name $($Value.GetType().Name) $Value"
}

function Remove-ItemProperty {
  param([string]$LiteralPath, [string]$Name)
  Add-Call "remove $LiteralPath $Name"
}

function New-Item {
  param([string]$Path, [switch]$Force)
  Add-Call "make $Path"
}

function Get-WinEvent {
  param([hashtable]$FilterHashtable, [int]$MaxEvents)
  if ($global:Practice.logs -notcontains $FilterHashtable.LogName) { throw 'NoMatchingLogsFound' }
  if (-not $global:Practice.elevated -and $FilterHashtable.LogName -match '^Microsoft-') { throw 'LogInfoUnavailable' }
  # The practice clock stands still.
  $since = [datetime]$global:Practice.now - ([datetime]::Now - $FilterHashtable.StartTime)
  $count = 0
  foreach ($event in $global:Practice.events) {
    if ($event.log -ne $FilterHashtable.LogName -or [datetime]$event.time -lt $since) { continue }
    if ($FilterHashtable.ContainsKey('ProviderName') -and $event.provider -ne $FilterHashtable.ProviderName) { continue }
    if ($FilterHashtable.ContainsKey('Id') -and $FilterHashtable.Id -notcontains $event.id) { continue }
    if ($FilterHashtable.ContainsKey('Level') -and $FilterHashtable.Level -notcontains $event.level) { continue }
    if ($count -ge $MaxEvents) { break }
    $count++
    @{ Id = $event.id; Level = $event.level; TimeCreated = [datetime]$event.time; ProviderName = $event.provider; Properties = @($event.properties | ForEach-Object { @{ Value = $_ } }) }
  }
  if ($count -eq 0) { throw 'NoMatchingEventsFound' }
}

function Get-Service {
  param([string]$Name)
  $service = $global:Practice.services."$Name"
  if (-not $service) { throw "NoServiceFoundForGivenName,$Name" }
  @{ Name = $Name; Status = $service }
}

function Set-Service {
  param([string]$Name, [string]$StartupType)
  Add-Call "mode $StartupType $Name"
}

function Set-ServiceState {
  param([string]$Name, [string]$Status)
  Add-Call "$Status $Name"
  if ($Name -eq 'broken') { throw 'StartServiceFailed' }
  if ($Name -ne 'stubborn') { $global:Practice.services."$Name" = $Status }
}

function Start-Service {
  param([string]$Name)
  Set-ServiceState $Name 'Running'
}

function Stop-Service {
  param([string]$Name)
  Set-ServiceState $Name 'Stopped'
}

function Restart-Service {
  param([string]$Name, [switch]$Force)
  Set-ServiceState $Name 'Running'
}

function New-NetRoute {
  param([string]$DestinationPrefix, [string]$NextHop, [int]$InterfaceIndex, [switch]$Confirm)
  Add-Call "add $DestinationPrefix $NextHop $InterfaceIndex"
}

function Remove-NetRoute {
  param([string]$DestinationPrefix, [string]$NextHop, [int]$InterfaceIndex, [switch]$Confirm)
  Add-Call "remove $DestinationPrefix $NextHop $InterfaceIndex"
}

function Invoke-CimMethod {
  param($InputObject, [string]$ClassName, [string]$MethodName, [hashtable]$Arguments)
  Add-Call "$MethodName $($InputObject.ProcessId)$($Arguments.CommandLine)"
  @{ ReturnValue = $global:Practice.returns; ProcessId = 4242 }
}
