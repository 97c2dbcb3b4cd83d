# Public fields of the certificates in PEM files and kubeconfigs.

function Read-WinnowCertificates {
  param([string[]]$Paths)
  Assert-WinnowFullLanguage
  $files = foreach ($path in $Paths) {
    try {
      $file = Read-WinnowCertificateFile $path
      $certificates = @($file.found | Where-Object { $_ } | ForEach-Object { ConvertTo-WinnowCertificate $_.role $_.certificate })
      [ordered]@{ path = $path; exists = $null -ne $file; certificates = $certificates; error = $null }
    } catch {
      # One file among several that cannot be read does not hide the others.
      if ($Paths.Count -eq 1) { throw }
      $failure = Get-WinnowFailure $_
      [ordered]@{ path = $path; exists = $true; certificates = @(); error = $failure.detail }
    }
  }
  [ordered]@{ files = @($files) }
}
