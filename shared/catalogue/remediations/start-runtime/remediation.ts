import type { Write } from '../../../node/write';
import { defineRemediation } from '../../typed';

/** Starts containerd and then the kubelet, each only where it is a stopped service. */
export const startRuntime = defineRemediation({
  id: 'start-runtime',
  risk: 'safe',
  probes: ['services'],
  cooldown: 300,
  plan: ({ services }) => {
    const writes = (['containerd', 'kubelet'] as const).flatMap((name): Write[] =>
      services[name] && services[name].state !== 'Running' ? [{ kind: 'service', name, action: 'start' }] : [],
    );
    const [first, ...rest] = writes;
    return first ? { kind: 'writes', writes: [first, ...rest] } : { kind: 'not-here', why: 'no-service' };
  },
  hurts: () => ({ pods: [], seconds: 0 }),
});
