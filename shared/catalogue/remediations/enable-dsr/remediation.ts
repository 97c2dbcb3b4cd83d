import { CUT } from '../../../node/secrets';
import type { EvidenceOf, Plan } from '../../define';
import type { probes } from '../../probes';
import { proxyInPod } from '../../source-vip';
import { defineRemediation } from '../../typed';
import { changedArguments, withFlag } from '../arguments';
import { runningPods } from '../pods';

type Build = EvidenceOf<(typeof probes)['os-build']>;
type Hns = EvidenceOf<(typeof probes)['hns-version']>;

const SERVER_2019 = 17763;
/** DSR came to Windows Server 2019 with KB4571748 (domain facts 0.2). */
const DSR_ON_2019 = 1432;
/** Versions of HNS that can do DSR: 9.3 and later of 9, else 10.2 (hcsshim). */
const HNS_2019 = { major: 9, minor: 3 } as const;
const HNS_LATER = { major: 10, minor: 2 } as const;
/** Kubernetes 1.33 turned the WinDSR gate on. */
const LAST_WITH_GATE = 32;

function canDoDsr({ build, ubr }: Build, { major, minor }: Hns): boolean {
  const floor = major === HNS_2019.major ? HNS_2019 : HNS_LATER;
  const hns = major > floor.major || (major === floor.major && minor >= floor.minor);
  return hns && (build > SERVER_2019 || (build === SERVER_2019 && ubr >= DSR_ON_2019));
}

/** The command line with DSR on. Up to 1.32 it needs its feature gate as well; gates that are set stay. */
function withDsr(commandLine: string, gate: boolean): string {
  const on = withFlag(commandLine, 'enable-dsr', 'true');
  if (!gate) return on;
  const gates = /--feature-gates(?:=|[ \t]+)"?([^\s"]+)"?/.exec(on)?.[1] ?? '';
  const others = gates.split(',').filter((each) => each !== '' && !each.startsWith('WinDSR='));
  return withFlag(on, 'feature-gates', [...others, 'WinDSR=true'].join(','));
}

/**
 * Turns DSR on in the form that kube-proxy has here: in the arguments of a service, which is then restarted; as lines
 * for its DaemonSet; as the changed command line of a bare process.
 */
export const enableDsr = defineRemediation({
  id: 'enable-dsr',
  risk: 'disrupts-pods',
  probes: ['services', 'processes', 'os-build', 'hns-version', 'component-versions'],
  also: ['pods-here'],
  cooldown: 600,
  plan: ({ services, processes, 'component-versions': versions, 'pods-here': here, ...node }) => {
    if (!canDoDsr(node['os-build'], node['hns-version'])) return { kind: 'not-here', why: 'windows-too-old' };
    const proxy = processes.list.find(({ name }) => name === 'kube-proxy');
    if (!proxy) return { kind: 'not-here', why: 'not-running' };
    if (proxy.commandLine === null || proxy.commandLine.includes(CUT))
      return { kind: 'not-here', why: 'command-line-unknown' };
    if (proxy.flags?.['enable-dsr'] === 'true') return { kind: 'not-here', why: 'already-on' };
    const minor = Number(/^1\.(\d+)\./.exec(versions.kubelet?.version ?? '')?.[1] ?? NaN);
    if (Number.isNaN(minor)) return { kind: 'not-here', why: 'version-unknown' };
    const change = (commandLine: string): string => withDsr(commandLine, minor <= LAST_WITH_GATE);
    const service = (['kubeproxy', 'kube-proxy'] as const).find((name) => services[name]?.state === 'Running');
    if (service && services[service]) {
      const evidence = { service: services[service], nssm: processes.nssm[service] };
      const writes = changedArguments(service, 'kube-proxy', evidence, change);
      return typeof writes === 'string' ? { kind: 'not-here', why: writes } : { kind: 'writes', writes };
    }
    const pod = here?.pods.find(({ hostProcess, name }) => hostProcess && name.includes('kube-proxy'));
    if (pod) return ofDaemonSet(pod.name);
    if (proxyInPod(processes) === true) return { kind: 'not-here', why: 'pod-unknown' };
    return { kind: 'copy', lines: [`taskkill.exe /PID ${proxy.processId} /F`, change(proxy.commandLine)] };
  },
  hurts: ({ 'pods-here': pods }) => ({ pods: pods ? runningPods(pods) : null, seconds: 60 }),
});

/** The DaemonSet and the file that it names with --config own the arguments; the texts say what to put there. */
function ofDaemonSet(pod: string): Plan {
  const [namespace = '', name = ''] = pod.split('/');
  const daemonSet = name.replace(/-[a-z0-9]{5}$/, '');
  return {
    kind: 'copy',
    lines: [
      `kubectl -n ${namespace} edit daemonset/${daemonSet}`,
      `kubectl -n ${namespace} get configmap -o name`,
      `kubectl -n ${namespace} rollout restart daemonset/${daemonSet}`,
    ],
  };
}
