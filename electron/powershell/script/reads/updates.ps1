# The history of Windows updates: installations of numbered updates, and whether they went well.

function Read-WinnowUpdates {
  Assert-WinnowFullLanguage
  $searcher = (New-Object -ComObject 'Microsoft.Update.Session').CreateUpdateSearcher()
  $count = $searcher.GetTotalHistoryCount()
  $rows = @()
  if ($count -gt 0) {
    $rows = foreach ($entry in $searcher.QueryHistory(0, [Math]::Min($count, 200))) {
      # 1 is an installation; 2 and 3 are success, the latter with remarks.
      if ($entry.Operation -ne 1 -or "$($entry.Title)" -notmatch '\b(KB\d+)') { continue }
      [ordered]@{ kb = $Matches[1]; time = Format-WinnowTime ([datetime]::SpecifyKind($entry.Date, 'Utc')); ok = @(2, 3) -contains $entry.ResultCode }
    }
  }
  [ordered]@{ rows = @($rows) }
}
