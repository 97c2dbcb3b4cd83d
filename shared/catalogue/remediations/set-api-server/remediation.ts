import { defineRemediation } from '../../typed';

/** Names in the kubeconfig an address that the API server's certificate covers; only this one line is edited. */
export const setApiServer = defineRemediation({
  id: 'set-api-server',
  risk: 'safe',
  probes: ['kube-tools', 'api-reach'],
  cooldown: 300,
  plan: ({ 'kube-tools': { chosen }, 'api-reach': { certificate, host } }) => {
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
    return {
      kind: 'writes',
      writes: [{ kind: 'file', path: chosen.path, change: { kind: 'edit', from: `server: ${chosen.server}`, to } }],
    };
  },
  hurts: () => ({ pods: [], seconds: 0 }),
});
