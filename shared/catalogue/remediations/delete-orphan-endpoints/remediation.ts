import type { Write } from '../../../node/write';
import { defineRemediation } from '../../typed';

/** Deletes endpoints of other nodes that no load balancer uses, in two looks 60 s apart. */
export const deleteOrphanEndpoints = defineRemediation({
  id: 'delete-orphan-endpoints',
  risk: 'disrupts-pods',
  probes: ['hns-endpoints', 'hns-loadbalancers'],
  cooldown: 600,
  resample: 60,
  plan: ({ 'hns-endpoints': { endpoints }, 'hns-loadbalancers': { loadBalancers } }) => {
    // Without load balancers every endpoint is unused, until kube-proxy has made them anew.
    if (loadBalancers.length === 0) return { kind: 'not-here', why: 'no-load-balancers' };
    const used = new Set(loadBalancers.flatMap((balancer) => balancer.endpoints));
    const [first, ...rest] = endpoints
      .filter(({ id, remote }) => remote && !used.has(id))
      .map(({ id }): Write => ({ kind: 'hns-delete', what: 'endpoints', id }));
    return first ? { kind: 'writes', writes: [first, ...rest] } : { kind: 'not-here', why: 'in-use' };
  },
  // No load balancer leads to them.
  hurts: () => ({ pods: [], seconds: 0 }),
});
