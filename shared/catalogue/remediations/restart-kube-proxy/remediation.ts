import { defineRemediation } from '../../typed';
import { runningPods } from '../pods';
import { restartOf } from '../restart';

/**
 * Restarts kube-proxy in the form this node has: a service, a HostProcess pod (by lines to be run elsewhere), or a bare
 * process with the command line it was recorded with. At its start kube-proxy makes every load balancer of the node anew.
 */
export const restartKubeProxy = defineRemediation({
  id: 'restart-kube-proxy',
  risk: 'disrupts-pods',
  probes: ['services', 'processes'],
  also: ['pods-here'],
  cooldown: 600,
  plan: ({ services, processes, 'pods-here': here }) => {
    const service = (['kubeproxy', 'kube-proxy'] as const).find((name) => services[name]);
    if (service) return { kind: 'writes', writes: [{ kind: 'service', name: service, action: 'restart' }] };
    return restartOf('kube-proxy', 'kube-proxy', processes.list, here?.pods);
  },
  hurts: ({ 'pods-here': pods }) => ({ pods: pods ? runningPods(pods) : null, seconds: 60 }),
});
