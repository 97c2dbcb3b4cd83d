# The entries of a folder by their names.

function Read-WinnowDirectory {
  param([string]$Path, [string]$Pattern = '*')
  Assert-WinnowFullLanguage
  try {
    $found = @([IO.DirectoryInfo]::new($Path).EnumerateFileSystemInfos($Pattern))
  } catch [IO.DirectoryNotFoundException], [ArgumentException], [NotSupportedException] {
    return @{ exists = $false }
  } catch [IO.IOException] {
    # It is a file, not a folder.
    if ([IO.File]::Exists($Path)) { return @{ exists = $false } }
    throw
  }
  # Windows also matches old short names; the pattern means what it says.
  $wanted = '^' + ([regex]::Escape($Pattern) -replace '\\\*', '.*') + '$'
  $entries = [Collections.Generic.SortedDictionary[string, object]]::new([StringComparer]::Ordinal)
  foreach ($item in $found) {
    if ($item.Name -notmatch $wanted) { continue }
    $folder = $item -is [IO.DirectoryInfo]
    $length = 0
    if (-not $folder) { $length = $item.Length }
    $entries[$item.Name] = [ordered]@{ name = $item.Name; folder = $folder; length = $length; modified = Format-WinnowTime $item.LastWriteTimeUtc }
  }
  [ordered]@{ exists = $true; entries = @($entries.Values) }
}
