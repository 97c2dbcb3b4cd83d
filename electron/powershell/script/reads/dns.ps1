# Name look-ups: by the system, or by a given server, to which the question is put as it goes over the wire.

function Read-WinnowDns {
  param([string[]]$Names, [string]$Server)
  Assert-WinnowFullLanguage
  if ($Server) { return [ordered]@{ results = @($Names | ForEach-Object { Resolve-WinnowNameAt $_ $Server }) } }
  $attempts = @($Names | ForEach-Object { @{ name = $_; task = [Net.Dns]::GetHostAddressesAsync($_) } })
  Wait-WinnowTasks $attempts 5000
  $results = foreach ($attempt in $attempts) {
    if (-not $attempt.task.IsCompleted) { New-WinnowName $attempt.name @() 'TimedOut'; continue }
    if (-not $attempt.task.IsFaulted) { New-WinnowName $attempt.name @($attempt.task.Result | ForEach-Object { "$_" }) $null; continue }
    $inner = $attempt.task.Exception
    while ($inner.InnerException) { $inner = $inner.InnerException }
    $code = "$($inner.SocketErrorCode)"
    if (-not $code) { $code = Limit-WinnowDetail "$($inner.Message)" }
    New-WinnowName $attempt.name @() $code
  }
  [ordered]@{ results = @($results) }
}

function New-WinnowName {
  param([string]$Name, [string[]]$Addresses, $Problem)
  if (-not $Problem -and $Addresses.Count -eq 0) { $Problem = 'NoData' }
  [ordered]@{ name = $Name; addresses = @($Addresses); error = $Problem }
}

function Resolve-WinnowNameAt {
  # Asks one server for the addresses of IPv4, twice at most, over UDP.
  param([string]$Name, [string]$Server)
  $number = [Random]::new().Next(1, 65535)
  $question = New-WinnowDnsQuestion $Name $number
  if (-not $question) { return New-WinnowName $Name @() 'HostNotFound' }
  $address = $null
  $port = 53
  if (-not [Net.IPAddress]::TryParse($Server, [ref]$address)) {
    $to = Split-WinnowTarget $Server
    $port = $to.port
    if (-not [Net.IPAddress]::TryParse($to.name, [ref]$address)) { throw @{ reason = 'bad-answer'; detail = "not an address: $Server" } }
  }
  foreach ($try in 1, 2) {
    $client = [Net.Sockets.UdpClient]::new($address.AddressFamily)
    try {
      $client.Client.ReceiveTimeout = 2000
      $client.Connect($address, $port)
      $null = $client.Send($question, $question.Length)
      $from = $null
      $reply = $client.Receive([ref]$from)
      if ($reply.Length -ge 12 -and $reply[0] * 256 + $reply[1] -eq $number) { return Read-WinnowDnsReply $Name $reply }
    } catch [Net.Sockets.SocketException] {
      $problem = $_.Exception
      while ($problem.InnerException) { $problem = $problem.InnerException }
      # A port where nobody listens is told at once; a second question would meet the same.
      if ("$($problem.SocketErrorCode)" -ne 'TimedOut') { return New-WinnowName $Name @() "$($problem.SocketErrorCode)" }
    } finally {
      $client.Dispose()
    }
  }
  New-WinnowName $Name @() 'TimedOut'
}

function New-WinnowDnsQuestion {
  # RFC 1035: a header that asks for recursion, the labels of the name, type A, class IN. Nothing where the name cannot be one.
  param([string]$Name, [int]$Number)
  $bytes = @([Math]::Floor($Number / 256), ($Number % 256), 1, 0, 0, 1, 0, 0, 0, 0, 0, 0)
  foreach ($label in $Name.TrimEnd('.').Split('.')) {
    if ($label -notmatch '^[\x21-\x7e]{1,63}$') { return }
    $bytes += @($label.Length) + @([Text.Encoding]::ASCII.GetBytes($label))
  }
  , [byte[]]($bytes + @(0, 0, 1, 0, 1))
}

function Read-WinnowDnsReply {
  param([string]$Name, [byte[]]$Reply)
  $codes = @{ 0 = 'NoData'; 2 = 'TryAgain'; 3 = 'HostNotFound'; 5 = 'Refused' }
  $code = [int]($Reply[3] -band 15)
  $problem = $codes[$code]
  if (-not $problem) { $problem = "rcode $code" }
  $at = Skip-WinnowDnsName $Reply 12
  $at += 4
  $addresses = @()
  $answers = $Reply[6] * 256 + $Reply[7]
  while ($answers -gt 0 -and $at -lt $Reply.Length) {
    $at = Skip-WinnowDnsName $Reply $at
    if ($at + 10 -gt $Reply.Length) { break }
    $type = $Reply[$at] * 256 + $Reply[$at + 1]
    $length = $Reply[$at + 8] * 256 + $Reply[$at + 9]
    $at += 10
    if ($type -eq 1 -and $length -eq 4 -and $at + 4 -le $Reply.Length) { $addresses += [Net.IPAddress]::new([byte[]]@($Reply[$at..($at + 3)])).ToString() }
    $at += $length
    $answers--
  }
  if ($addresses.Count -gt 0) { $problem = $null }
  New-WinnowName $Name $addresses $problem
}

function Skip-WinnowDnsName {
  # Where a name ends: at its last, empty label, or after a pointer to the rest of it.
  param([byte[]]$Reply, [int]$At)
  while ($At -lt $Reply.Length) {
    $length = $Reply[$At]
    if ($length -ge 192) { return $At + 2 }
    $At += 1 + $length
    if ($length -eq 0) { break }
  }
  $At
}
