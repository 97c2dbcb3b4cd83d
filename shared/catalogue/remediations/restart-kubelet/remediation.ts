import { defineRemediation } from '../../typed';
import { kubeletRestart } from '../restart';

/** Restarts the kubelet: a service, or a bare process with the command line that it was recorded with. Containers go on meanwhile. */
export const restartKubelet = defineRemediation({
  id: 'restart-kubelet',
  risk: 'safe',
  probes: ['services', 'processes'],
  cooldown: 300,
  plan: ({ services, processes: { list } }) => kubeletRestart(services, list),
  hurts: () => ({ pods: [], seconds: 0 }),
});
