import { defineRemediation } from '../../typed';

/** Lets the API server reach the kubelet: one port, instead of switching the firewall off. */
export const allowKubeletPort = defineRemediation({
  id: 'allow-kubelet-port',
  risk: 'safe',
  probes: ['firewall'],
  cooldown: 60,
  plan: ({ firewall: { rules } }) =>
    rules.some(({ name }) => name === 'kubelet')
      ? { kind: 'not-here', why: 'name-taken' }
      : {
          kind: 'writes',
          writes: [{ kind: 'firewall-rule', action: 'allow', name: 'kubelet', protocol: 'TCP', port: 10_250 }],
        },
  hurts: () => ({ pods: [], seconds: 0 }),
});
