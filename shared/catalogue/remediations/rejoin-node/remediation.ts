import { defineRemediation } from '../../typed';

/** Gives the node a new identity: a join command from the control plane, run on the node. */
export const rejoinNode = defineRemediation({
  id: 'rejoin-node',
  risk: 'copy-text',
  probes: [],
  cooldown: 0,
  plan: () => ({ kind: 'copy', lines: ['kubeadm token create --print-join-command', 'kubectl get csr'] }),
  hurts: () => ({ pods: null, seconds: null }),
});
