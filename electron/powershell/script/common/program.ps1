# Programs: started without a shell, both streams read as they come, what is too long is dropped.

function Get-WinnowToolPlaces {
  # The programs that Winnow may start, and where each is looked for. Nothing is searched on PATH.
  @{
    'kubectl' = @('C:\k\kubectl.exe', 'C:\Program Files\Kubernetes\kubectl.exe', 'C:\var\lib\rancher\rke2\bin\kubectl.exe', 'C:\Program Files\Docker\Docker\resources\bin\kubectl.exe')
    'crictl' = @('C:\k\crictl.exe', 'C:\Program Files\containerd\crictl.exe', 'C:\var\lib\rancher\rke2\bin\crictl.exe')
    'kubelet' = @('C:\k\kubelet.exe', 'C:\var\lib\rancher\rke2\bin\kubelet.exe')
    'containerd' = @('C:\Program Files\containerd\containerd.exe', 'C:\var\lib\rancher\rke2\bin\containerd.exe')
    'flanneld' = @('C:\flannel\flanneld.exe', 'C:\k\flanneld.exe', 'C:\opt\bin\flanneld.exe')
    'netsh' = @('%SystemRoot%\System32\netsh.exe')
    'hnsdiag' = @('%SystemRoot%\System32\hnsdiag.exe')
    'vfpctrl' = @('%SystemRoot%\System32\vfpctrl.exe')
    'fltmc' = @('%SystemRoot%\System32\fltmc.exe')
    'win-bridge' = @('C:\opt\cni\bin\win-bridge.exe', 'C:\k\cni\win-bridge.exe', 'C:\Program Files\containerd\cni\bin\win-bridge.exe')
    'win-overlay' = @('C:\opt\cni\bin\win-overlay.exe', 'C:\k\cni\win-overlay.exe', 'C:\Program Files\containerd\cni\bin\win-overlay.exe')
    'flannel' = @('C:\opt\cni\bin\flannel.exe', 'C:\k\cni\flannel.exe')
  }
}

function Get-WinnowSystemFile {
  # A file of System32. A 32-bit shell sees the 64-bit folder under another name.
  param([string]$Name)
  $folder = 'System32'
  if ([Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess) { $folder = 'Sysnative' }
  "$env:SystemRoot\$folder\$Name"
}

function Find-WinnowTool {
  # The absolute path of a program of the list; nothing where it is not installed.
  param([string]$Tool)
  foreach ($place in (Get-WinnowToolPlaces)[$Tool]) {
    $path = $place
    if ($place.StartsWith('%SystemRoot%\System32\')) { $path = Get-WinnowSystemFile $place.Substring(22) }
    if ([IO.File]::Exists($path)) { return $path }
  }
}

function Join-WinnowArguments {
  # One command line that every Windows program takes apart into exactly these arguments again: quotes are escaped, and
  # backslashes that stand before a quote are doubled.
  param([string[]]$List)
  $quoted = foreach ($item in $List) {
    if ($item -match '^[^\s"]+$') { $item }
    else { '"' + (($item -replace '(\\*)"', '$1$1\"') -replace '(\\+)$', '$1$1') + '"' }
  }
  $quoted -join ' '
}

function Start-WinnowProgram {
  # Runs a program to its end. How long that may take is for the caller of this shell to say.
  param([string]$Path, [string[]]$List, [int]$Cap = 8388608)
  $start = [Diagnostics.ProcessStartInfo]::new()
  $start.FileName = $Path
  $start.Arguments = Join-WinnowArguments $List
  $start.UseShellExecute = $false
  $start.CreateNoWindow = $true
  $start.RedirectStandardInput = $true
  $start.RedirectStandardOutput = $true
  $start.RedirectStandardError = $true
  $process = [Diagnostics.Process]::Start($start)
  try {
    $process.StandardInput.Close()
    $streams = foreach ($stream in $process.StandardOutput.BaseStream, $process.StandardError.BaseStream) {
      $buffer = [byte[]]::new(65536)
      @{ stream = $stream; buffer = $buffer; kept = [IO.MemoryStream]::new(); truncated = $false; task = $stream.ReadAsync($buffer, 0, 65536) }
    }
    $ended = $null
    while ($true) {
      $open = @($streams | Where-Object { $null -ne $_.task })
      if ($open.Count -eq 0) { break }
      $which = [Threading.Tasks.Task]::WaitAny([Threading.Tasks.Task[]]@($open | ForEach-Object { $_.task }), 100)
      if ($which -ge 0) { Read-WinnowChunk $open[$which] $Cap; continue }
      # A child that outlives the program may hold its streams open: they are not waited for.
      if ($process.HasExited) { if ($ended) { break }; $ended = $true }
    }
    $process.WaitForExit()
    @{
      exit = $process.ExitCode
      stdout = $streams[0].kept.ToArray()
      stderr = $streams[1].kept.ToArray()
      truncated = $streams[0].truncated -or $streams[1].truncated
    }
  } finally {
    $process.Dispose()
  }
}

function Read-WinnowChunk {
  # Takes what a stream has read, and reads on; at its end the task is gone.
  param($Part, [int]$Cap)
  $count = $Part.task.Result
  if ($count -eq 0) { $Part.task = $null; return }
  $room = $Cap - $Part.kept.Length
  if ($count -gt $room) { $Part.truncated = $true }
  if ($room -gt 0) { $Part.kept.Write($Part.buffer, 0, [Math]::Min($count, $room)) }
  $Part.task = $Part.stream.ReadAsync($Part.buffer, 0, 65536)
}
