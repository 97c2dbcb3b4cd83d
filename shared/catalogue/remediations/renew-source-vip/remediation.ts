import { CUT } from '../../../node/secrets';
import type { Write } from '../../../node/write';
import { keptVips, ownSubnet, proxyInPod } from '../../source-vip';
import { defineRemediation } from '../../typed';
import { changedArguments, withFlag } from '../arguments';
import { deletePodLine, runningPods } from '../pods';
import { fileLines, forgotten, renewal } from '../source-vip';

/**
 * Gives kube-proxy a source VIP of the node's own pod subnet, in the form it has here. Where its arguments are at hand, the
 * address is reserved with host-local and put in them; where a script or a pod computes it, what the script would take again
 * is moved aside first. The recorded command line of a bare process has the old one: it is never started again as it was.
 */
export const renewSourceVip = defineRemediation({
  id: 'renew-source-vip',
  risk: 'disrupts-pods',
  probes: ['services', 'processes', 'flannel-state', 'ipam', 'hns-endpoints'],
  also: ['node-object', 'hns-networks', 'cni-config', 'pods-here'],
  cooldown: 600,
  plan: (evidence) => {
    const { services, processes, ipam } = evidence;
    const own = ownSubnet(evidence);
    if (!own) return { kind: 'not-here', why: 'no-pod-subnet' };
    const kept = keptVips(evidence['flannel-state'], processes);
    if (!kept) return { kind: 'not-here', why: 'files-unread' };
    const byScript = fileLines(forgotten(ipam, kept));
    const pod = evidence['pods-here']?.pods.find(({ hostProcess, name }) => hostProcess && name.includes('kube-proxy'));
    if (pod) return { kind: 'copy', lines: endingIn(byScript, deletePodLine(pod.name)) };
    if (proxyInPod(processes) === true) return { kind: 'not-here', why: 'pod-unknown' };
    const renewed = renewal(own.subnet, ipam, evidence['hns-endpoints'].endpoints, kept);
    if (!renewed) return { kind: 'not-here', why: 'none-free' };
    const change = (commandLine: string): string => withFlag(commandLine, 'source-vip', renewed.ip);
    const name = (['kubeproxy', 'kube-proxy'] as const).find((each) => services[each]);
    const service = name && services[name];
    if (name && service) {
      const writes = changedArguments(name, 'kube-proxy', { service, nssm: processes.nssm[name] }, change);
      if (writes === 'arguments-in-script')
        return { kind: 'copy', lines: endingIn(byScript, `Restart-Service ${name}`) };
      if (typeof writes === 'string') return { kind: 'not-here', why: writes };
      return { kind: 'writes', writes: endingIn<Write>(renewed.writes, ...writes) };
    }
    const bare = processes.list.find((each) => each.name === 'kube-proxy');
    if (!bare) {
      const [first, ...rest] = byScript;
      return first === undefined ? { kind: 'not-here', why: 'not-running' } : { kind: 'copy', lines: [first, ...rest] };
    }
    if (bare.commandLine === null || bare.commandLine.includes(CUT))
      return { kind: 'not-here', why: 'command-line-unknown' };
    const stop = `taskkill.exe /PID ${bare.processId} /F`;
    return { kind: 'copy', lines: endingIn(fileLines(renewed.writes), stop, change(bare.commandLine)) };
  },
  hurts: ({ 'pods-here': pods }) => ({ pods: pods ? runningPods(pods) : null, seconds: 60 }),
});

function endingIn<T>(before: readonly T[], ...after: readonly [T, ...T[]]): readonly [T, ...T[]] {
  const [first = after[0], ...rest] = [...before, ...after];
  return [first, ...rest];
}
