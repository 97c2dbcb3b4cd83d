import { textFile } from '../edit';
import { shifted } from '../ids';
import type { FileState, LoggedLine, NodeState, PodState } from '../state';
import { askApi, nodeTime, notFound } from './api';
import { refusedBalancers } from './hns';
import { kubeletTrouble } from './kubelet';
import { kubeletName, kubeProxyName } from './names';
import { flannelRuns, kubeletRuns, kubeProxyRuns, networkNotReady, runtimeRuns, usesFlannel } from './node';
import { phaseOf } from './pods';
import { sourceVipTrouble } from './source-vip';

/** A line as klog writes it, at a moment before now on the node's own clock. */
function klog(state: NodeState, secondsAgo: number, severity: 'I' | 'W' | 'E', place: string, text: string): string {
  return klogAt(shifted(nodeTime(state), -secondsAgo), severity, place, text);
}

function klogAt(time: string, severity: 'I' | 'W' | 'E', place: string, text: string): string {
  return `${severity}${time.slice(5, 7)}${time.slice(8, 10)} ${time.slice(11, 19)}.408179    5324 ${place}] ${text}`;
}

function podLines(state: NodeState, pod: PodState): readonly string[] {
  const phase = phaseOf(state, pod);
  if (!('error' in phase)) return [];
  const unknown = `rpc error: code = Unknown desc = ${phase.error}`;
  const errors = {
    sandbox: `failed to "CreatePodSandbox" for "${pod.name}" with CreatePodSandboxError: "Failed to create sandbox for pod: ${unknown}"`,
    image: `failed to "StartContainer" for "app" with ErrImagePull: "${unknown}"`,
    container: `failed to "StartContainer" for "app" with RunContainerError: "${phase.error}"`,
    network: phase.error,
    volume: `unmounted volumes: ${phase.error}`,
  };
  const quoted = errors[phase.kind].replaceAll('"', '\\"');
  return [
    klog(
      state,
      6,
      'E',
      'pod_workers.go:1301',
      `"Error syncing pod, skipping" err="${quoted}" pod="${pod.namespace}/${pod.name}" podUID="${pod.uid}"`,
    ),
  ];
}

/** What the kubelet says while it acts for a node that is not its own. */
function strangerLines(state: NodeState): readonly string[] {
  const name = kubeletName(state) ?? '';
  const own = state.cluster.nodeName;
  if (name === own) return [];
  const error = `nodes \\"${name}\\" is forbidden: node \\"${own}\\" is not allowed to modify node \\"${name}\\"`;
  const text = `"Unable to register node with API server" err="${error}" node="${name}"`;
  return [klog(state, 10, 'E', 'kubelet_node_status.go:116', text)];
}

function kubeletLines(state: NodeState): readonly string[] {
  const started = klog(
    state,
    11_200,
    'I',
    'server.go:525',
    `"Kubelet version" kubeletVersion="v${state.cluster.version}"`,
  );
  const trouble = kubeletTrouble(state);
  if (!kubeletRuns(state))
    return trouble === null
      ? [started]
      : [started, klog(state, 40, 'E', 'run.go:72', `"command failed" err="${trouble}"`)];
  const api = askApi(state, state.layout.kubeconfig);
  const network = networkNotReady(state);
  return [
    started,
    ...strangerLines(state),
    ...(api.ok
      ? []
      : [
          klog(
            state,
            9,
            'E',
            'reflector.go:205',
            `"Failed to watch" err="failed to list *v1.Node: Get \\"https://${state.cluster.apiServer.host}:${state.cluster.apiServer.port}/api/v1/nodes\\": ${api.error}"`,
          ),
        ]),
    ...(runtimeRuns(state)
      ? []
      : [
          klog(
            state,
            8,
            'E',
            'log.go:32',
            `"Status from runtime service failed" err="rpc error: code = Unavailable desc = connection error: desc = \\"transport: Error while dialing: open //./pipe/containerd-containerd: ${notFound(state)}\\""`,
          ),
        ]),
    ...(network === null
      ? []
      : [
          klog(
            state,
            7,
            'E',
            'kubelet.go:3117',
            `"Container runtime network not ready" networkReady="NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: ${network}"`,
          ),
        ]),
    ...state.cluster.pods.flatMap((pod) => podLines(state, pod)),
  ];
}

