import { notFound } from '../derive/api';
import { SUBNET_ENV } from '../derive/flannel';
import { editFile, textFile, withFile, withoutProcess, withRegistry } from '../edit';
import { nssmService } from '../flavours/services';
import type { FileState, NodeState } from '../state';
import { type Fault, logged, waitingPod } from './common';
import { hnsNetworkMissing } from './hns';

const NET_CONF = 'C:\\etc\\kube-flannel\\net-conf.json';

/** flanneld complains and ends or waits: it has made neither network nor file. */
function waits(state: NodeState, complaint: string): NodeState {
  const without = hnsNetworkMissing(state);
  return { ...without, flannel: { ...without.flannel, complaint } };
}

/** The process of flanneld, or of its pod, ended. */
function ended(state: NodeState): NodeState {
  const pods = state.cluster.pods.map((pod) => (pod.namespace === 'kube-flannel' ? { ...pod, crashed: true } : pod));
  return withoutProcess({ ...state, cluster: { ...state.cluster, pods } }, 'flanneld.exe');
}

/** The control plane gave the node no pod subnet. */
export const podSubnetNotAssigned: Fault = (state) => {
  const none = ended(
    waits(
      state,
      `Error registering network: failed to acquire lease: node "${state.cluster.nodeName}" pod cidr not assigned`,
    ),
  );
  return { ...none, cluster: { ...none.cluster, podCidr: '' } };
};

/** flanneld as a service of nssm, in place of the bare process. */
function asService(state: NodeState, stopped: boolean): NodeState {
  const before = state.processes.find(({ name }) => name === 'flanneld.exe');
  if (before === undefined) throw new Error('no flanneld on this practice node');
  const service = nssmService(4460, 'C:\\k\\nssm.exe', before.path, before.commandLine);
  const services = { ...state.services, flanneld: stopped ? { ...service, state: 'Stopped' as const } : service };
  return withoutProcess({ ...state, services }, 'flanneld.exe');
}

/** NODE_NAME of flanneld's service is not the node's name in the cluster. */
export const nodeNameWrong: Fault = (state) => {
  const service = asService(waits(state, 'Couldn\'t fetch network config: node "WINNODE-1" not found'), false);
  return withRegistry(service, 'SYSTEM\\CurrentControlSet\\Services\\flanneld\\Parameters', {
    Application: 'C:\\flannel\\flanneld.exe',
    AppParameters: '--kubeconfig-file=C:\\k\\config --iface=192.168.10.21 --ip-masq=1 --kube-subnet-mgr=1',
    AppEnvironmentExtra: ['NODE_NAME=WINNODE-1'],
  });
};

/** A flanneld that somebody started looks for the node by another name, which only its log tells. */
export const nodeNameUnknown: Fault = (state) =>
  waits(state, 'Couldn\'t fetch network config: node "WINNODE-1" not found');

/** The VNI and port of Linux, which Windows cannot do. */
export const backendUnsupported: Fault = (state) =>
  ended(
    editFile(waits(state, 'Error registering network: invalid VXLAN ID: 1. The ID must be >= 4096'), NET_CONF, (text) =>
      text.replace('4096,', '1,').replace('4789', '8472'),
    ),
  );

/** flannel makes a network of another name than the one that is waited for. */
export const networkNameDiffers: Fault = (state) => {
  const networks = state.hns.networks.map((network) => ({ ...network, name: 'flannel-hostgw' }));
  // The switch has no adapter of the old name any more.
  const { registry } = hnsNetworkMissing(state);
  const named = editFile(state, NET_CONF, (text) => text.replace('"cbr0"', '"flannel-hostgw"'));
  return waitingPod({ ...named, registry, hns: { ...named.hns, networks } });
};

/** `--iface` names an address of another machine. */
export const ifaceNotThere: Fault = (state) => {
  const waiting = waits(
    state,
    'Failed to find any valid interface to use: Could not find valid interface matching 192.168.10.99',
  );
  const processes = waiting.processes.map((process) => ({
    ...process,
    commandLine: process.commandLine.replace('--iface=192.168.10.21', '--iface=192.168.10.99'),
  }));
  return { ...waiting, processes };
};

/** flanneld cannot reach the API server when it starts. */
export const apiSilent: Fault = (state) => {
  const { host, port } = state.cluster.apiServer;
  const waiting = ended(
    waits(state, `Failed to create SubnetManager: Get "https://${host}:${port}/api/v1/nodes": i/o timeout`),
  );
  const { cluster } = waiting;
  return { ...waiting, cluster: { ...cluster, apiServer: { ...cluster.apiServer, reach: 'timed-out' } } };
};

/** flanneld ended before it made anything, and nothing is in its way any more. */
export const agentEnded: Fault = (state) => ended(hnsNetworkMissing(state));

/** flanneld's service is stopped, and there is no network. */
export const agentServiceStopped: Fault = (state) => asService(hnsNetworkMissing(state), true);

