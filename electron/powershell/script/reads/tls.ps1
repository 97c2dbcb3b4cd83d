# A TLS handshake, what the chain says, and how the server answers one GET. Nothing is refused here: the judgement is what
# is asked for.

function Read-WinnowTls {
  param([string]$Target, [string]$Path, [string]$Ca)
  Assert-WinnowFullLanguage
  if ($Path -notmatch '^/[\x21-\x7e]*$') { throw @{ reason = 'bad-answer'; detail = "not a path: $Path" } }
  $given = @()
  if ($Ca) { $given = @((Read-WinnowCertificateFile $Ca).found | Where-Object { $_ -and $_.role -ne 'client' } | ForEach-Object { $_.certificate }) }
  $to = Split-WinnowTarget $Target
  $answer = [ordered]@{ addresses = @(); connection = 'name-not-found'; handshake = $null; http = $null; utc = $null; error = $null }
  try {
    $answer.addresses = @([Net.Dns]::GetHostAddresses($to.name) | ForEach-Object { "$_" })
  } catch [Net.Sockets.SocketException] {
    $answer.utc = Format-WinnowTime ([datetime]::UtcNow)
    return $answer
  }
  $attempt = Start-WinnowConnection $Target
  try {
    Wait-WinnowTasks @($attempt) 5000
    $answer.connection = Get-WinnowConnection $attempt
    if ($answer.connection -eq 'connected') { Add-WinnowHandshake $answer $attempt.client $to $Path $given }
  } finally {
    $attempt.client.Dispose()
  }
  $answer.utc = Format-WinnowTime ([datetime]::UtcNow)
  $answer
}

function Add-WinnowHandshake {
  # Puts into the answer what was seen before something went wrong, and what went wrong.
  param($Answer, $Client, $To, [string]$Path, $Given)
  $Client.ReceiveTimeout = 5000
  $Client.SendTimeout = 5000
  $seen = @{}
  $take = [Net.Security.RemoteCertificateValidationCallback] {
    param($sender, $certificate, $chain, $problems)
    # The chain is gone when the handshake is over; its certificates are kept.
    $seen['sent'] = @($chain.ChainPolicy.ExtraStore | ForEach-Object { Copy-WinnowCertificate $_ })
    $seen['chain'] = @($chain.ChainElements | ForEach-Object { Copy-WinnowCertificate $_.Certificate })
    $seen['status'] = @($chain.ChainStatus | ForEach-Object { "$($_.Status)" })
    $seen['leaf'] = Copy-WinnowCertificate $certificate
    $true
  }
  try {
    $secure = [Net.Security.SslStream]::new($Client.GetStream(), $false, $take)
    # Windows PowerShell would offer older versions only.
    $secure.AuthenticateAsClient($To.name, $null, 'Tls12', $false)
    $Answer.handshake = Get-WinnowHandshake $seen $To.name $Given
    $Answer.http = Get-WinnowHttp $secure $To $Path
  } catch {
    if ($seen['leaf'] -and -not $Answer.handshake) { $Answer.handshake = Get-WinnowHandshake $seen $To.name $Given }
    $inner = $_.Exception
    while ($inner.InnerException) { $inner = $inner.InnerException }
    $Answer.error = Limit-WinnowDetail "$($inner.Message)"
  }
}

function Copy-WinnowCertificate {
  param($Certificate)
  [Security.Cryptography.X509Certificates.X509Certificate2]::new($Certificate.GetRawCertData())
}

function Get-WinnowHandshake {
  # Who vouches for the chain, and what the platform has against it.
  param($Seen, [string]$Name, $Given)
  $chain = $Seen['chain']
  $flags = @($Seen['status'])
  $trustedBy = 'nobody'
  if ($Given.Count -gt 0) {
    $own = New-WinnowChain $Seen $Given
    $thumbprints = @($Given | ForEach-Object { $_.Thumbprint })
    $vouched = @($own.certificates | Where-Object { $thumbprints -contains $_.Thumbprint }).Count -gt 0
    if ($vouched -and $own.status -notcontains 'NotSignatureValid') {
      $trustedBy = 'given-authority'
      $chain = $own.certificates
      # That Windows does not know the given authority is no fault.
      $flags = @($own.status | Where-Object { @('UntrustedRoot', 'PartialChain') -notcontains $_ })
    }
  }
  $flags = @($flags | Where-Object { $_ -and @('NoError', 'RevocationStatusUnknown', 'OfflineRevocation') -notcontains $_ })
  $distrust = @('UntrustedRoot', 'PartialChain', 'NotSignatureValid', 'ExplicitDistrust', 'Revoked', 'Cyclic')
  if ($trustedBy -eq 'nobody' -and @($flags | Where-Object { $distrust -contains $_ }).Count -eq 0) { $trustedBy = 'platform' }
  $nameMatches = Test-WinnowCertificateName $Seen['leaf'] $Name
  $problems = @($flags)
  if ($flags.Count -gt 0) { $problems += 'RemoteCertificateChainErrors' }
  if (-not $nameMatches) { $problems += 'RemoteCertificateNameMismatch' }
  [ordered]@{
    chain = @($chain | ForEach-Object { ConvertTo-WinnowCertificate 'server' $_ })
    trustedBy = $trustedBy
    problems = $problems
    nameMatches = $nameMatches
  }
}

function New-WinnowChain {
  # The chain as it is with the given authority at hand. Nothing is looked up on the network.
  param($Seen, $Given)
  $chain = [Security.Cryptography.X509Certificates.X509Chain]::new()
  $chain.ChainPolicy.RevocationMode = 'NoCheck'
  $chain.ChainPolicy.VerificationFlags = 'AllowUnknownCertificateAuthority'
  $chain.ChainPolicy.UrlRetrievalTimeout = [timespan]::FromMilliseconds(1)
  foreach ($certificate in @($Seen['sent']) + @($Seen['chain']) + @($Given)) {
    if ($certificate) { $null = $chain.ChainPolicy.ExtraStore.Add($certificate) }
  }
  $null = $chain.Build($Seen['leaf'])
  @{
    certificates = @($chain.ChainElements | ForEach-Object { $_.Certificate })
    status = @($chain.ChainStatus | ForEach-Object { "$($_.Status)" })
  }
}

function Get-WinnowHttp {
  # The status and the date of the server's answer to one GET.
  param($Stream, $To, [string]$Path)
  $name = $To.name
  if ($name.Contains(':')) { $name = "[$name]" }
  $lines = "GET $Path HTTP/1.1", "Host: ${name}:$($To.port)", 'Accept: */*', 'Connection: close', '', ''
  $request = [Text.Encoding]::ASCII.GetBytes($lines -join "`r`n")
  $Stream.Write($request, 0, $request.Length)
  $buffer = [byte[]]::new(16384)
  $have = 0
  $text = ''
  while ($have -lt $buffer.Length -and -not $text.Contains("`r`n`r`n")) {
    $read = $Stream.Read($buffer, $have, $buffer.Length - $have)
    if ($read -eq 0) { break }
    $have += $read
    $text = [Text.Encoding]::ASCII.GetString($buffer, 0, $have)
  }
  if ($text -notmatch '^HTTP/\d\.\d (\d{3})') { throw 'no answer in HTTP' }
  $status = [int]$Matches[1]
  $date = $null
  if ($text -match '(?m)^Date:\s*(\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT)') {
    $date = Format-WinnowTime ([datetime]::SpecifyKind([datetime]::ParseExact($Matches[1], 'r', [Globalization.CultureInfo]::InvariantCulture), 'Utc'))
  }
  [ordered]@{ status = $status; date = $date }
}
