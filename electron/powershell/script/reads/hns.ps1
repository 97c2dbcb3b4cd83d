# Raw JSON of the Host Networking Service: by HNSCall, else by the module of Windows, else by hnsdiag.

function Read-WinnowHns {
  param([string]$Path)
  Assert-WinnowHns
  if (Test-WinnowFullLanguage) {
    try {
      return [ordered]@{ json = Invoke-WinnowHnsCall 'GET' $Path; via = 'HNSCall' }
    } catch {
      # Without the library or without the call in it, the other ways are tried.
      if (-not (Get-WinnowErrorCodes $_ | Where-Object { @('0x80131523', '0x80131524') -contains $_ })) { throw }
    }
  }
  $commands = @{ '/networks' = 'Get-HnsNetwork'; '/endpoints' = 'Get-HnsEndpoint'; '/namespaces' = 'Get-HnsNamespace'; '/policylists' = 'Get-HnsPolicyList' }
  $command = $commands[$Path]
  if ($command -and (Get-Module -ListAvailable -Name 'HostNetworkingService')) {
    # By its full name: modules of other makers give the same names another meaning.
    $objects = @(& "HostNetworkingService\$command")
    return [ordered]@{ json = ConvertTo-Json -InputObject $objects -Depth 16 -Compress; via = 'module' }
  }
  $lists = @{ '/networks' = 'networks'; '/endpoints' = 'endpoints'; '/namespaces' = 'namespaces'; '/policylists' = 'loadbalancers' }
  if ($lists[$Path] -and (Get-Command -Name (Get-WinnowSystemFile 'hnsdiag.exe') -ErrorAction SilentlyContinue)) {
    return [ordered]@{ json = Invoke-WinnowHnsDiag $lists[$Path]; via = 'hnsdiag' }
  }
  Assert-WinnowFullLanguage
  throw @{ reason = 'missing'; detail = 'vmcompute.dll' }
}

function Invoke-WinnowHnsDiag {
  param([string]$What)
  # What it says on standard error is no reason to end here.
  $ErrorActionPreference = 'Continue'
  $lines = @(& (Get-WinnowSystemFile 'hnsdiag.exe') list $What '-d' 2>$null)
  if ($LASTEXITCODE -ne 0) { throw @{ reason = 'crashed'; detail = "hnsdiag ended with $LASTEXITCODE" } }
  $lines -join "`n"
}
