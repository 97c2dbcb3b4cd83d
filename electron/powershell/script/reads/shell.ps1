# The shell itself: version, language mode, rights, bitness, code pages, cultures, clock.

function Read-WinnowShell {
  [ordered]@{
    version = "$($PSVersionTable.PSVersion)"
    edition = "$($PSVersionTable.PSEdition)"
    languageMode = "$($ExecutionContext.SessionState.LanguageMode)"
    elevated = Test-WinnowElevated
    process64 = [Environment]::Is64BitProcess
    os64 = [Environment]::Is64BitOperatingSystem
    ansiCodePage = Get-WinnowCodePage 'ACP'
    oemCodePage = Get-WinnowCodePage 'OEMCP'
    uiCulture = "$PSUICulture"
    culture = "$PSCulture"
    timeZone = [TimeZoneInfo]::Local.Id
    utc = Format-WinnowTime ([datetime]::UtcNow)
    computerName = [Environment]::MachineName
    hostName = Get-WinnowHostName
    executionPolicy = @(Get-ExecutionPolicy -List | ForEach-Object { "$($_.Scope)=$($_.ExecutionPolicy)" })
    missingModules = @(Get-WinnowMissingModules)
  }
}

function Test-WinnowElevated {
  if ("$([Environment]::OSVersion.Platform)" -ne 'Win32NT') { return $false }
  if (Test-WinnowFullLanguage) {
    $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
    $principal = [Security.Principal.WindowsPrincipal]$identity
    return $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
  }
  # The integrity levels of an elevated process and of the system, as numbers that are the same in every language.
  "$(& "$env:SystemRoot\System32\whoami.exe" /groups)" -match 'S-1-16-(12288|16384)\b'
}

function Get-WinnowHostName {
  # The whole name; the computer name is cut to 15 characters.
  if (Test-WinnowFullLanguage) { return [Net.Dns]::GetHostName() }
  "$(& "$env:SystemRoot\System32\HOSTNAME.EXE")"
}

function Get-WinnowCodePage {
  # Empty where the registry does not tell.
  param([string]$Name)
  $key = 'HKLM:\SYSTEM\CurrentControlSet\Control\Nls\CodePage'
  try { "$((Get-ItemProperty -LiteralPath $key -Name $Name).$Name)" } catch { '' }
}

function Get-WinnowMissingModules {
  # Of the modules that Winnow can use, those that this machine does not have.
  foreach ($name in 'CimCmdlets', 'HostNetworkingService', 'Microsoft.PowerShell.Diagnostics') {
    if (-not (Get-Module -ListAvailable -Name $name)) { $name }
  }
}
