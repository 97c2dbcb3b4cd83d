import { CUT } from '../../../node/secrets';
import { defineRemediation } from '../../typed';

/** Restarts the kubelet: a service, or a bare process with the command line that it was recorded with. Containers go on meanwhile. */
export const restartKubelet = defineRemediation({
  id: 'restart-kubelet',
  risk: 'safe',
  probes: ['services', 'processes'],
  cooldown: 300,
  plan: ({ services, processes: { list } }) => {
    if (services.kubelet) return { kind: 'writes', writes: [{ kind: 'service', name: 'kubelet', action: 'restart' }] };
    const bare = list.find(({ name }) => name === 'kubelet');
    if (!bare) return { kind: 'not-here', why: 'not-running' };
    const { processId, commandLine } = bare;
    if (commandLine === null || commandLine.includes(CUT)) return { kind: 'not-here', why: 'command-line-unknown' };
    return { kind: 'writes', writes: [{ kind: 'process', name: 'kubelet.exe', processId, commandLine }] };
  },
  hurts: () => ({ pods: [], seconds: 0 }),
});
