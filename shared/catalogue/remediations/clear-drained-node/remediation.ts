import { ASIDE } from '../../aside';
import { defineRemediation } from '../../typed';

/**
 * Clears a drained node by hand, with the kubelet stopped: endpoints of the pod network alone, without those of the host and of
 * other nodes, and leases of sandboxes alone. For nodes on which nothing can be proven unused one by one.
 */
export const clearDrainedNode = defineRemediation({
  id: 'clear-drained-node',
  risk: 'copy-text',
  probes: ['cni-config', 'services'],
  also: ['node-object'],
  cooldown: 0,
  plan: ({ 'node-object': node, 'cni-config': { winner }, services }) => {
    const network = winner?.name ?? '';
    const name = node?.name ?? '<node>';
    if (!/^[\w.-]+$/.test(network)) return { kind: 'not-here', why: 'no-network' };
    const store = `C:\\var\\lib\\cni\\networks\\${network}`;
    const aside = `${ASIDE}\\leases\\${network}`;
    const { kubelet } = services;
    return {
      kind: 'copy',
      lines: [
        `kubectl drain ${name} --ignore-daemonsets --delete-emptydir-data --timeout=10m`,
        kubelet ? 'Stop-Service kubelet' : 'Stop-Process -Name kubelet',
        `Get-HnsEndpoint | Where-Object { $_.VirtualNetworkName -eq '${network}' -and -not $_.IsRemoteEndpoint -and $_.Name -notmatch '_ep$|source-?vip' } | Remove-HnsEndpoint`,
        `New-Item -ItemType Directory -Force -Path '${aside}'`,
        `Get-ChildItem -LiteralPath '${store}' -File | Where-Object { $_.Name -match '^\\d+(\\.\\d+){3}$' -and (Get-Content -LiteralPath $_.FullName -TotalCount 1) -match '^[0-9a-f]{64}$' } | Move-Item -Destination '${aside}'`,
        ...(kubelet ? ['Start-Service kubelet'] : []),
        `kubectl uncordon ${name}`,
      ],
    };
  },
  hurts: () => ({ pods: null, seconds: null }),
});
