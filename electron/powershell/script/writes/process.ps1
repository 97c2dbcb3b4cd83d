# Ends a bare process and starts its command line again. Windows starts it, so that it does not end with this shell.

function Restart-WinnowProcess {
  param([string]$Name, [int]$ProcessId, [string]$CommandLine)
  $process = Get-CimInstance -ClassName 'Win32_Process' -Filter "ProcessId=$ProcessId"
  if (-not $process -or $process.Name -ne $Name) { throw @{ reason = 'missing'; detail = "$Name $ProcessId" } }
  $line = "$($process.CommandLine)"
  # The recorded line has no secrets; the process's own is what is started again.
  if (-not $line -or (Hide-WinnowSecrets $line) -cne $CommandLine) { throw @{ reason = 'not-applicable'; detail = "$Name $ProcessId runs with another command line" } }
  Assert-WinnowDone "$Name $ProcessId" (Invoke-CimMethod -InputObject $process -MethodName 'Terminate')
  $started = Invoke-CimMethod -ClassName 'Win32_Process' -MethodName 'Create' -Arguments @{ CommandLine = $line }
  Assert-WinnowDone $Name $started
  [ordered]@{ detail = "$Name $($started.ProcessId)" }
}

function Assert-WinnowDone {
  # Methods of Win32_Process return 0, 2 where access is denied, or another number.
  param([string]$What, $Result)
  if ($Result.ReturnValue -eq 0) { return }
  $reason = 'crashed'
  if (@(2, 3) -contains $Result.ReturnValue) { $reason = 'not-elevated' }
  throw @{ reason = $reason; detail = "${What}: $($Result.ReturnValue)" }
}
