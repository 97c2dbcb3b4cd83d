import { defineRemediation } from '../../typed';
import { leaseMoves } from '../leases';

/**
 * Moves the leases of sandboxes that are no more out of the address store; in two looks 60 s apart they must be
 * unused. Where the runtime or the cluster cannot be asked nothing is proven, and nothing is moved.
 */
export const moveLeakedLeases = defineRemediation({
  id: 'move-leaked-leases',
  risk: 'safe',
  probes: ['ipam'],
  also: ['cri-state', 'pods-here'],
  cooldown: 600,
  resample: 60,
  plan: ({ ipam, 'cri-state': runtime, 'pods-here': pods }) => {
    if (!runtime || !pods) return { kind: 'not-here', why: 'unproven' };
    const [first, ...rest] = leaseMoves(ipam, { runtime, pods });
    return first ? { kind: 'writes', writes: [first, ...rest] } : { kind: 'not-here', why: 'all-used' };
  },
  hurts: () => ({ pods: [], seconds: 0 }),
});
