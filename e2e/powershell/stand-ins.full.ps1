# Stand-ins that only Full Language Mode can make, because they have methods.

function Add-Method {
  param($Object, [string]$Name, [scriptblock]$Body)
  $Object.PSObject.Methods.Add([Management.Automation.PSScriptMethod]::new($Name, $Body))
}

function Open-WinnowKey {
  param([string]$Path)
  $values = Get-Key $Path
  if ($null -eq $values) { return }
  $key = [pscustomobject]@{ Path = $Path; Values = $values }
  Add-Method $key 'GetValueNames' { @($this.Values.PSObject.Properties | ForEach-Object { $_.Name }) }
  # The comma keeps a list of one a list, as the real method does.
  Add-Method $key 'GetValue' { , $this.Values."$($args[0])" }
  Add-Method $key 'GetSubKeyNames' { @(Get-KeyNames $this.Path) }
  Add-Method $key 'OpenSubKey' { Open-WinnowKey "$($this.Path)\$($args[0])" }
  $key
}

function Invoke-WinnowHnsCall {
  param([string]$Method, [string]$Path)
  Add-Call "$Method $Path"
  $json = $global:Practice.hns."$Path"
  if ($json) { return $json }
  throw [TimeoutException]::new("HNSCall $Method $Path")
}

function New-Object {
  param([string]$ComObject)
  switch ($ComObject) {
    'HNetCfg.FwPolicy2' { New-FirewallPolicy }
    'HNetCfg.FwRule' { [pscustomobject]@{ Name = ''; Protocol = 0; LocalPorts = ''; Direction = 0; Action = 0; Profiles = 0; Enabled = $false; ApplicationName = $null; ServiceName = $null } }
    'Microsoft.Update.Session' { New-UpdateSession }
    default { throw [Runtime.InteropServices.COMException]::new('class not registered', -2147221164) }
  }
}

function New-FirewallPolicy {
  $policy = [pscustomobject]@{ CurrentProfileTypes = $global:Practice.firewall.active; Rules = $global:Practice.firewall.rules }
  Add-Method $policy 'FirewallEnabled' { $global:Practice.firewall.on }
  Add-Method $policy 'DefaultInboundAction' { 0 }
  $rules = [Collections.ArrayList]@($global:Practice.firewall.rules)
  Add-Method $rules 'Add' { Add-Call "add $($args[0].Name) $($args[0].Protocol) $($args[0].LocalPorts) $($args[0].Direction) $($args[0].Action) $($args[0].Profiles) $($args[0].Enabled)" }
  Add-Method $rules 'Remove' { Add-Call "remove $($args[0])" }
  $policy.Rules = $rules
  $policy
}

function New-UpdateSession {
  $session = [pscustomobject]@{}
  Add-Method $session 'CreateUpdateSearcher' {
    $searcher = [pscustomobject]@{}
    Add-Method $searcher 'GetTotalHistoryCount' { @($global:Practice.updates).Count }
    Add-Method $searcher 'QueryHistory' { $global:Practice.updates | ForEach-Object { [pscustomobject]@{ Title = $_.Title; Date = ([datetime]$_.Date).ToUniversalTime(); Operation = 1; ResultCode = $_.ResultCode } } }
    $searcher
  }
  $session
}
