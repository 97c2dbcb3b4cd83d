# Sets or removes one value. A value that is there keeps its type; a new number has 32 bits.

function Set-WinnowRegistry {
  param([string]$Path, [string]$Name, $Value)
  $path = ConvertTo-WinnowKeyPath $Path
  # The commands used here would take it for a separator.
  if ($path.Contains('/')) { throw @{ reason = 'not-applicable'; detail = $path } }
  if ($null -eq $Value) {
    if (Test-Path -LiteralPath $path) { Remove-ItemProperty -LiteralPath $path -Name $Name }
    return [ordered]@{ detail = "$path $Name" }
  }
  if (-not (Test-Path -LiteralPath $path)) { $null = New-Item -Path $path -Force }
  if ($Value -isnot [string]) {
    $number = [long]$Value
    if ($number -gt 2147483647 -and $number -le 4294967295) { $number -= 4294967296 }
    if ($number -ge -2147483648 -and $number -le 2147483647) { $Value = [int]$number } else { $Value = $number }
  }
  Set-ItemProperty -LiteralPath $path -Name $Name -Value $Value
  [ordered]@{ detail = "$path $Name" }
}
