import type { Write } from '../../../node/write';
import { defineRemediation } from '../../typed';

/** In the order in which they need each other. */
const NEEDED = ['containerd', 'docker', 'flanneld', 'kubelet', 'kubeproxy', 'kube-proxy', 'rke2'] as const;

/** Lets Windows start the node's services by itself, and starts those that are stopped for want of it. */
export const startAutomatically = defineRemediation({
  id: 'start-automatically',
  risk: 'safe',
  probes: ['services'],
  cooldown: 300,
  plan: ({ services }) => {
    const writes = NEEDED.flatMap((name): Write[] => {
      const service = services[name];
      if (!service || service.mode === 'Auto') return [];
      const mode: Write = { kind: 'service-start', name, mode: 'Automatic' };
      return service.state === 'Stopped' ? [mode, { kind: 'service', name, action: 'start' }] : [mode];
    });
    const [first, ...rest] = writes;
    return first ? { kind: 'writes', writes: [first, ...rest] } : { kind: 'not-here', why: 'all-automatic' };
  },
  hurts: () => ({ pods: [], seconds: 0 }),
});
