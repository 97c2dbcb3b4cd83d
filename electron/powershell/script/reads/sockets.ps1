# Listening sockets with their processes, and the local ports of established connections.

function Read-WinnowSockets {
  try {
    $connections = @(Get-CimInstance -ClassName 'MSFT_NetTCPConnection' -Namespace 'root/StandardCimv2')
    $endpoints = @(Get-CimInstance -ClassName 'MSFT_NetUDPEndpoint' -Namespace 'root/StandardCimv2')
  } catch {
    # .NET knows the ports as well, but not whose they are.
    if (-not (Test-WinnowFullLanguage)) { throw }
    return Read-WinnowSocketsOfNet
  }
  $listeners = @($connections | Where-Object { $_.State -eq 2 } | ForEach-Object { ConvertTo-WinnowListener 'tcp' $_.LocalAddress $_.LocalPort $_.OwningProcess })
  $listeners += @($endpoints | ForEach-Object { ConvertTo-WinnowListener 'udp' $_.LocalAddress $_.LocalPort $_.OwningProcess })
  [ordered]@{
    listeners = $listeners
    connectionPorts = @($connections | Where-Object { $_.State -eq 5 } | ForEach-Object { [int]$_.LocalPort })
  }
}

function Read-WinnowSocketsOfNet {
  $node = [Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties()
  $listeners = @($node.GetActiveTcpListeners() | ForEach-Object { ConvertTo-WinnowListener 'tcp' $_.Address $_.Port $null })
  $listeners += @($node.GetActiveUdpListeners() | ForEach-Object { ConvertTo-WinnowListener 'udp' $_.Address $_.Port $null })
  $established = @($node.GetActiveTcpConnections() | Where-Object { "$($_.State)" -eq 'Established' })
  [ordered]@{ listeners = $listeners; connectionPorts = @($established | ForEach-Object { [int]$_.LocalEndPoint.Port }) }
}

function ConvertTo-WinnowListener {
  param([string]$Protocol, $Address, $Port, $ProcessId)
  if ($null -ne $ProcessId) { $ProcessId = [int]$ProcessId }
  [ordered]@{ protocol = $Protocol; address = "$Address"; port = [int]$Port; processId = $ProcessId }
}
