import type { Write } from '../../../node/write';
import { quote } from '../../../node/powershell';
import { defineRemediation } from '../../typed';
import { kubeletRestart } from '../restart';

/**
 * Names in the kubeconfig an address that the API server's certificate covers, in that one line alone, and restarts the kubelet,
 * which reads the file only when it starts. Where no server shows a certificate only a person knows the address.
 */
export const setApiServer = defineRemediation({
  id: 'set-api-server',
  risk: 'safe',
  probes: ['kube-tools', 'api-reach'],
  also: ['services', 'processes'],
  cooldown: 300,
  plan: ({ 'kube-tools': { chosen }, 'api-reach': { certificate, host }, services, processes }) => {
    if (chosen && !certificate)
      return {
        kind: 'copy',
        lines: [
          `kubectl config set-cluster ${quote(chosen.cluster)} --server=https://<address>:${chosen.port ?? 6443} --kubeconfig ${quote(chosen.path)}`,
          'Restart-Service kubelet',
        ],
      };
    const name = certificate?.names.find(
      (candidate) =>
        candidate !== host &&
        !candidate.startsWith('10.96.') &&
        /^[A-Za-z0-9.-]+$/.test(candidate) &&
        candidate.includes('.') &&
        !candidate.startsWith('kubernetes'),
    );
    if (!chosen || name === undefined) return { kind: 'not-here', why: 'no-name' };
    const to = `server: https://${name}:${chosen.port ?? 6443}`;
    const edit: Write = {
      kind: 'file',
      path: chosen.path,
      change: { kind: 'edit', from: `server: ${chosen.server}`, to },
    };
    const again = services && processes ? kubeletRestart(services, processes.list) : null;
    return { kind: 'writes', writes: again?.kind === 'writes' ? [edit, ...again.writes] : [edit] };
  },
  hurts: () => ({ pods: [], seconds: 0 }),
});
