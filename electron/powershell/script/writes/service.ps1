# Starts, stops or restarts a service.

function Set-WinnowService {
  param([string]$Name, [string]$Action)
  $service = Get-Service -Name $Name
  switch ($Action) {
    'start' { Start-Service -Name $service.Name }
    # Services that need this one are not stopped along with it; Windows then refuses.
    'stop' { Stop-Service -Name $service.Name }
    # A restart takes those that need it down and up again.
    'restart' { Restart-Service -Name $service.Name -Force }
    default { throw @{ reason = 'bad-answer'; detail = $Action } }
  }
  $state = "$((Get-Service -Name $service.Name).Status)"
  $wanted = 'Running'
  if ($Action -eq 'stop') { $wanted = 'Stopped' }
  if ($state -ne $wanted) { throw @{ reason = 'crashed'; detail = "$($service.Name): $state" } }
  [ordered]@{ detail = "$($service.Name): $state" }
}
