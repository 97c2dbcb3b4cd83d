# Values of a registry key, and of its direct children where they are asked for.

function Read-WinnowRegistry {
  param([string]$Path, [string[]]$Names, [bool]$Subkeys)
  $path = ConvertTo-WinnowKeyPath $Path
  if (-not (Test-WinnowFullLanguage)) { return Read-WinnowKeyByCommands $path $Names $Subkeys }
  $key = Open-WinnowKey $path
  if ($null -eq $key) { return @{ exists = $false } }
  $children = @()
  if ($Subkeys) {
    $children = foreach ($name in $key.GetSubKeyNames()) { [ordered]@{ name = $name; values = Get-WinnowValues $key.OpenSubKey($name) $Names } }
  }
  [ordered]@{ exists = $true; values = Get-WinnowValues $key $Names; subkeys = @($children) }
}

function Open-WinnowKey {
  # The key as a 64-bit program sees it; nothing where it is not there. Not by the commands of PowerShell: a name may hold
  # a slash, which they take for a separator.
  param([string]$Path)
  [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry64').OpenSubKey(($Path -replace '^HKLM:\\', ''))
}

function Read-WinnowKeyByCommands {
  # What Constrained Language Mode leaves: texts come with their variables replaced.
  param([string]$Path, [string[]]$Names, [bool]$Subkeys)
  if ($Path.Contains('/')) { Assert-WinnowFullLanguage }
  if (-not (Test-Path -LiteralPath $Path)) { return @{ exists = $false } }
  $children = @()
  if ($Subkeys) {
    $children = foreach ($child in Get-ChildItem -LiteralPath $Path) {
      [ordered]@{ name = "$($child.PSChildName)"; values = Get-WinnowProperties "$Path\$($child.PSChildName)" $Names }
    }
  }
  [ordered]@{ exists = $true; values = Get-WinnowProperties $Path $Names; subkeys = @($children) }
}

function ConvertTo-WinnowKeyPath {
  # `HKLM\...`, `HKLM:\...` and a bare path name the same key.
  param([string]$Path)
  'HKLM:\' + ($Path -replace '^(HKLM:?|HKEY_LOCAL_MACHINE)\\', '').TrimEnd('\')
}

function Get-WinnowValues {
  # Texts with variables are given as they stand there, so that they can be put back.
  param($Key, [string[]]$Names)
  $values = [ordered]@{}
  foreach ($name in $Key.GetValueNames()) {
    if ($Names -and $Names -notcontains $name) { continue }
    $values[$name] = ConvertTo-WinnowRegistryValue $Key.GetValue($name, $null, 'DoNotExpandEnvironmentNames')
  }
  $values
}

function Get-WinnowProperties {
  param([string]$Path, [string[]]$Names)
  $values = [ordered]@{}
  foreach ($property in (Get-ItemProperty -LiteralPath $Path).PSObject.Properties) {
    if ($property.Name -match '^PS(Path|ParentPath|ChildName|Drive|Provider)$') { continue }
    if ($Names -and $Names -notcontains $property.Name) { continue }
    $values[$property.Name] = ConvertTo-WinnowRegistryValue $property.Value
  }
  $values
}

function ConvertTo-WinnowRegistryValue {
  # Numbers of 32 bits count from 0; bytes are two hexadecimal digits each.
  param($Value)
  if ($Value -is [int] -and $Value -lt 0) { return [long]$Value + 4294967296 }
  if ($Value -is [byte[]]) { return (@($Value | ForEach-Object { '{0:x2}' -f $_ }) -join '') }
  if ($Value -is [array]) { return , @($Value | ForEach-Object { Hide-WinnowSecrets "$_" }) }
  ConvertTo-WinnowScalar $Value
}
