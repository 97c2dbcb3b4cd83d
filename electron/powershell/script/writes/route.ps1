# Adds or removes one route.

function Set-WinnowRoute {
  param([string]$Action, [string]$Prefix, [string]$NextHop, [int]$InterfaceIndex)
  $same = @{ DestinationPrefix = @($Prefix); NextHop = @($NextHop); InterfaceIndex = @($InterfaceIndex) }
  $found = @(Get-CimInstance -ClassName 'MSFT_NetRoute' -Namespace 'root/StandardCimv2' -Filter (ConvertTo-WinnowFilter $same))
  if ($Action -eq 'add' -and $found.Count -gt 0) { throw @{ reason = 'not-applicable'; detail = "$Prefix exists" } }
  if ($Action -eq 'remove' -and $found.Count -eq 0) { throw @{ reason = 'missing'; detail = $Prefix } }
  $route = @{ DestinationPrefix = $Prefix; NextHop = $NextHop; InterfaceIndex = $InterfaceIndex; Confirm = $false }
  switch ($Action) {
    'add' { $null = New-NetRoute @route }
    'remove' { Remove-NetRoute @route }
    default { throw @{ reason = 'bad-answer'; detail = $Action } }
  }
  [ordered]@{ detail = "$Prefix $NextHop" }
}
