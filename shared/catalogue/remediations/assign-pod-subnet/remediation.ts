import { defineRemediation } from '../../typed';

/** Shows what the control plane gives its nodes. Only the controller manager assigns Pod subnets. */
export const assignPodSubnet = defineRemediation({
  id: 'assign-pod-subnet',
  risk: 'copy-text',
  probes: [],
  also: ['node-object'],
  cooldown: 0,
  plan: ({ 'node-object': node }) => ({
    kind: 'copy',
    lines: [
      'kubectl get nodes -o custom-columns=NAME:.metadata.name,PODCIDR:.spec.podCIDR',
      `kubectl describe node ${node?.name ?? '<node>'}`,
      'kubectl -n kube-system get pods -l component=kube-controller-manager -o yaml | grep -E "allocate-node-cidrs|cluster-cidr|node-cidr-mask"',
    ],
  }),
  hurts: () => ({ pods: null, seconds: null }),
});
