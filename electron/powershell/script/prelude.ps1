# What Winnow asks of Windows and does to it. Each function below that is named Read-... asks one thing and changes
# nothing; each that is named Set-, Remove-, Invoke- or Restart- makes one change. Nothing is sent anywhere: an answer
# goes to standard output, as one frame. This part holds what all of them use.

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'SilentlyContinue'

function Test-WinnowFullLanguage {
  # In Constrained Language Mode most of .NET is refused; what can be asked by commands is asked by commands.
  "$($ExecutionContext.SessionState.LanguageMode)" -eq 'FullLanguage'
}

function Assert-WinnowFullLanguage {
  if (Test-WinnowFullLanguage) { return }
  throw @{ reason = 'policy'; detail = "$($ExecutionContext.SessionState.LanguageMode)" }
}

function Write-WinnowFrame {
  # Makes one read or write and sends its answer, or why there is none, the moment it is done.
  param([string]$Nonce, [string]$Id, [scriptblock]$Read)
  try {
    $answer = @(& $Read 3>$null 4>$null 5>$null 6>$null)
    if ($answer.Count -ne 1) { throw @{ reason = 'bad-answer'; detail = "$($answer.Count) answers" } }
    $json = ConvertTo-Json -InputObject ([ordered]@{ ok = $answer[0] }) -Depth 8 -Compress
  } catch {
    $failure = Get-WinnowFailure $_
    $json = ConvertTo-Json -InputObject ([ordered]@{ failed = $failure }) -Depth 8 -Compress
  }
  if (Test-WinnowFullLanguage) {
    $body = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($json))
    [Console]::Out.Write("<winnow:${Nonce}:${Id}:b:${body}>`n")
    [Console]::Out.Flush()
  } else {
    "<winnow:${Nonce}:${Id}:j:$(ConvertTo-WinnowAscii $json)>"
  }
}

function Write-WinnowEnd {
  # Says that everything of a batch was answered.
  param([string]$Nonce, [string]$Id)
  if (Test-WinnowFullLanguage) {
    [Console]::Out.Write("<winnow:${Nonce}:${Id}:e:>`n")
    [Console]::Out.Flush()
  } else {
    "<winnow:${Nonce}:${Id}:e:>"
  }
}

function ConvertTo-WinnowAscii {
  # JSON in which every character that a code page or a frame could spoil is written as \uXXXX.
  param([string]$Json)
  $codes = @{}
  foreach ($match in [regex]::Matches($Json, '[^\x20-\x3b\x3d\x3f-\x7e]')) { $codes[[int][char]$match.Value] = $true }
  foreach ($code in $codes.Keys) { $Json = $Json.Replace([string][char]$code, ('\u{0:x4}' -f $code)) }
  $Json
}

function Get-WinnowFailure {
  # Why something has no answer: a reason of Winnow's fixed list, and what was seen.
  param($ErrorRecord)
  $thrown = $ErrorRecord.TargetObject
  if ($thrown -is [hashtable] -and $thrown['reason']) {
    return [ordered]@{ reason = "$($thrown['reason'])"; detail = Limit-WinnowDetail "$($thrown['detail'])" }
  }
  $id = "$($ErrorRecord.FullyQualifiedErrorId)"
  $codes = @(Get-WinnowErrorCodes $ErrorRecord)
  $reason = 'crashed'
  foreach ($code in $codes) {
    $known = Get-WinnowReason $code
    if ($known) { $reason = $known; break }
  }
  if ($id -match 'ConstrainedLanguage|CoreTypes|LanguageMode') { $reason = 'policy' }
  elseif ($id -match '^UnauthorizedAccess,.*(Module|Script)|AuthorizationManager') { $reason = 'policy' }
  elseif ($id -match '^(CommandNotFoundException|CouldNotAutoLoadModule|NoMatchingLogsFound|NoMatchingProvidersFound)|NoServiceFoundForGivenName') { $reason = 'missing' }
  $inner = $ErrorRecord.Exception
  while ($inner.InnerException) { $inner = $inner.InnerException }
  $seen = "$($inner.Message)"
  if ($codes.Count -gt 0 -and $reason -ne 'policy') { $seen = "$($codes[0]) $seen" }
  [ordered]@{ reason = $reason; detail = Limit-WinnowDetail $seen }
}

