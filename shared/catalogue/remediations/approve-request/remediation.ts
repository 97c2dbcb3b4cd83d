import { defineRemediation } from '../../typed';

/** Shows the requests for certificates that wait in the cluster, and approves the node's. */
export const approveRequest = defineRemediation({
  id: 'approve-request',
  risk: 'copy-text',
  probes: [],
  cooldown: 0,
  plan: () => ({ kind: 'copy', lines: ['kubectl get csr', 'kubectl certificate approve <request>'] }),
  hurts: () => ({ pods: null, seconds: null }),
});
