import { defineRemediation } from '../../typed';
import { ownerOf } from '../../probes/owner-of';
import { runningPods } from '../pods';

/**
 * Leaves one kube-proxy on the node. Of a service and a HostProcess pod the service goes: it is stopped and starts no more.
 * A bare process beside one that something owns is ended by a line to be run by hand, and the other started anew.
 */
export const removeSecondKubeProxy = defineRemediation({
  id: 'remove-second-kube-proxy',
  risk: 'disrupts-pods',
  probes: ['services', 'processes', 'process-parents'],
  also: ['pods-here'],
  cooldown: 600,
  // While kube-proxy is restarted there are two of it for a moment.
  resample: 60,
  plan: ({ services, processes: { list }, 'process-parents': parents }) => {
    const name = (['kubeproxy', 'kube-proxy'] as const).find((each) => services[each]?.state === 'Running');
    const all = list
      .filter((each) => each.name === 'kube-proxy')
      .map((each) => ({ ...each, owner: ownerOf(each, [services.kubeproxy, services['kube-proxy']], parents) }));
    if (all.length < 2) return { kind: 'not-here', why: 'only-one' };
    const bare = all.filter(({ owner }) => owner === 'nobody');
    const [extra] = bare;
    if (extra && bare.length === all.length - 1) {
      const anew = name ? [`Restart-Service ${name}`] : [];
      return { kind: 'copy', lines: [`taskkill.exe /PID ${extra.processId} /F`, ...anew] };
    }
    if (!name || !all.some(({ owner }) => owner === 'pod')) return { kind: 'not-here', why: 'owner-unknown' };
    return {
      kind: 'writes',
      writes: [
        { kind: 'service', name, action: 'stop' },
        { kind: 'service-start', name, mode: 'Disabled' },
      ],
    };
  },
  hurts: ({ 'pods-here': pods }) => ({ pods: pods ? runningPods(pods) : null, seconds: 60 }),
});
