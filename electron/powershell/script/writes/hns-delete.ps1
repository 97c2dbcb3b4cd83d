# Deletes one object of the Host Networking Service.

function Remove-WinnowHns {
  param([string]$What, [string]$Id)
  if (@('endpoints', 'networks', 'policylists') -notcontains $What -or $Id -notmatch '^[0-9A-Fa-f-]{36}$') {
    throw @{ reason = 'bad-answer'; detail = "not an object of HNS: $What $Id" }
  }
  Assert-WinnowFullLanguage
  Assert-WinnowHns
  $json = Invoke-WinnowHnsCall 'DELETE' "/$What/$Id"
  if ($json -notmatch '"Success"\s*:\s*true') {
    $code = ''
    if ($json -match '"ErrorCode"\s*:\s*(-?\d+)') { $code = '0x{0:x8}' -f ([long]$Matches[1] -band 4294967295) }
    $reason = Get-WinnowReason $code
    # HCN's "not found" of a network, an endpoint, a load balancer.
    if (@('0x803b0001', '0x803b0002', '0x803b0028') -contains $code) { $reason = 'missing' }
    if (-not $reason) { $reason = 'crashed' }
    throw @{ reason = $reason; detail = "HNSCall DELETE /$What/${Id}: $code" }
  }
  [ordered]@{ detail = "/$What/$Id" }
}
