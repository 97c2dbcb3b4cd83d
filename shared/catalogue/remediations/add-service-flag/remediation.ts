import { defineRemediation } from '../../typed';
import { changedArguments } from '../arguments';

const SERVICES = [
  ['kubelet', 'kubelet'],
  ['kubeproxy', 'kube-proxy'],
  ['kube-proxy', 'kube-proxy'],
] as const;

/** Tells a kubelet or kube-proxy that it is a service, and starts it: without that Windows gives up on it after 30 seconds. */
export const addServiceFlag = defineRemediation({
  id: 'add-service-flag',
  risk: 'safe',
  probes: ['services', 'processes'],
  cooldown: 300,
  plan: ({ services, processes }) => {
    for (const [name, program] of SERVICES) {
      const service = services[name];
      if (!service || service.state === 'Running' || /\s--?windows-service\b/i.test(service.path ?? '')) continue;
      if (processes.nssm[name] !== null) continue;
      const writes = changedArguments(
        name,
        program,
        { service, nssm: null },
        (line) => `${line.trimEnd()} --windows-service`,
      );
      return typeof writes === 'string' ? { kind: 'not-here', why: writes } : { kind: 'writes', writes };
    }
    return { kind: 'not-here', why: 'none-without' };
  },
  hurts: () => ({ pods: [], seconds: 0 }),
});
