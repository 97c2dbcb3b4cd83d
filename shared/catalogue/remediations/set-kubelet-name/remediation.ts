import { CUT } from '../../../node/secrets';
import { defineRemediation } from '../../typed';
import { changedArguments, withFlag } from '../arguments';

/**
 * Lets the kubelet act under the name that its certificate is of, and restarts it. That also is the name of the Node
 * object; kube-proxy is looked at by its own symptom.
 */
export const setKubeletName = defineRemediation({
  id: 'set-kubelet-name',
  risk: 'disrupts-pods',
  probes: ['services', 'processes', 'certs'],
  cooldown: 600,
  plan: ({ services, processes, certs }) => {
    const names = certs.client.map(({ subject }) => /CN=system:node:([A-Za-z0-9.-]+)/.exec(subject)?.[1]);
    const name = names.find((each) => each !== undefined);
    if (name === undefined) return { kind: 'not-here', why: 'no-identity' };
    const change = (line: string): string => withFlag(line, 'hostname-override', name);
    if (services.kubelet) {
      const evidence = { service: services.kubelet, nssm: processes.nssm.kubelet };
      const writes = changedArguments('kubelet', 'kubelet', evidence, change);
      return typeof writes === 'string' ? { kind: 'not-here', why: writes } : { kind: 'writes', writes };
    }
    const bare = processes.list.find((each) => each.name === 'kubelet');
    if (!bare?.commandLine || bare.commandLine.includes(CUT)) return { kind: 'not-here', why: 'command-line-unknown' };
    return { kind: 'copy', lines: [`taskkill.exe /PID ${bare.processId} /F`, change(bare.commandLine)] };
  },
  // Running containers go on without the kubelet; that none is hurt once the node has its name back is not known.
  hurts: () => ({ pods: null, seconds: null }),
});