/** The network is there, without a management IP. */
function withoutManagementIp(state: NodeState): NodeState {
  const networks = state.hns.networks.map((network) => ({ ...network, managementIp: null }));
  const flannel = { ...state.flannel, wrote: false };
  return waitingPod({ ...state, hns: { ...state.hns, networks }, flannel });
}

/** flanneld 0.11.0 lost the race for the management IP. */
export const managementIpRace: Fault = (state) => {
  const without = withoutManagementIp(state);
  return { ...without, flannel: { ...without.flannel, version: '0.11.0' } };
};

/** A current flanneld did not wait long enough for DHCP. */
export const switchSlow: Fault = withoutManagementIp;

/** The same, and nothing tells the version of flanneld: it runs from an image of one's own. */
export const switchSlowOwnImage: Fault = (state) => {
  const slow = withoutManagementIp(state);
  const pods = slow.cluster.pods.map((pod) =>
    pod.namespace === 'kube-flannel' ? { ...pod, image: 'registry.example.com/network/flannel-windows:stable' } : pod,
  );
  return { ...slow, cluster: { ...slow.cluster, pods } };
};

/** flanneld runs and has made nothing: its switch has no address yet. */
export const nothingMade: Fault = (state) => {
  const bare = hnsNetworkMissing(state);
  return { ...bare, flannel: { ...bare.flannel, wrote: false } };
};

/** flanneld runs without --iface on a node of several adapters and has made nothing. */
export const ifaceAmbiguous: Fault = (state) => {
  const bare = nothingMade(state);
  const processes = bare.processes.map((process) => ({
    ...process,
    commandLine: process.commandLine.replace(' --iface=192.168.10.21', ''),
  }));
  return { ...bare, processes };
};

/** A subnet.env that somebody wrote, in place of flanneld's. */
function byHand(state: NodeState, file: FileState): NodeState {
  return waitingPod({ ...withFile(state, SUBNET_ENV, file), flannel: { ...state.flannel, wrote: false } });
}

function subnetText({ cluster }: NodeState, subnet: string, mtu: number): string {
  return `FLANNEL_NETWORK=${cluster.clusterCidr}\nFLANNEL_SUBNET=${subnet}\nFLANNEL_MTU=${mtu}\nFLANNEL_IPMASQ=true\n`;
}

/** flanneld runs and has its network; its file is on another drive. */
export const subnetEnvElsewhere: Fault = (state) =>
  waitingPod({ ...state, flannel: { ...state.flannel, wrote: false } });

/** Windows PowerShell wrote the file as UTF-16. */
export const subnetEnvMalformed: Fault = (state) =>
  byHand(state, {
    ...textFile(subnetText(state, '10.244.4.1/24', 1500), state.windows.boot),
    encoding: 'utf-16le',
    bom: true,
  });

/** An editor wrote the file with a byte order mark. */
export const subnetEnvBom: Fault = (state) =>
  byHand(state, { ...textFile(subnetText(state, '10.244.4.1/24', 1450), state.windows.boot), bom: true });

/** The file was missing for a while after the start; the log keeps it. */
export const subnetEnvErrorOld: Fault = (state) => {
  const error = `open /run/flannel/subnet.env: ${notFound(state)}`;
  const text = `"Error syncing pod, skipping" err="plugin type=\\"flannel\\" failed (add): loadFlannelSubnetEnv failed: ${error}"`;
  return logged(state, 'kubelet', 11_150, 'pod_workers.go:1301', text);
};

/** The file was copied from a node of another pod subnet. */
export const subnetEnvStale: Fault = (state) =>
  byHand(state, textFile(subnetText(state, '10.244.2.1/24', 1500), state.windows.boot));

/** The file was copied in part only: the plugin misses what is not there. */
export const subnetEnvCut: Fault = (state) =>
  byHand(state, textFile(subnetText(state, '10.244.4.1/24', 1450).replace(/FLANNEL_MTU=.*/s, ''), state.windows.boot));

/** The same where flannel keeps the subnets in etcd: only the network in HNS tells which one is this node's. */
export const subnetEnvStaleOfEtcd: Fault = (state) => {
  const stale = subnetEnvStale(state);
  return { ...stale, cluster: { ...stale.cluster, subnetsInEtcd: true } };
};

/** The file was written from the page's example, on an overlay. */
export const subnetEnvMtu: Fault = (state) =>
  byHand(state, textFile(subnetText(state, '10.244.4.1/24', 1500), state.windows.boot));

/** flanneld ended; the network of its last run is still there, its file is not. */
export const subnetEnvGone: Fault = (state) => waitingPod(ended(state));

/** flanneld did not start with Windows; its file is from before. */
export const subnetEnvLeftOver: Fault = (state) =>
  byHand(ended(state), textFile(subnetText(state, '10.244.4.1/24', 1500), '2026-02-20T02:31:00.000Z'));
