# The fixed forms in which a program of Windows changes something.

function Invoke-WinnowClockResync {
  Invoke-WinnowSystemTool 'w32tm.exe' @('/resync')
}

function Set-WinnowPortRange {
  param([string]$Protocol, [int]$Start, [int]$Count)
  if (@('tcp', 'udp') -notcontains $Protocol) { throw @{ reason = 'bad-answer'; detail = $Protocol } }
  Invoke-WinnowSystemTool 'netsh.exe' @('int', 'ipv4', 'set', 'dynamicport', $Protocol, "start=$Start", "num=$Count")
}

function Set-WinnowExcludedPortRange {
  param([string]$Action, [string]$Protocol, [int]$Start, [int]$Count)
  if (@('add', 'remove') -notcontains $Action) { throw @{ reason = 'bad-answer'; detail = $Action } }
  if (@('tcp', 'udp') -notcontains $Protocol) { throw @{ reason = 'bad-answer'; detail = $Protocol } }
  $verb = 'add'
  if ($Action -eq 'remove') { $verb = 'delete' }
  Invoke-WinnowSystemTool 'netsh.exe' @('int', 'ipv4', $verb, 'excludedportrange', "protocol=$Protocol", "startport=$Start", "numberofports=$Count")
}

function Invoke-WinnowSystemTool {
  # What it prints is translated; whether it ended well is a number.
  param([string]$Name, [string[]]$List)
  Assert-WinnowFullLanguage
  $run = Start-WinnowProgram (Get-WinnowSystemFile $Name) $List
  $printed = Limit-WinnowDetail (ConvertFrom-WinnowOutput ($run.stdout + $run.stderr))
  if ($run.exit -ne 0) {
    $reason = 'crashed'
    # Programs that ask for elevation end with one of these.
    if (@(5, 740, -2147024891) -contains $run.exit) { $reason = 'not-elevated' }
    throw @{ reason = $reason; detail = ('{0}: 0x{1:x8} {2}' -f $Name, $run.exit, $printed) }
  }
  [ordered]@{ detail = $printed }
}
