# The Host Networking Service.

function Assert-WinnowHns {
  # A stopped service is not asked: the question alone would start it.
  if (-not (Test-WinnowElevated)) { throw @{ reason = 'not-elevated'; detail = '0x80070005' } }
  $service = Get-Service -Name 'hns'
  if ("$($service.Status)" -ne 'Running') { throw @{ reason = 'crashed'; detail = "hns: $($service.Status)" } }
}

function Invoke-WinnowHnsCall {
  # HNSCall of vmcompute.dll: what docker, containerd and kube-proxy themselves call. It has no .NET class, so its
  # signature is declared here, in memory; nothing is compiled and nothing is written to disk.
  param([string]$Method, [string]$Path)
  $library = Get-WinnowSystemFile 'vmcompute.dll'
  if (-not [IO.File]::Exists($library)) { throw [DllNotFoundException]::new($library) }
  if (-not $script:WinnowHnsType) {
    $assembly = [Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly([Reflection.AssemblyName]::new('WinnowHns'), 'Run')
    $type = $assembly.DefineDynamicModule('WinnowHns').DefineType('WinnowHns', 'Public, Class')
    $text = [string]
    $parameters = [type[]]@($text, $text, $text, $text.MakeByRefType())
    $call = $type.DefinePInvokeMethod('HNSCall', $library, 'Public, Static, PinvokeImpl', 'Standard', [int], $parameters, 'Winapi', 'Unicode')
    $call.SetImplementationFlags('PreserveSig')
    $script:WinnowHnsType = $type.CreateType()
  }
  $arguments = [object[]]@($Method, $Path, '', $null)
  $code = $script:WinnowHnsType.GetMethod('HNSCall').Invoke($null, $arguments)
  if ($arguments[3]) { return $arguments[3] }
  $hex = '0x{0:x8}' -f $code
  $reason = Get-WinnowReason $hex
  if (-not $reason) { $reason = 'crashed' }
  throw @{ reason = $reason; detail = "HNSCall $Method $Path returned $hex" }
}
