import { defineRemediation } from '../../typed';
import { runningPods } from '../pods';

/** Seconds in which the restart can still be called off, with `shutdown.exe /a`. */
const DELAY = 60;

/** Restarts the node. Draining it first is for somebody with rights in the cluster: the texts say the lines. */
export const restartNode = defineRemediation({
  id: 'restart-node',
  risk: 'disrupts-pods',
  probes: [],
  also: ['pods-here'],
  cooldown: 3600,
  plan: () => ({ kind: 'writes', writes: [{ kind: 'restart', delay: DELAY }] }),
  hurts: ({ 'pods-here': pods }) => ({ pods: pods ? runningPods(pods) : null, seconds: 600 }),
});
