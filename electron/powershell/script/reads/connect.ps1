# TCP connections, side by side; each is closed at once.

function Read-WinnowConnect {
  param([string[]]$Targets)
  Assert-WinnowFullLanguage
  $attempts = @($Targets | ForEach-Object { Start-WinnowConnection $_ })
  Wait-WinnowTasks $attempts 3000
  $results = foreach ($attempt in $attempts) {
    [ordered]@{ target = $attempt.target; connection = Get-WinnowConnection $attempt; milliseconds = $attempt.milliseconds }
    $attempt.client.Dispose()
  }
  [ordered]@{ results = @($results) }
}
