import { displayName } from '../answers/cim/services';
import {
  binaryFile,
  keyOf,
  sameName,
  textFile,
  withFile,
  withoutFile,
  withoutProcess,
  withoutService,
  withService,
} from '../edit';
import { notFound } from '../derive/api';
import { nodeCertificate } from '../flavours/certificates';
import { service } from '../flavours/services';
import { shifted } from '../ids';
import type { NodeState } from '../state';
import { serviceCrash, withEvents, type Fault } from './common';
import { withCommandLine, withNewService, withNodeName } from './names';

/** The kubelet's service ends each time it is started. */
function kubeletEnds(state: NodeState): NodeState {
  return withEvents(
    withService(state, 'kubelet', { state: 'Stopped', exit: 1067 }),
    [1, 2, 3].map((times) => serviceCrash(state, displayName(state, 'kubelet'), times, 900 - times * 60)),
  );
}

/** All that the kubelet's log has is why it ended, so many seconds ago and some microseconds. */
function lastWords(state: NodeState, secondsAgo: number, microseconds: string, why: string): NodeState {
  const time = shifted(state.windows.trueTime, -secondsAgo);
  const stamp = `${time.slice(5, 7)}${time.slice(8, 10)} ${time.slice(11, 19)}.${microseconds}    5324`;
  const text = `E${stamp} run.go:72] "command failed" err="failed to run Kubelet: ${why}"\n`;
  return withFile(state, state.layout.kubeletLog, textFile(text, time));
}

/** Arguments of an older kubelet were kept when it was upgraded. */
export function oldFlags(flags: string): Fault {
  return (state) => kubeletEnds(withCommandLine(state, 'kubelet.exe', (line) => `${line} ${flags}`));
}

/** The kubelet's configuration file was removed. */
export const configMissing: Fault = (state) => kubeletEnds(withoutFile(state, 'C:\\var\\lib\\kubelet\\config.yaml'));

/** The kubelet's certificate was removed, and nothing is left to ask for another with. */
export const bootstrapMissing: Fault = (state) => {
  const path = state.layout.clientPem;
  if (path === null) throw new Error('no certificate of its own on this practice node');
  const why = `unable to load bootstrap kubeconfig: stat C:\\etc\\kubernetes\\bootstrap-kubelet.conf: ${notFound(state)}`;
  return lastWords(kubeletEnds(withoutFile(state, path)), 840, '512230', why);
};

/** The kubelet waits for answers of the runtime about its pods for too long. */
export const podsNotRelisted: Fault = (state) => ({
  ...state,
  cluster: {
    ...state.cluster,
    kubeletTrouble: 'PLEG is not healthy: pleg was last seen active 4m12.3s ago; threshold is 3m0s',
  },
});

/** Something else listens on the kubelet's port. */
export const portTaken: Fault = (state) => {
  const path = 'C:\\Program Files\\Example\\agent\\agent.exe';
  const program = { name: 'agent.exe', path, commandLine: `"${path}" --listen 10250` };
  const foreign = [{ protocol: 'tcp' as const, port: 10_250, program, processId: 6120 }];
  return kubeletEnds({ ...state, ports: { ...state.ports, foreign } });
};

/** containerd came up after the kubelet had given up. */
export const beforeRuntime: Fault = (state) => {
  const why = `validate service connection: validate CRI v1 runtime API for endpoint \\"npipe:////./pipe/containerd-containerd\\": rpc error: code = Unavailable`;
  return lastWords(kubeletEnds(state), 7200, '408179', why);
};

/** The kubelet was stopped and says nothing. */
export const kubeletStoppedQuietly: Fault = (state) => withService(state, 'kubelet', { state: 'Stopped', exit: 0 });

/** The kubelet's bare process ended. */
export const bareKubeletEnded: Fault = (state) => withoutProcess(state, 'kubelet.exe');

/** Nothing of the kubelet is left, or was ever there. */
export const kubeletNotInstalled: Fault = (state) => {
  const bare = withoutProcess(state, 'kubelet.exe');
  const rest = keyOf(bare.services, 'kubelet') === undefined ? bare : withoutService(bare, 'kubelet');
  const { kubelet, ...tools } = rest.tools;
  return kubelet === undefined ? rest : { ...rest, tools };
};

/** A node of RKE2, whose service is stopped or runs without its kubelet. */
export function rke2(state: 'Running' | 'Stopped'): Fault {
  return (node) => {
    const path = 'C:\\usr\\local\\bin\\rke2.exe';
    return withNewService(kubeletNotInstalled(node), 'rke2', service(3900, path, `${path} agent`, { state }));
  };
}

/** RKE2 was installed in such a folder, and the step that registers its agent as a service was left out. */
export function rke2NotRegistered(folder: string): Fault {
  return (state) => {
    const { boot } = state.windows;
    const program = withFile(kubeletNotInstalled(state), `${folder}\\rke2.exe`, binaryFile(94_412_800, boot));
    const config = 'server: https://k8s-api.example.internal:9345\n';
    return withFile(program, 'C:\\etc\\rancher\\rke2\\config.yaml', textFile(config, boot));
  };
}

/** The Node object was deleted. */
export const nodeDeleted: Fault = (state) => ({ ...state, cluster: { ...state.cluster, unregistered: true } });

/** The machine was renamed after it had joined. */
export const renamed: Fault = (state) => {
  const line = withCommandLine(state, 'kubelet.exe', (each) => each.replace(/ ?--hostname-override=\S+/, ''));
  return { ...line, windows: { ...line.windows, hostname: 'winnode-new' } };
};

/** The kubelet is handed COMPUTERNAME, which is cut. */
export const kubeletNameTruncated: Fault = (state) => {
  const name = 'winnode-datacenter-01';
  const long = withNodeName(state, name);
  const path = state.layout.clientPem ?? state.layout.kubeconfig;
  const file = long.files[path];
  if (file === undefined) throw new Error(path);
  const own = { ...nodeCertificate(name), role: 'pem' as const };
  const joined = withFile(long, path, { ...file, certificates: [own] });
  return withCommandLine(joined, 'kubelet.exe', (line) => line.replace(name, 'winnode-datacen'));
};

/** kube-proxy does not run: its service is stopped, or its process ended. */
export const kubeProxyAbsent: Fault = (state) => {
  const name = ['kubeproxy', 'kube-proxy'].find((each) => keyOf(state.services, each) !== undefined);
  if (name !== undefined) return withService(state, name, { state: 'Stopped', exit: 1067 });
  const pods = state.cluster.pods.map((pod) => (pod.name.startsWith('kube-proxy') ? { ...pod, crashed: true } : pod));
  return withoutProcess({ ...state, cluster: { ...state.cluster, pods } }, 'kube-proxy.exe');
};

/** flanneld ended; pods that run keep running. */
export const flanneldAbsent: Fault = (state) => {
  const pods = state.cluster.pods.map((pod) => (pod.name.startsWith('kube-flannel') ? { ...pod, crashed: true } : pod));
  return withoutProcess({ ...state, cluster: { ...state.cluster, pods } }, 'flanneld.exe');
};

/** A program runs but takes no connections. */
export function mute(program: string): Fault {
  return (state) => {
    const there = [...state.processes, ...Object.values(state.services).map((each) => each.program)];
    if (!there.some(({ name }) => sameName(name, program))) throw new Error(`no ${program} on this practice node`);
    return { ...state, mute: [program] };
  };
}
