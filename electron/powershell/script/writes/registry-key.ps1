# Removes a key with all below it, after it was exported to a file; and puts it back from that file.

function Remove-WinnowRegistryKey {
  param([string]$Path, [string]$Exported)
  $key = ConvertTo-WinnowKeyPath $Path
  if (-not (Open-WinnowKey $key)) { throw @{ reason = 'missing'; detail = $Path } }
  $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($Exported))
  $native = $Path -replace '^(?:HKLM|HKEY_LOCAL_MACHINE):?\\', 'HKLM\'
  $null = Invoke-WinnowSystemTool 'reg.exe' @('export', $native, $Exported, '/y')
  if (-not [IO.File]::Exists($Exported)) { throw @{ reason = 'crashed'; detail = $Exported } }
  # A key's name may hold a slash, which the commands of PowerShell take for a separator.
  [Microsoft.Win32.Registry]::LocalMachine.DeleteSubKeyTree(($native -replace '^HKLM\\', ''))
  [ordered]@{ detail = "$native > $Exported" }
}

function Import-WinnowRegistryKey {
  param([string]$Path, [string]$File)
  if (-not [IO.File]::Exists($File)) { throw @{ reason = 'missing'; detail = $File } }
  $null = Invoke-WinnowSystemTool 'reg.exe' @('import', $File)
  if (-not (Open-WinnowKey (ConvertTo-WinnowKeyPath $Path))) { throw @{ reason = 'crashed'; detail = $Path } }
  [IO.File]::Delete($File)
  [ordered]@{ detail = $Path }
}
