# A text file, or its end. Others may read, write, rename and delete it meanwhile.

function Read-WinnowFile {
  param([string]$Path, [long]$Tail = -1)
  Assert-WinnowFullLanguage
  if ([IO.Directory]::Exists($Path)) { throw @{ reason = 'bad-answer'; detail = "$Path is a folder" } }
  try {
    $stream = [IO.FileStream]::new($Path, 'Open', 'Read', 'ReadWrite, Delete')
  } catch [IO.FileNotFoundException], [IO.DirectoryNotFoundException], [ArgumentException], [NotSupportedException] {
    return @{ exists = $false }
  }
  try {
    $length = $stream.Length
    $encoding = Get-WinnowEncoding (Read-WinnowBytes $stream 0 4)
    $cap = 8388608
    $count = $length - $encoding.mark
    if ($Tail -ge 0) { $count = [Math]::Min($count, $Tail) }
    $count = [Math]::Min($count, $cap)
    $from = $encoding.mark
    if ($Tail -ge 0) { $from = $length - $count }
    # Half a character of UTF-16 is left out.
    if ($encoding.name -ne 'utf-8' -and ($from - $encoding.mark) % 2 -eq 1) { $from++; $count-- }
    $bytes = Read-WinnowBytes $stream $from $count
    $skip = 0
    # So is the rest of a character of UTF-8.
    if ($encoding.name -eq 'utf-8' -and $from -gt $encoding.mark) {
      while ($skip -lt 3 -and $skip -lt $bytes.Length -and ($bytes[$skip] -band 0xC0) -eq 0x80) { $skip++ }
    }
    $text = (Get-WinnowTextEncoding $encoding.name $false).GetString($bytes, $skip, $bytes.Length - $skip)
    [ordered]@{
      exists = $true
      text = Hide-WinnowSecrets $text
      length = $length
      truncated = $count -lt $length - $encoding.mark
      encoding = $encoding.name
      bom = $encoding.mark -gt 0
      modified = Format-WinnowTime ([IO.File]::GetLastWriteTimeUtc($Path))
    }
  } finally {
    $stream.Dispose()
  }
}

function Read-WinnowBytes {
  # That many bytes from there, fewer at the end of the file.
  param([IO.Stream]$Stream, [long]$From, [int]$Count)
  $bytes = [byte[]]::new([Math]::Max(0, $Count))
  $null = $Stream.Seek($From, 'Begin')
  $have = 0
  while ($have -lt $bytes.Length) {
    $read = $Stream.Read($bytes, $have, $bytes.Length - $have)
    if ($read -eq 0) { [Array]::Resize([ref]$bytes, $have) }
    $have += $read
  }
  , $bytes
}
