# Certificates: public fields only. Private keys are never read.

function Read-WinnowCertificateFile {
  # The certificates of a PEM file or a kubeconfig with the place each stands at; nothing where there is no such file.
  param([string]$Path)
  try {
    $stream = [IO.FileStream]::new($Path, 'Open', 'Read', 'ReadWrite, Delete')
  } catch [IO.FileNotFoundException], [IO.DirectoryNotFoundException], [ArgumentException], [NotSupportedException] {
    return
  }
  try {
    $bytes = Read-WinnowBytes $stream 0 ([Math]::Min($stream.Length, 4194304))
  } finally {
    $stream.Dispose()
  }
  $encoding = Get-WinnowEncoding $bytes
  $text = (Get-WinnowTextEncoding $encoding.name $false).GetString($bytes, $encoding.mark, $bytes.Length - $encoding.mark)
  $found = @(Find-WinnowPem 'pem' $text)
  foreach ($match in [regex]::Matches($text, '(certificate-authority|client-certificate)-data["'']?\s*:\s*["'']?([A-Za-z0-9+/]+=*)')) {
    $role = 'client'
    if ($match.Groups[1].Value -eq 'certificate-authority') { $role = 'authority' }
    $found += @(Find-WinnowPem $role ([Text.Encoding]::ASCII.GetString([Convert]::FromBase64String($match.Groups[2].Value))))
  }
  @{ found = $found }
}

function Find-WinnowPem {
  # The certificates of a PEM text; blocks of other kinds are passed over.
  param([string]$Role, [string]$Text)
  foreach ($match in [regex]::Matches($Text, '-----BEGIN (?:TRUSTED )?CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END')) {
    @{ role = $Role; certificate = [Security.Cryptography.X509Certificates.X509Certificate2]::new([Convert]::FromBase64String($match.Groups[1].Value)) }
  }
}

function ConvertTo-WinnowCertificate {
  param([string]$Role, $Certificate)
  [ordered]@{
    role = $Role
    subject = $Certificate.Subject
    issuer = $Certificate.Issuer
    notBefore = Format-WinnowTime $Certificate.NotBefore
    notAfter = Format-WinnowTime $Certificate.NotAfter
    names = @(Get-WinnowCertificateNames $Certificate)
    thumbprint = $Certificate.Thumbprint
  }
}

function Get-WinnowCertificateNames {
  # The DNS names and addresses that a certificate is for, from the bytes of its extension: the text that Windows makes of
  # it is in the language of the system.
  param($Certificate)
  foreach ($extension in $Certificate.Extensions) {
    if ($extension.Oid.Value -ne '2.5.29.17') { continue }
    $bytes = $extension.RawData
    $at = (Get-WinnowDerPart $bytes 0).start
    while ($at -lt $bytes.Length) {
      $part = Get-WinnowDerPart $bytes $at
      $at = $part.start + $part.length
      # 0x82 is a DNS name, 0x87 an address.
      if ($part.tag -eq 0x82) { [Text.Encoding]::ASCII.GetString($bytes, $part.start, $part.length) }
      if ($part.tag -eq 0x87) { [Net.IPAddress]::new([byte[]]@($bytes[$part.start..($at - 1)])).ToString() }
    }
  }
}

function Get-WinnowDerPart {
  # Tag, start and length of the content of one part of DER.
  param([byte[]]$Bytes, [int]$At)
  $length = [int]$Bytes[$At + 1]
  $start = $At + 2
  if ($length -ge 0x80) {
    $count = $length - 0x80
    $length = 0
    foreach ($digit in $Bytes[$start..($start + $count - 1)]) { $length = $length * 256 + $digit }
    $start += $count
  }
  @{ tag = $Bytes[$At]; start = $start; length = $length }
}

function Test-WinnowCertificateName {
  # Whether a certificate is for a name or an address; a star stands for one label. Without names it is for its common name.
  param($Certificate, [string]$Name)
  $names = @(Get-WinnowCertificateNames $Certificate)
  if ($names.Count -eq 0) { $names = @($Certificate.GetNameInfo('SimpleName', $false)) }
  foreach ($candidate in $names) {
    if ($candidate -eq $Name) { return $true }
    if ($candidate.StartsWith('*.') -and $Name.Contains('.') -and $Name.Substring($Name.IndexOf('.')) -eq $candidate.Substring(1)) { return $true }
  }
  $false
}
