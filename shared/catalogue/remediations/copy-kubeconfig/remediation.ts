import { defineRemediation } from '../../typed';

/** Makes the node's kubeconfig anew on the control plane, to be copied to where this node keeps it. */
export const copyKubeconfig = defineRemediation({
  id: 'copy-kubeconfig',
  risk: 'copy-text',
  probes: ['os-build', 'kube-tools'],
  cooldown: 0,
  plan: ({ 'os-build': { hostName }, 'kube-tools': { chosen, kubeconfigs } }) => ({
    kind: 'copy',
    lines: [
      `kubeadm kubeconfig user --org system:nodes --client-name system:node:${hostName.toLowerCase()} > kubelet.conf`,
      `scp kubelet.conf ${hostName.toLowerCase()}:${(chosen?.path ?? kubeconfigs[0]?.path ?? 'C:\\etc\\kubernetes\\kubelet.conf').replaceAll('\\', '/')}`,
    ],
  }),
  hurts: () => ({ pods: [], seconds: 0 }),
});
