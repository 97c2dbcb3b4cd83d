import { defineRemediation } from '../../typed';

/** Lines that register RKE2's agent as a service and start it, as its installation ends. */
export const registerRke2 = defineRemediation({
  id: 'register-rke2',
  risk: 'copy-text',
  probes: [],
  cooldown: 0,
  plan: () => ({ kind: 'copy', lines: ['C:\\usr\\local\\bin\\rke2.exe agent service --add', 'Start-Service rke2'] }),
  hurts: () => ({ pods: [], seconds: 0 }),
});
