# Makes certificates and keys for the TLS servers of the tests, as PEM files.

function New-TestCertificate {
  param([string]$Folder, [string]$Name, [string]$Subject, [string[]]$For, [int]$From, [int]$To, $Issuer)
  $key = [Security.Cryptography.RSA]::Create(2048)
  $request = [Security.Cryptography.X509Certificates.CertificateRequest]::new($Subject, $key, 'SHA256', [Security.Cryptography.RSASignaturePadding]::Pkcs1)
  $names = [Security.Cryptography.X509Certificates.SubjectAlternativeNameBuilder]::new()
  foreach ($each in $For) { if ($each -match '^[\d.]+$|:') { $names.AddIpAddress($each) } else { $names.AddDnsName($each) } }
  if ($For) { $request.CertificateExtensions.Add($names.Build()) }
  $request.CertificateExtensions.Add([Security.Cryptography.X509Certificates.X509BasicConstraintsExtension]::new(-not $Issuer, $false, 0, $true))
  $first = [DateTimeOffset]::UtcNow.AddDays($From)
  $last = [DateTimeOffset]::UtcNow.AddDays($To)
  if ($Issuer) {
    $made = $request.Create($Issuer, $first, $last, [guid]::NewGuid().ToByteArray())
    $made = [Security.Cryptography.X509Certificates.RSACertificateExtensions]::CopyWithPrivateKey($made, $key)
  } else {
    $made = $request.CreateSelfSigned($first, $last)
  }
  [IO.File]::WriteAllText("$Folder/$Name.pem", $made.ExportCertificatePem())
  [IO.File]::WriteAllText("$Folder/$Name.key", $key.ExportPkcs8PrivateKeyPem())
  $made
}

function New-TestCertificates {
  param([string]$Folder)
  $here = 'localhost', '127.0.0.1', '::1'
  $authority = New-TestCertificate $Folder 'authority' 'CN=winnow test authority' @() -40 40 $null
  $null = New-TestCertificate $Folder 'other-authority' 'CN=winnow test authority' @() -40 40 $null
  $null = New-TestCertificate $Folder 'good' 'CN=good, O=winnow' $here -1 30 $authority
  $null = New-TestCertificate $Folder 'wrong-name' 'CN=wrong' @('elsewhere.invalid', '192.0.2.1') -1 30 $authority
  $null = New-TestCertificate $Folder 'expired' 'CN=expired' $here -30 -1 $authority
  $null = New-TestCertificate $Folder 'not-yet-valid' 'CN=future' $here 2 30 $authority
  $null = New-TestCertificate $Folder 'self-signed' 'CN=self' $here -1 30 $null
  @{ made = 7 }
}
