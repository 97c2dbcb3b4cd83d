# Connections.

function Split-WinnowTarget {
  # `host:port`, an address of IPv6 in brackets or not.
  param([string]$Target)
  $colon = $Target.LastIndexOf(':')
  $port = 0
  if ($colon -lt 1 -or -not [int]::TryParse($Target.Substring($colon + 1), [ref]$port) -or $port -lt 1 -or $port -gt 65535) {
    throw @{ reason = 'bad-answer'; detail = "not host:port: $Target" }
  }
  @{ name = $Target.Substring(0, $colon).Trim('[', ']'); port = $port }
}

function Start-WinnowConnection {
  # Begins to connect; how it ended is told by Get-WinnowConnection.
  param([string]$Target)
  $to = Split-WinnowTarget $Target
  $client = [Net.Sockets.TcpClient]::new()
  $address = $null
  if ([Net.IPAddress]::TryParse($to.name, [ref]$address)) {
    $client.Dispose()
    $client = [Net.Sockets.TcpClient]::new($address.AddressFamily)
  }
  @{ target = $Target; client = $client; task = $client.ConnectAsync($to.name, $to.port) }
}

function Get-WinnowConnection {
  # What became of a connection that has ended, or that was given up.
  param($Attempt)
  if (-not $Attempt.task.IsCompleted) { return 'timed-out' }
  if (-not $Attempt.task.IsFaulted) { return 'connected' }
  $inner = $Attempt.task.Exception
  while ($inner.InnerException) { $inner = $inner.InnerException }
  switch ("$($inner.SocketErrorCode)") {
    'ConnectionRefused' { return 'refused' }
    'TimedOut' { return 'timed-out' }
    { @('NetworkUnreachable', 'HostUnreachable', 'NetworkDown', 'AddressNotAvailable') -contains $_ } { return 'unreachable' }
    { @('HostNotFound', 'TryAgain', 'NoData') -contains $_ } { return 'name-not-found' }
  }
  'failed'
}

function Wait-WinnowTasks {
  # Waits for tasks side by side, altogether that many milliseconds; says for each when it ended.
  param($Attempts, [int]$Limit)
  $clock = [Diagnostics.Stopwatch]::StartNew()
  $open = @($Attempts)
  while ($open.Count -gt 0) {
    $left = $Limit - [int]$clock.ElapsedMilliseconds
    if ($left -gt 0) { $null = [Threading.Tasks.Task]::WaitAny([Threading.Tasks.Task[]]@($open | ForEach-Object { $_.task }), $left) }
    foreach ($attempt in $open) {
      if ($left -le 0 -or $attempt.task.IsCompleted) { $attempt['milliseconds'] = [int]$clock.ElapsedMilliseconds }
    }
    $open = @($open | Where-Object { $null -eq $_['milliseconds'] })
  }
}
