import { defineRemediation } from '../../typed';
import { runningPods } from '../pods';
import { restartOf } from '../restart';

/** Restarts flanneld, which then writes subnet.env and makes its network: a service, a HostProcess pod, or a bare process. */
export const restartFlanneld = defineRemediation({
  id: 'restart-flanneld',
  risk: 'disrupts-pods',
  probes: ['services', 'processes'],
  also: ['pods-here'],
  cooldown: 600,
  plan: ({ services: { flanneld }, processes, 'pods-here': here }) => {
    // Also where it is stopped: a plain start would claim to be undone by a stop, which leaves the network and the file.
    if (flanneld) return { kind: 'writes', writes: [{ kind: 'service', name: 'flanneld', action: 'restart' }] };
    return restartOf('flanneld', 'flannel', processes.list, here?.pods);
  },
  hurts: ({ 'pods-here': pods }) => ({ pods: pods ? runningPods(pods) : null, seconds: 60 }),
});
