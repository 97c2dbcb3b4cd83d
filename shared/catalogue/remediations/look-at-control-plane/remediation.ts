import { defineRemediation } from '../../typed';

/** Shows what runs of the control plane, and what it says. Only ever on a Linux node of the control plane. */
export const lookAtControlPlane = defineRemediation({
  id: 'look-at-control-plane',
  risk: 'copy-text',
  probes: [],
  cooldown: 0,
  plan: () => ({
    kind: 'copy',
    lines: [
      'kubectl get --raw "/livez?verbose"',
      'crictl ps -a --name "kube-apiserver|etcd"',
      'crictl logs --tail 100 $(crictl ps -a --name kube-apiserver -q | head -n 1)',
      'journalctl -u kubelet -n 200 --no-pager',
      'kubeadm certs check-expiration',
    ],
  }),
  hurts: () => ({ pods: null, seconds: null }),
});
