# Firewall profiles, and the enabled inbound rules that name one of the ports.

function Read-WinnowFirewall {
  param([int[]]$Ports)
  Assert-WinnowFullLanguage
  $policy = New-Object -ComObject 'HNetCfg.FwPolicy2'
  $profiles = foreach ($type in 1, 2, 4) {
    [ordered]@{ type = $type; on = [bool]$policy.FirewallEnabled($type); inbound = [int]$policy.DefaultInboundAction($type) }
  }
  $rules = foreach ($rule in $policy.Rules) {
    # 1 is inbound.
    if (-not $rule.Enabled -or $rule.Direction -ne 1 -or -not (Test-WinnowRuleNames $rule $Ports)) { continue }
    $named = "$($rule.LocalPorts)"
    if (-not $named) { $named = '*' }
    [ordered]@{ name = "$($rule.Name)"; action = [int]$rule.Action; protocol = [int]$rule.Protocol; ports = $named; profiles = [int]$rule.Profiles }
  }
  [ordered]@{ activeProfiles = [int]$policy.CurrentProfileTypes; profiles = @($profiles); rules = @($rules) }
}

function Test-WinnowRuleNames {
  # A rule names a port by itself, by a range, or by naming all; the last counts only where it is for every program.
  param($Rule, [int[]]$Ports)
  # TCP, UDP, any.
  if (@(6, 17, 256) -notcontains $Rule.Protocol) { return $false }
  $named = "$($Rule.LocalPorts)"
  if (-not $named -or $named -eq '*') { return -not $Rule.ApplicationName -and -not $Rule.ServiceName }
  foreach ($part in $named.Split(',')) {
    if ($part -notmatch '^\s*(\d+)(?:-(\d+))?\s*$') { continue }
    $first = [int]$Matches[1]
    $last = $first
    if ($Matches[2]) { $last = [int]$Matches[2] }
    foreach ($port in $Ports) { if ($port -ge $first -and $port -le $last) { return $true } }
  }
  $false
}
