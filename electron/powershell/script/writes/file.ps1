# One change of one file. A file is written beside its place and then put there at once, so that a failure leaves the old one.

function Set-WinnowFile {
  param([string]$Path, [string]$Change, [string]$From, [string]$To, [string]$Text)
  Assert-WinnowFullLanguage
  switch ($Change) {
    'edit' { Edit-WinnowFile $Path $From $To }
    'move' { Move-WinnowFile $Path $To }
    'create' { New-WinnowFile $Path $Text }
    'remove-created' { Remove-WinnowCreated $Path $Text }
    default { throw @{ reason = 'bad-answer'; detail = $Change } }
  }
  [ordered]@{ detail = $Path }
}

function Get-WinnowContent {
  # The text of a whole file, with its encoding. What is no text of that encoding, byte for byte, is not changed.
  param([string]$Path)
  if (-not [IO.File]::Exists($Path)) { throw @{ reason = 'missing'; detail = $Path } }
  $bytes = [IO.File]::ReadAllBytes($Path)
  $found = Get-WinnowEncoding $bytes
  $encoding = Get-WinnowTextEncoding $found.name $true
  try {
    $text = $encoding.GetString($bytes, $found.mark, $bytes.Length - $found.mark)
  } catch [Text.DecoderFallbackException] {
    throw @{ reason = 'not-applicable'; detail = "$Path is not $($found.name)" }
  }
  $head = [byte[]]::new($found.mark)
  [Array]::Copy($bytes, $head, $found.mark)
  @{ text = $text; encoding = $encoding; head = $head }
}

function Edit-WinnowFile {
  param([string]$Path, [string]$From, [string]$To)
  $content = Get-WinnowContent $Path
  $at = $content.text.IndexOf($From, [StringComparison]::Ordinal)
  $count = [regex]::Matches($content.text, [regex]::Escape($From)).Count
  if (-not $From) { $count = 0 }
  if ($count -ne 1) { throw @{ reason = 'not-applicable'; detail = "the text to replace occurs $count times in $Path" } }
  $text = $content.text.Remove($at, $From.Length).Insert($at, $To)
  $beside = Save-WinnowBeside $Path $content.head ($content.encoding.GetBytes($text))
  try {
    # Attributes and rights stay those of the file.
    [IO.File]::Replace($beside, $Path, [NullString]::Value)
  } finally {
    [IO.File]::Delete($beside)
  }
}

function Save-WinnowBeside {
  # Writes bytes to a new file in the same folder, down to the disk; its path.
  param([string]$Path, [byte[]]$Head, [byte[]]$Bytes)
  $beside = "$Path.winnow-$([guid]::NewGuid().ToString('N'))"
  $stream = [IO.FileStream]::new($beside, 'CreateNew', 'Write', 'None')
  try {
    if ($Head) { $stream.Write($Head, 0, $Head.Length) }
    $stream.Write($Bytes, 0, $Bytes.Length)
    $stream.Flush($true)
  } finally {
    $stream.Dispose()
  }
  $beside
}

function Move-WinnowFile {
  # A folder that is not there is made.
  param([string]$Path, [string]$To)
  if (-not [IO.File]::Exists($Path)) { throw @{ reason = 'missing'; detail = $Path } }
  Assert-WinnowNothingAt $To
  $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($To))
  [IO.File]::Move($Path, $To)
}

function Assert-WinnowNothingAt {
  param([string]$Path)
  if ([IO.File]::Exists($Path) -or [IO.Directory]::Exists($Path)) { throw @{ reason = 'not-applicable'; detail = "$Path exists" } }
}

function New-WinnowFile {
  # A folder that is not there is made.
  param([string]$Path, [string]$Text)
  Assert-WinnowNothingAt $Path
  $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($Path))
  $beside = Save-WinnowBeside $Path $null ([Text.UTF8Encoding]::new($false).GetBytes($Text))
  try {
    [IO.File]::Move($beside, $Path)
  } finally {
    [IO.File]::Delete($beside)
  }
}

function Remove-WinnowCreated {
  # Only what is still exactly as it was created is removed.
  param([string]$Path, [string]$Text)
  if (-not [IO.File]::Exists($Path)) { throw @{ reason = 'missing'; detail = $Path } }
  $wanted = [Convert]::ToBase64String([Text.UTF8Encoding]::new($false).GetBytes($Text))
  $found = [Convert]::ToBase64String([IO.File]::ReadAllBytes($Path))
  if ($found -cne $wanted) { throw @{ reason = 'not-applicable'; detail = "$Path is not as it was created" } }
  [IO.File]::Delete($Path)
}
