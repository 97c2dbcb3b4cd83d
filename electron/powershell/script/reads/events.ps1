# Events of a log, newest first: ids and properties. The message is never asked for; it differs between languages.

function Read-WinnowEvents {
  param([string]$Log, [string]$Provider, [int[]]$Ids, [int[]]$Levels, [int]$Hours, [int]$Max)
  $filter = @{ LogName = $Log; StartTime = [datetime]::Now.AddHours(-$Hours) }
  if ($Provider) { $filter['ProviderName'] = $Provider }
  if ($Ids) { $filter['Id'] = $Ids }
  if ($Levels) { $filter['Level'] = $Levels }
  try {
    $events = @(Get-WinEvent -FilterHashtable $filter -MaxEvents $Max)
  } catch {
    if ("$($_.FullyQualifiedErrorId)" -match '^NoMatchingEventsFound') { return @{ rows = @() } }
    if ("$($_.FullyQualifiedErrorId)" -match '^LogInfoUnavailable') { throw @{ reason = 'not-elevated'; detail = $Log } }
    throw
  }
  $rows = foreach ($event in $events) {
    [ordered]@{
      id = [int]$event.Id
      level = [int]$event.Level
      time = Format-WinnowTime $event.TimeCreated
      provider = "$($event.ProviderName)"
      properties = @($event.Properties | ForEach-Object { Format-WinnowProperty $_.Value })
    }
  }
  [ordered]@{ rows = @($rows) }
}

function Format-WinnowProperty {
  # One property of an event as text of at most 4000 characters.
  param($Value)
  if ($Value -is [byte[]]) { $text = (@($Value | ForEach-Object { '{0:x2}' -f $_ }) -join '') }
  else { $text = "$(ConvertTo-WinnowScalar $Value)" }
  if ($text.Length -gt 4000) { $text = $text.Substring(0, 4000) }
  Hide-WinnowSecrets $text
}
