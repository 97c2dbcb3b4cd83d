# Values of a registry key, and of its direct children where they are asked for.

function Read-WinnowRegistry {
  param([string]$Path, [string[]]$Names, [bool]$Subkeys)
  $path = ConvertTo-WinnowKeyPath $Path
  try {
    $key = Get-Item -LiteralPath $path
  } catch {
    if ("$($_.FullyQualifiedErrorId)" -match '^(PathNotFound|DriveNotFound)') { return @{ exists = $false } }
    throw
  }
  $children = @()
  if ($Subkeys) {
    $children = foreach ($child in Get-ChildItem -LiteralPath $path) {
      [ordered]@{ name = "$($child.PSChildName)"; values = Get-WinnowValues $child "$path\$($child.PSChildName)" $Names }
    }
  }
  [ordered]@{ exists = $true; values = Get-WinnowValues $key $path $Names; subkeys = @($children) }
}

function ConvertTo-WinnowKeyPath {
  # `HKLM\...`, `HKLM:\...` and a bare path name the same key.
  param([string]$Path)
  'HKLM:\' + ($Path -replace '^(HKLM:?|HKEY_LOCAL_MACHINE)\\', '').TrimEnd('\')
}

function Get-WinnowValues {
  # Texts with variables are given as they stand there, so that they can be put back; in Constrained Language Mode they
  # come with their variables replaced.
  param($Key, [string]$Path, [string[]]$Names)
  $values = [ordered]@{}
  if (Test-WinnowFullLanguage) {
    foreach ($name in $Key.GetValueNames()) {
      if ($Names -and $Names -notcontains $name) { continue }
      $values[$name] = ConvertTo-WinnowRegistryValue $Key.GetValue($name, $null, 'DoNotExpandEnvironmentNames')
    }
  } else {
    foreach ($property in (Get-ItemProperty -LiteralPath $Path).PSObject.Properties) {
      if ($property.Name -match '^PS(Path|ParentPath|ChildName|Drive|Provider)$') { continue }
      if ($Names -and $Names -notcontains $property.Name) { continue }
      $values[$property.Name] = ConvertTo-WinnowRegistryValue $property.Value
    }
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
