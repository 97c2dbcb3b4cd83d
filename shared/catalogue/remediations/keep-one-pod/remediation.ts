import { defineRemediation } from '../../typed';

const MANIFEST = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: keep-one-pod
  namespace: kube-system
spec:
  selector: { matchLabels: { app: keep-one-pod } }
  template:
    metadata: { labels: { app: keep-one-pod } }
    spec:
      nodeSelector: { kubernetes.io/os: windows }
      tolerations: [{ operator: Exists }]
      containers:
        - name: pause
          image: mcr.microsoft.com/oss/kubernetes/pause:3.9`;

/** Keeps one small pod on every Windows node, so that each goes on serving NodePorts. */
export const keepOnePod = defineRemediation({
  id: 'keep-one-pod',
  risk: 'copy-text',
  probes: [],
  cooldown: 0,
  plan: () => ({
    kind: 'copy',
    lines: [`kubectl apply -f - <<'EOF'\n${MANIFEST}\nEOF`],
  }),
  hurts: () => ({ pods: [], seconds: 0 }),
});
