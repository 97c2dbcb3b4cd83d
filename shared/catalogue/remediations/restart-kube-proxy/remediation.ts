import { CUT } from '../../../node/secrets';
import { defineRemediation } from '../../typed';
import { runningPods } from '../pods';

/**
 * Restarts kube-proxy in the form this node has: a service, a HostProcess pod (by lines to be run elsewhere), or a bare
 * process with the command line it was recorded with. At its start kube-proxy makes every load balancer of the node anew.
 */
export const restartKubeProxy = defineRemediation({
  id: 'restart-kube-proxy',
  risk: 'disrupts-pods',
  probes: ['services', 'processes', 'pods-here'],
  cooldown: 600,
  plan: ({ services, processes, 'pods-here': { pods } }) => {
    const service = (['kubeproxy', 'kube-proxy'] as const).find((name) => services[name]);
    if (service) return { kind: 'writes', writes: [{ kind: 'service', name: service, action: 'restart' }] };
    const pod = pods.find(({ hostProcess, name }) => hostProcess && name.includes('kube-proxy'));
    if (pod) {
      const [namespace = '', name = ''] = pod.name.split('/');
      return { kind: 'copy', lines: [`kubectl -n ${namespace} delete pod ${name}`] };
    }
    const bare = processes.list.find(({ name }) => name === 'kube-proxy');
    if (!bare) return { kind: 'not-here', why: 'not-running' };
    if (bare.commandLine === null || bare.commandLine.includes(CUT))
      return { kind: 'not-here', why: 'command-line-unknown' };
    return {
      kind: 'writes',
      writes: [{ kind: 'process', name: 'kube-proxy.exe', processId: bare.processId, commandLine: bare.commandLine }],
    };
  },
  hurts: ({ 'pods-here': pods }) => ({ pods: runningPods(pods), seconds: 60 }),
});