/** As kube-proxy says it: old ones without code and service, in the words of Windows' language. */
function refusedLine(state: NodeState): string {
  const words =
    state.windows.language === 'ja' ? '指定されたポートは既に存在します。' : 'The specified port already exists.';
  const error = `hcnCreateLoadBalancer failed in Win32: ${words}`;
  return state.cluster.version.startsWith('1.18.')
    ? klog(state, 12, 'E', 'proxier.go:1155', `Policy creation failed: ${error} (0x803b0013)`)
    : klog(state, 12, 'E', 'proxier.go:1483', `"ClusterIP policy creation failed" err="${error} (0x803b0013)"`);
}

function kubeProxyLines(state: NodeState): readonly string[] {
  const lines = [klog(state, 11_100, 'I', 'proxier.go:842', '"Syncing proxy rules"')];
  const [missing] = state.hns.networks.some((network) => network.name === state.layout.networkName)
    ? []
    : [state.layout.networkName];
  if (missing !== undefined)
    lines.push(
      klog(
        state,
        5,
        'E',
        'server_windows.go:112',
        `"Unable to find HNS Network specified" err="Network ${missing} not found" hnsNetworkName="${missing}"`,
      ),
    );
  const acts = kubeProxyName(state);
  if (acts !== null && acts !== state.cluster.nodeName)
    lines.push(
      klog(state, 4, 'W', 'proxier.go:1231', `Local endpoint not found: on network ${state.layout.networkName}`),
    );
  if (refusedBalancers(state) > 0) lines.push(refusedLine(state));
  const vip = sourceVipTrouble(state);
  if (vip !== null) lines.push(klog(state, 30, 'E', vip.ends ? 'server.go:1061' : 'proxier.go:1192', vip.text));
  if (vip?.ends === true) return lines;
  return kubeProxyRuns(state) ? lines : lines.slice(0, 1);
}

function agentLines(state: NodeState): readonly string[] {
  if (state.flannel.complaint !== null) return [klog(state, 240, 'E', 'main.go:332', state.flannel.complaint)];
  if (!flannelRuns(state))
    return [
      klog(state, 300, 'E', 'main.go:332', 'Error fetching network config: context canceled'),
      klog(state, 299, 'I', 'main.go:402', 'Exiting cleanly...'),
    ];
  return [klog(state, 11_150, 'I', 'main.go:460', 'Wrote subnet file to /run/flannel/subnet.env')];
}

/** The logs that the node's components keep, newest line last. */
export function logsOf(state: NodeState): Record<string, FileState> {
  const modified = shifted(nodeTime(state), -6);
  const log = (lines: readonly string[], component: LoggedLine['component']): FileState => {
    const noted = (state.logged ?? []).filter((line) => line.component === component);
    const own = noted.map(({ time, severity, place, text }) => klogAt(time, severity, place, text));
    const last = klog(state, 6, 'I', 'reflector.go:389', '"Watch close" total=9');
    return textFile(`${[...own, ...lines, last].join('\n')}\n`, modified);
  };
  const { kubeletLog, kubeProxyLog, agentLog } = state.layout;
  return {
    [kubeletLog]: log(kubeletLines(state), 'kubelet'),
    ...(kubeProxyLog === null ? {} : { [kubeProxyLog]: log(kubeProxyLines(state), 'kube-proxy') }),
    ...(agentLog === null || !usesFlannel(state) ? {} : { [agentLog]: log(agentLines(state), 'agent') }),
  };
}
