# Bytes and text.

function Get-WinnowEncoding {
  # The Unicode encoding that the first bytes tell, and the length of their byte order mark; UTF-8 where they tell nothing.
  param([byte[]]$Bytes)
  $start = [BitConverter]::ToString($Bytes, 0, [Math]::Min(4, $Bytes.Length))
  if ($start -match '^EF-BB-BF') { return @{ name = 'utf-8'; mark = 3 } }
  if ($start -match '^FF-FE') { return @{ name = 'utf-16le'; mark = 2 } }
  if ($start -match '^FE-FF') { return @{ name = 'utf-16be'; mark = 2 } }
  if ($start -match '^(?!00)..-00-(?!00)..-00$') { return @{ name = 'utf-16le'; mark = 0 } }
  @{ name = 'utf-8'; mark = 0 }
}

function Get-WinnowTextEncoding {
  # .NET's encoding of that name, without byte order mark; a strict one refuses bytes that are no text.
  param([string]$Name, [bool]$Strict)
  if ($Name -eq 'utf-8') { return [Text.UTF8Encoding]::new($false, $Strict) }
  [Text.UnicodeEncoding]::new($Name -eq 'utf-16be', $false, $Strict)
}

function ConvertFrom-WinnowOutput {
  # What a program printed: Unicode where it is that, else in the code page of the system's console programs.
  param([byte[]]$Bytes)
  if ($Bytes.Length -eq 0) { return '' }
  $encoding = Get-WinnowEncoding $Bytes
  $strict = $encoding.name -eq 'utf-8'
  # What was cut off may have been cut within a character.
  foreach ($cut in 0..3) {
    $length = $Bytes.Length - $encoding.mark - $cut
    if ($length -lt 0) { break }
    try { return (Get-WinnowTextEncoding $encoding.name $strict).GetString($Bytes, $encoding.mark, $length) } catch [Text.DecoderFallbackException] { }
  }
  $page = Get-WinnowCodePage 'OEMCP'
  if (-not $page) { return [Text.Encoding]::UTF8.GetString($Bytes) }
  [Text.Encoding]::GetEncoding([int]$page).GetString($Bytes)
}
