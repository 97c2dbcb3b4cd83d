import { CUT } from '../../../node/secrets';
import { defineRemediation } from '../../typed';
import { runningPods } from '../pods';

/** Restarts flanneld, which then writes subnet.env and makes its network: a service, a HostProcess pod, or a bare process. */
export const restartFlanneld = defineRemediation({
  id: 'restart-flanneld',
  risk: 'disrupts-pods',
  probes: ['services', 'processes', 'pods-here'],
  cooldown: 600,
  plan: ({ services: { flanneld }, processes, 'pods-here': { pods } }) => {
    if (flanneld)
      return {
        kind: 'writes',
        writes: [{ kind: 'service', name: 'flanneld', action: flanneld.state === 'Running' ? 'restart' : 'start' }],
      };
    const pod = pods.find(({ hostProcess, name }) => hostProcess && name.includes('flannel'));
    if (pod) {
      const [namespace = '', name = ''] = pod.name.split('/');
      return { kind: 'copy', lines: [`kubectl -n ${namespace} delete pod ${name}`] };
    }
    const bare = processes.list.find(({ name }) => name === 'flanneld');
    if (!bare) return { kind: 'not-here', why: 'not-running' };
    if (bare.commandLine === null || bare.commandLine.includes(CUT))
      return { kind: 'not-here', why: 'command-line-unknown' };
    return {
      kind: 'writes',
      writes: [{ kind: 'process', name: 'flanneld.exe', processId: bare.processId, commandLine: bare.commandLine }],
    };
  },
  hurts: ({ 'pods-here': pods }) => ({ pods: runningPods(pods), seconds: 60 }),
});
