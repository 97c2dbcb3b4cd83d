import type { Write } from '../../../node/write';
import { leakedEndpoints } from '../../leaks';
import { defineRemediation } from '../../typed';
import { leaseMoves } from '../leases';

/**
 * Deletes the endpoints of the pod network that neither a sandbox nor a pod holds, in two looks 60 s apart, and moves the leases
 * of the same dead sandboxes aside. Where the runtime or the cluster cannot be asked nothing is proven, and nothing is deleted.
 */
export const removeLeakedEndpoints = defineRemediation({
  id: 'remove-leaked-endpoints',
  risk: 'disrupts-pods',
  probes: ['hns-endpoints', 'cni-config', 'ipam'],
  also: ['cri-state', 'pods-here'],
  cooldown: 600,
  resample: 60,
  plan: ({ 'hns-endpoints': endpoints, 'cni-config': { winner }, ipam, 'cri-state': runtime, 'pods-here': pods }) => {
    if (!runtime || !pods) return { kind: 'not-here', why: 'unproven' };
    const network = winner?.name ?? null;
    const places = network === null ? null : leakedEndpoints(endpoints, network, { runtime, pods });
    const [first, ...rest] = (places ?? []).flatMap((at): Write[] => {
      const id = endpoints.endpoints[at]?.id;
      return id === undefined ? [] : [{ kind: 'hns-delete', what: 'endpoints', id }];
    });
    if (!first) return { kind: 'not-here', why: 'all-used' };
    return { kind: 'writes', writes: [first, ...rest, ...leaseMoves(ipam, { runtime, pods })] };
  },
  // Nobody holds them.
  hurts: () => ({ pods: [], seconds: 0 }),
});
