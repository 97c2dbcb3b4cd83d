import { defineRemediation } from '../../typed';

/** Gives all nodes the VXLAN port and network that Windows needs: in flannel's configuration of the cluster. */
export const alignVxlanPort = defineRemediation({
  id: 'align-vxlan-port',
  risk: 'copy-text',
  probes: [],
  cooldown: 0,
  plan: () => ({
    kind: 'copy',
    lines: [
      'kubectl -n kube-flannel edit configmap kube-flannel-cfg',
      'kubectl -n kube-flannel rollout restart daemonset',
    ],
  }),
  hurts: () => ({ pods: null, seconds: null }),
});
