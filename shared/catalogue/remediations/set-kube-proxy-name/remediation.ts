import { CUT } from '../../../node/secrets';
import type { Plan } from '../../define';
import { proxyInPod } from '../../source-vip';
import { defineRemediation } from '../../typed';
import { changedArguments, withFlag } from '../arguments';
import { runningPods } from '../pods';

const FLAG = 'hostname-override';

/** Tells kube-proxy the name under which the cluster knows this node, where its arguments are kept, and restarts it. */
export const setKubeProxyName = defineRemediation({
  id: 'set-kube-proxy-name',
  risk: 'disrupts-pods',
  probes: ['services', 'processes', 'node-object'],
  also: ['pods-here'],
  cooldown: 600,
  plan: ({ services, processes, 'node-object': { name }, 'pods-here': here }) => {
    const change = (commandLine: string): string => withFlag(commandLine, FLAG, name);
    const service = (['kubeproxy', 'kube-proxy'] as const).find((each) => services[each]?.state === 'Running');
    if (service && services[service]) {
      const evidence = { service: services[service], nssm: processes.nssm[service] };
      const writes = changedArguments(service, 'kube-proxy', evidence, change);
      return typeof writes === 'string' ? { kind: 'not-here', why: writes } : { kind: 'writes', writes };
    }
    const pod = here?.pods.find((each) => each.hostProcess && each.name.includes('kube-proxy'));
    if (pod) return ofDaemonSet(pod.name);
    const bare = processes.list.find((each) => each.name === 'kube-proxy');
    if (!bare) return { kind: 'not-here', why: 'not-running' };
    if (proxyInPod(processes) === true) return { kind: 'not-here', why: 'pod-unknown' };
    if (bare.commandLine === null || bare.commandLine.includes(CUT))
      return { kind: 'not-here', why: 'command-line-unknown' };
    return { kind: 'copy', lines: [`taskkill.exe /PID ${bare.processId} /F`, change(bare.commandLine)] };
  },
  hurts: ({ 'pods-here': pods }) => ({ pods: pods ? runningPods(pods) : null, seconds: 60 }),
});

/** The DaemonSet owns the arguments; the texts say how it hands on the node's name from the field `spec.nodeName`. */
function ofDaemonSet(pod: string): Plan {
  const [namespace = '', name = ''] = pod.split('/');
  const daemonSet = `-n ${namespace} daemonset/${name.replace(/-[a-z0-9]{5}$/, '')}`;
  return {
    kind: 'copy',
    lines: [`kubectl edit ${daemonSet}`, `kubectl rollout status ${daemonSet}`],
  };
}
