# A program of the fixed list, started without a shell.

function Read-WinnowTool {
  param([string]$Tool, [string[]]$Arguments)
  Assert-WinnowFullLanguage
  if (-not (Get-WinnowToolPlaces).ContainsKey($Tool)) { throw @{ reason = 'policy'; detail = $Tool } }
  $path = Find-WinnowTool $Tool
  if (-not $path) { return @{ found = $false } }
  $run = Start-WinnowProgram $path $Arguments
  [ordered]@{
    found = $true
    path = $path
    exit = $run.exit
    stdout = Hide-WinnowSecrets (ConvertFrom-WinnowOutput $run.stdout)
    stderr = Hide-WinnowSecrets (ConvertFrom-WinnowOutput $run.stderr)
    truncated = $run.truncated
  }
}
