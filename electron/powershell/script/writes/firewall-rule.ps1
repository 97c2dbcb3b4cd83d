# Adds or removes the inbound rule of one port.

function Set-WinnowFirewallRule {
  param([string]$Action, [string]$Name, [string]$Protocol, [int]$Port)
  Assert-WinnowFullLanguage
  $number = 6
  if ($Protocol -eq 'UDP') { $number = 17 }
  $rules = (New-Object -ComObject 'HNetCfg.FwPolicy2').Rules
  $named = @($rules | Where-Object { $_.Name -eq $Name })
  if ($Action -eq 'allow') {
    if ($named.Count -gt 0) { throw @{ reason = 'not-applicable'; detail = "$Name exists" } }
    $rule = New-Object -ComObject 'HNetCfg.FwRule'
    $rule.Name = $Name
    $rule.Protocol = $number
    $rule.LocalPorts = "$Port"
    # 1 is inbound, and it is allow; the number of the profiles means all.
    $rule.Direction = 1
    $rule.Action = 1
    $rule.Profiles = 2147483647
    $rule.Enabled = $true
    $rules.Add($rule)
  } elseif ($Action -eq 'remove') {
    # Rules are removed by name: only one that is alone with its name, and is the one that is meant, is.
    if ($named.Count -eq 0) { throw @{ reason = 'missing'; detail = $Name } }
    if ($named.Count -gt 1 -or $named[0].Protocol -ne $number -or $named[0].LocalPorts -ne "$Port") { throw @{ reason = 'not-applicable'; detail = "$Name is another rule" } }
    $rules.Remove($Name)
  } else {
    throw @{ reason = 'bad-answer'; detail = $Action }
  }
  [ordered]@{ detail = $Name }
}
