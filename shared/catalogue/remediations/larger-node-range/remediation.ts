import { lengthFor, prefixLength, usableAddresses } from '../../node-range';
import { defineRemediation } from '../../typed';

/**
 * Either fewer pods on this node, or a larger range for it. The range of a Node object never changes: the node has to leave the
 * cluster and join again after the controller manager gives larger ones.
 */
export const largerNodeRange = defineRemediation({
  id: 'larger-node-range',
  risk: 'copy-text',
  probes: ['node-object'],
  cooldown: 0,
  plan: ({ 'node-object': { name, podCidr, maxPods } }) => {
    const length = prefixLength(podCidr);
    if (length === null) return { kind: 'not-here', why: 'no-range' };
    const usable = usableAddresses(length);
    const larger = Math.min(length - 1, lengthFor(maxPods ?? usable + 1));
    return {
      kind: 'copy',
      lines: [
        `maxPods: ${usable}`,
        `--node-cidr-mask-size-ipv4=${larger}`,
        `kubectl drain ${name} --ignore-daemonsets --delete-emptydir-data --timeout=10m`,
        `kubectl delete node ${name}`,
        'kubeadm token create --print-join-command',
      ],
    };
  },
  hurts: () => ({ pods: null, seconds: null }),
});
