# Restarts the node after a delay, in which `shutdown /a` calls it off.

function Restart-WinnowNode {
  param([int]$Delay)
  # The reason is planned, operating system, reconfiguration.
  Invoke-WinnowSystemTool 'shutdown.exe' @('/r', '/t', "$Delay", '/d', 'p:2:4')
}
