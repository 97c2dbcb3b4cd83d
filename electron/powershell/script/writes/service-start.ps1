# Sets how Windows starts a service.

function Set-WinnowServiceStart {
  param([string]$Name, [string]$Mode)
  if (@('Automatic', 'Manual', 'Disabled') -notcontains $Mode) { throw @{ reason = 'bad-answer'; detail = $Mode } }
  $service = Get-Service -Name $Name
  Set-Service -Name $service.Name -StartupType $Mode
  [ordered]@{ detail = "$($service.Name): $Mode" }
}