function Get-WinnowErrorCodes {
  # The codes that an error carries, as 0x and eight digits, the innermost first. Codes that say nothing are left out.
  param($ErrorRecord)
  $codes = @()
  for ($each = $ErrorRecord.Exception; $each; $each = $each.InnerException) {
    if ("$($each.NativeErrorCode)" -match '^\d+$' -and $each.NativeErrorCode -gt 0) {
      $codes = @('0x8007{0:x4}' -f [int]$each.NativeErrorCode) + $codes
    }
    $code = '0x{0:x8}' -f [int]$each.HResult
    # Not a failure's code; or E_FAIL, COR_E_EXCEPTION, COR_E_SYSTEM, and what method calls are wrapped in.
    if ($code -match '^0x[89a-f]' -and @('0x80004005', '0x80131500', '0x80131501', '0x80131604') -notcontains $code) { $codes = @($code) + $codes }
  }
  # CIM commands put the code of WMI into the id.
  if ("$($ErrorRecord.FullyQualifiedErrorId)" -match 'HRESULT (0x[0-9a-fA-F]{8})') { $codes = @($Matches[1].ToLower()) + $codes }
  $codes
}

function Get-WinnowReason {
  param([string]$Code)
  switch ($Code) {
    # Access denied (Windows, WMI, .NET), elevation needed, privilege not held, logon failure.
    { @('0x80070005', '0x80041003', '0x8013150a', '0x800702e4', '0x80070522') -contains $_ } { return 'not-elevated' }
    # Group policy, application control.
    { @('0x800704ec', '0x800711c7') -contains $_ } { return 'policy' }
    # File, folder, library, entry point, class, namespace, object, service.
    { @('0x80070002', '0x80070003', '0x8007007e', '0x80131524', '0x80131523', '0x80040154', '0x80041010', '0x8004100e', '0x80041002', '0x80070424', '0x80073a9f', '0x80131539') -contains $_ } { return 'missing' }
    { @('0x80131505', '0x800705b4') -contains $_ } { return 'timed-out' }
  }
}

function Limit-WinnowDetail {
  # A detail is one short line without secrets.
  param([string]$Text)
  $line = (Hide-WinnowSecrets $Text) -replace '\s+', ' '
  if ($line.Length -gt 300) { $line = $line.Substring(0, 300) }
  $line.Trim()
}

function Hide-WinnowSecrets {
  # Keys, tokens and passwords never leave the shell: what names them stays, they do not.
  param([string]$Text)
  # Most texts hold nothing that the patterns below could begin with.
  if ($Text -notmatch 'PRIVATE KEY|client-|token|password|authorization|bearer|://|eyJ|[a-z0-9]{6}\.[a-z0-9]{16}') { return $Text }
  $name = '(?:client-key-data|client-secret|token|password)'
  $flag = '--(?:token|bootstrap-token|password|client-key-data)'
  $new = '(?!<removed>)'
  # Where a word begins and ends: for .NET letters of every script count, here only those of ASCII do.
  $begin = '(?<![A-Za-z0-9_])'
  $end = '(?![A-Za-z0-9_])'
  $keep = '$1<removed>'
  $Text = $Text -creplace '(-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----)(?!<removed>)[\s\S]*?(?:-----END (?:[A-Z]+ )*PRIVATE KEY-----|\z)', $keep
  $Text = $Text -replace "($name[""']?[ \t]*[:=][ \t]*"")$new(?:[^""\\\r\n]|\\[^\r\n])+", $keep
  $Text = $Text -replace "($name\\""[ \t]*[:=][ \t]*\\"")$new[^""\\\r\n]+", $keep
  $Text = $Text -replace "($name[""']?[ \t]*[:=][ \t]*')$new[^'\r\n]+", $keep
  $Text = $Text -replace "($name[""']?[ \t]*:[ \t]*[|>][+-]?[ \t]*\r?\n[ \t]+)$new\S+", $keep
  $Text = $Text -replace "($name[""']?[ \t]*[:=][ \t]*)$new(?!(?:null|true|false)$end|[|>][+-]?\s)[^\s""'\\,}\]{[][^\s""',}\]]*", $keep
  $Text = $Text -replace "($flag(?:=|[ \t]+)(?:""|'))$new[^""'\r\n]+", $keep
  $Text = $Text -replace "($flag(?:=|[ \t]+))$new[^\s""'=-][^\s""']*", $keep
  $Text = $Text -replace "(authorization\\?[""']?[ \t]*[:=][ \t]*\\?[""']?(?:bearer|basic)[ \t]+)$new[A-Za-z0-9._~+/=-]+", $keep
  $Text = $Text -replace "(${begin}bearer[ \t]+)$new(?=[a-z._~+/=-]*[0-9])[A-Za-z0-9._~+/=-]{8,}", $keep
  $Text = $Text -creplace "(://[^\s:@/]*:)$new[^\s@/]+(?=@)", $keep
  $Text = $Text -creplace '()(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}', $keep
  $Text -creplace "()$begin[a-z0-9]{6}\.[a-z0-9]{16}$end", $keep
}

function Format-WinnowTime {
  # ISO 8601 in UTC with milliseconds.
  param([datetime]$Time)
  $Time.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ss.fffZ', [Globalization.CultureInfo]::InvariantCulture)
}
