import { defineRemediation } from '../../typed';
import { leaseMoves } from '../leases';

/** Moves the leases of sandboxes that are no more out of the address store; in two looks 60 s apart they must be unused. */
export const moveLeakedLeases = defineRemediation({
  id: 'move-leaked-leases',
  risk: 'safe',
  probes: ['ipam', 'cri-state', 'pods-here'],
  cooldown: 600,
  resample: 60,
  plan: ({ ipam, 'cri-state': runtime, 'pods-here': pods }) => {
    const [first, ...rest] = leaseMoves(ipam, { runtime, pods });
    return first ? { kind: 'writes', writes: [first, ...rest] } : { kind: 'not-here', why: 'all-used' };
  },
  hurts: () => ({ pods: [], seconds: 0 }),
});
