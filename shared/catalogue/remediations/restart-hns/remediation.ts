import { defineRemediation } from '../../typed';
import { aroundHns, bareProcesses, restartsOf } from '../around-hns';
import { runningPods } from '../pods';

/** Exit codes of a service that simply is not running: no error, and never started since Windows was. */
const QUIET_EXITS: ReadonlyArray<number | null> = [null, 0, 1077];

/**
 * Restarts HNS in order: the kubelet, kube-proxy and the CNI's agent stop first, and start again in the opposite order.
 * Programs without a service are started anew afterwards; those in HostProcess pods belong to the kubelet.
 */
export const restartHns = defineRemediation({
  id: 'restart-hns',
  risk: 'disrupts-pods',
  probes: ['services', 'processes'],
  also: ['hns-process', 'process-parents', 'pods-here'],
  cooldown: 900,
  plan: ({ services, processes, 'hns-process': hns, 'process-parents': parents }) => {
    if (!services.hns) return { kind: 'not-here', why: 'no-hns' };
    if (services.hns.state === 'Stopped' && !QUIET_EXITS.includes(services.hns.exit))
      return { kind: 'not-here', why: 'ends-by-itself' };
    if ((hns?.sharedWith ?? []).length > 0) return { kind: 'not-here', why: 'shared' };
    const bare = restartsOf(bareProcesses(processes, services, parents));
    if (!bare) return { kind: 'not-here', why: 'command-line-unknown' };
    const around = aroundHns(services, [{ kind: 'service', name: 'hns', action: 'restart' }]);
    return { kind: 'writes', writes: [...around, ...bare] };
  },
  hurts: ({ 'pods-here': pods }) => ({ pods: pods ? runningPods(pods) : null, seconds: 180 }),
});
