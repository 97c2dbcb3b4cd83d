import { quote } from '../../../node/powershell';
import type { Write } from '../../../node/write';
import { overlayAt } from '../../source-vip';
import { defineRemediation } from '../../typed';
import { aroundHns, bareProcesses, restartsOf } from '../around-hns';
import { deletePodLine, runningPods } from '../pods';

/**
 * Deletes flannel's overlay from HNS and restarts flanneld, which makes it anew with the node's own pod subnet and another
 * router. The endpoints of all pods go with it, so it is done here only where no pod is left; else the lines are shown, from
 * the drain on.
 */
export const recreateOverlayNetwork = defineRemediation({
  id: 'recreate-overlay-network',
  risk: 'destructive',
  probes: ['hns-networks', 'services', 'processes', 'pods-here', 'node-object'],
  also: ['cni-config', 'process-parents'],
  cooldown: 3600,
  plan: ({ services, processes, 'pods-here': pods, 'node-object': { name }, ...evidence }) => {
    const { networks } = evidence['hns-networks'];
    const network = networks[overlayAt(evidence['hns-networks'], evidence['cni-config'])];
    if (!network) return { kind: 'not-here', why: 'no-network' };
    const deleted: Write = { kind: 'hns-delete', what: 'networks', id: network.id };
    const bare = bareProcesses(processes, services, evidence['process-parents']).filter(
      (each) => each.name === 'flanneld',
    );
    const restarts = restartsOf(bare) ?? [];
    if (runningPods(pods).length === 0) {
      if (services.flanneld) return { kind: 'writes', writes: aroundHns(services, [deleted]) };
      if (restarts.length > 0) return { kind: 'writes', writes: [deleted, ...restarts] };
    }
    // kube-proxy needs the network that flannel makes.
    const agents = ['flannel', 'kube-proxy'].flatMap((part) =>
      pods.pods.filter((pod) => pod.hostProcess && pod.name.includes(part)),
    );
    const restarted = services.flanneld ? ['Restart-Service flanneld'] : agents.map((pod) => deletePodLine(pod.name));
    return {
      kind: 'copy',
      lines: [
        `kubectl drain ${name} --ignore-daemonsets --delete-emptydir-data --timeout=10m`,
        `Get-HnsNetwork | Where-Object { $_.Id -eq ${quote(network.id)} } | Remove-HnsNetwork`,
        ...restarted,
        `kubectl uncordon ${name}`,
      ],
    };
  },
  hurts: ({ 'pods-here': pods }) => ({ pods: runningPods(pods), seconds: null }),
});
