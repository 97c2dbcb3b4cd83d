import type { Write } from '../../../node/write';
import { staleHostEndpoints } from '../../host-endpoints';
import { defineRemediation } from '../../typed';
import { bareProcesses, restartsOf } from '../around-hns';
import { runningPods } from '../pods';

/** Deletes the host's endpoint on the pod network where HNS cannot use it any more, and restarts flanneld, which makes it anew. */
export const deleteStaleHostEndpoint = defineRemediation({
  id: 'delete-stale-host-endpoint',
  risk: 'disrupts-pods',
  probes: ['hns-endpoints', 'services', 'processes'],
  also: ['log-scan', 'os-build', 'process-parents', 'pods-here'],
  cooldown: 600,
  plan: ({ 'hns-endpoints': { endpoints }, services, processes, 'process-parents': parents, ...evidence }) => {
    const [first, ...rest] = staleHostEndpoints(endpoints, evidence['log-scan'], evidence['os-build']).map(
      ({ id }): Write => ({ kind: 'hns-delete', what: 'endpoints', id }),
    );
    if (!first) return { kind: 'not-here', why: 'none' };
    if (services.flanneld)
      return { kind: 'writes', writes: [first, ...rest, { kind: 'service', name: 'flanneld', action: 'restart' }] };
    const bare = bareProcesses(processes, services, parents).filter(({ name }) => name === 'flanneld');
    const restarts = restartsOf(bare);
    if (!restarts || restarts.length === 0) return { kind: 'not-here', why: 'agent-not-here' };
    return { kind: 'writes', writes: [first, ...rest, ...restarts] };
  },
  hurts: ({ 'pods-here': pods }) => ({ pods: pods ? runningPods(pods) : null, seconds: 60 }),
});
