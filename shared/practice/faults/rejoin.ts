import { textFile, withFile, without, withoutFile, withoutProcess, withService } from '../edit';
import { routerMac, SUBNET_ENV } from '../derive/flannel';
import { leases } from '../derive/leases';
import { ADMIN_CERTIFICATE, kubeconfig } from '../flavours/certificates';
import { nssmService, startedAt } from '../flavours/services';
import { sourceVip } from '../flavours/source-vip';
import { mac } from '../ids';
import type { HnsNetworkState, NodeState } from '../state';
import type { Fault } from './common';
import { drained } from './load-balancers';
import { withCommandLine, withNewService } from './names';

const OLD = '10.244.4.';
const NEW = '10.244.7.';
const VIP = `${OLD}2`;
const STORE = 'C:\\var\\lib\\cni\\networks\\flannel.4096';
/** Another node of the cluster. */
const OTHER_NODE = 'winnode-02';
const OTHER_SUBNET = '10.244.1.0/24';
const POD_FOLDER = 'C:\\sourcevip';

const moved = (address: string): string => address.replace(OLD, NEW);

/** The node was deleted and has joined again: it has another pod subnet, and its pods and its network are of that. */
function rejoined(state: NodeState): NodeState {
  const { cluster, hns } = state;
  const services = cluster.services.map((service) => ({
    ...service,
    backends: service.backends.map((backend) => ({ ...backend, ip: moved(backend.ip) })),
  }));
  const pods = cluster.pods.map((pod) => ({ ...pod, ip: moved(pod.ip) }));
  const networks = hns.networks.map((network) => ({
    ...network,
    prefix: moved(network.prefix),
    gateway: moved(network.gateway),
  }));
  // HNS refused an endpoint with the old source VIP.
  const endpoints = hns.endpoints.filter(({ ip }) => ip !== VIP);
  return {
    ...state,
    cluster: { ...cluster, podCidr: moved(cluster.podCidr), services, pods },
    hns: { ...hns, networks, endpoints },
  };
}

/** The script's files and host-local's lease are of the new subnet. */
function renewedVip(state: NodeState, folder: string): NodeState {
  const files = [`${STORE}\\${VIP}`, `${folder}\\sourceVip.json`, `${folder}\\sourceVipRequest.json`];
  const without = files.reduce(withoutFile, state);
  return Object.entries(sourceVip(folder, `${NEW}2`, state.cluster.podCidr)).reduce(
    (next, [path, file]) => withFile(next, path, file),
    without,
  );
}

const DIRECTORY = 'C:\\k';
const FLANNELD =
  'C:\\flannel\\flanneld.exe --kubeconfig-file=C:\\k\\config --iface=192.168.10.21 --ip-masq=1 --kube-subnet-mgr=1';
const KUBE_PROXY = `C:\\k\\kube-proxy.exe --v=4 --proxy-mode=kernelspace --hostname-override=winnode-01 --kubeconfig=C:\\k\\config --network-name=flannel.4096 --enable-dsr=true --source-vip=${VIP}`;

/** flanneld and kube-proxy are set up by scripts as services of nssm, with an administrator's kubeconfig, in place of pods. */
function asServices(state: NodeState): NodeState {
  const scripted = ['sourceVip.json', 'sourceVipRequest.json'].reduce((next, name) => {
    const file = next.files[`${POD_FOLDER}\\${name}`];
    return file === undefined
      ? next
      : withFile(withoutFile(next, `${POD_FOLDER}\\${name}`), `${DIRECTORY}\\${name}`, file);
  }, state);
  const bare = ['flanneld.exe', 'kube-proxy.exe'].reduce(withoutProcess, scripted);
  const path = `${DIRECTORY}\\config`;
  const admin = withFile(
    bare,
    path,
    kubeconfig('https://k8s-api.example.internal:6443', 'kubernetes-admin', ADMIN_CERTIFICATE, null),
  );
  const told = withCommandLine(admin, 'kubelet.exe', (line) =>
    line.replace(/--kubeconfig=\S+/, `--kubeconfig=${path}`),
  );
  const nssm = 'C:\\k\\nssm.exe';
  const flanneld = nssmService(4460, nssm, 'C:\\flannel\\flanneld.exe', FLANNELD);
  const proxy = nssmService(4612, nssm, 'C:\\k\\kube-proxy.exe', KUBE_PROXY);
  const pods = state.cluster.pods.filter(({ hostProcess }) => !hostProcess);
  const logs = { kubeProxyLog: 'C:\\k\\kubeproxy.err.log', agentLog: 'C:\\k\\flanneld.log' };
  return withNewService(
    withNewService(
      {
        ...told,
        layout: { ...told.layout, ...logs, kubeconfig: path, clientPem: null },
        cluster: { ...told.cluster, pods },
        tools: { ...told.tools, flanneld: 'C:\\flannel\\flanneld.exe' },
      },
      'flanneld',
      flanneld,
    ),
    'kubeproxy',
    proxy,
  );
}

/** kube-proxy runs bare, as the start script left it. */
function asBareProxy(state: NodeState): NodeState {
  const served = asServices(state);
  const services = without(served.services, 'kubeproxy');
  const registry = Object.fromEntries(
    Object.entries(served.registry).filter(([path]) => !path.includes('\\kubeproxy')),
  );
  const bare = {
    name: 'kube-proxy.exe',
    path: 'C:\\k\\kube-proxy.exe',
    commandLine: KUBE_PROXY,
    processId: 4816,
    parentId: 4412,
    started: startedAt(4816),
    pod: null,
  };
  return { ...served, services, registry, processes: [...served.processes, bare] };
}

/** kube-proxy's pod was started anew, and its script took the source VIP that it had kept. */
export const vipStaleInPod: Fault = rejoined;

/** kube-proxy's service has the old source VIP among its arguments. */
export const vipStaleInService: Fault = (state) => rejoined(asServices(state));

/** The bare kube-proxy runs with the old source VIP. */
export const vipStaleBare: Fault = (state) => rejoined(asBareProxy(state));

/** Nobody can ask the cluster: there is no kubectl here. The network tells of the new subnet all the same. */
export const vipStaleWithoutKubectl: Fault = (state) => {
  const stale = vipStaleInService(state);
  return { ...stale, tools: without(stale.tools, 'kubectl') };
};

/** kube-proxy was given the new source VIP by hand, but the script's file still has the old one. */
export const vipFileStale: Fault = (state) =>
  withCommandLine(rejoined(asServices(state)), 'kube-proxy.exe', (line) => line.replace(VIP, `${NEW}2`));

/** The same in kube-proxy's pod. */
export const vipFileStaleInPod: Fault = (state) =>
  withCommandLine(rejoined(state), 'kube-proxy.exe', (line) => line.replace(VIP, `${NEW}2`));

/** kube-proxy ended for want of a source VIP. */
function endedWithoutVip(state: NodeState): NodeState {
  const emptied = withCommandLine(state, 'kube-proxy.exe', (line) => line.replace(VIP, ''));
  return withService(emptied, 'kubeproxy', { state: 'Stopped', exit: 1067 });
}

/** The page's two files were removed and the start script run again: host-local refused `dummy` a second address. */
export const dummyLease: Fault = (state) => {
  const renewed = renewedVip(rejoined(asServices(state)), DIRECTORY);
  return endedWithoutVip(
    ['sourceVip.json', 'sourceVipRequest.json'].reduce(
      (next, name) => withoutFile(next, `${DIRECTORY}\\${name}`),
      renewed,
    ),
  );
};

/** The lease of the former subnet's source VIP is still there, and kube-proxy has none. */
export const dummyLeaseOutside: Fault = (state) =>
  endedWithoutVip(
    ['sourceVip.json', 'sourceVipRequest.json'].reduce(
      (next, name) => withoutFile(next, `${DIRECTORY}\\${name}`),
      rejoined(asServices(state)),
    ),
  );

/** kube-proxy was set up for an overlay without a source VIP. */
export const vipMissing: Fault = (state) => {
  const served = asServices(state);
  const files = [`${DIRECTORY}\\sourceVip.json`, `${DIRECTORY}\\sourceVipRequest.json`, `${STORE}\\${VIP}`];
  const without = files.reduce(withoutFile, served);
  return endedWithoutVip({ ...without, hns: { ...without.hns, endpoints: [] } });
};

/** The same, and another program has a lease open. */
export const vipMissingLeaseLocked: Fault = (state) => {
  const without = vipMissing(state);
  const path = Object.keys(leases(without))[0];
  if (path === undefined) throw new Error('no lease on this practice node');
  return { ...without, lost: [{ kind: 'file', of: path, reason: 'crashed', detail: '0x80070020' }] };
};

/** kube-proxy's configuration lies in its container; only what its script has kept can be seen. */
export const vipStaleUnseen: Fault = (state) =>
  withCommandLine(rejoined(state), 'kube-proxy.exe', (line) => line.replace(/ --source-vip=\S+/, ''));

/** Nothing tells which source VIP kube-proxy has: its file lies in its container, and nothing was kept on the node. */
export const vipUnknown: Fault = (state) => {
  const files = [`${POD_FOLDER}\\sourceVip.json`, `${POD_FOLDER}\\sourceVipRequest.json`, `${STORE}\\${VIP}`];
  return files.reduce(withoutFile, vipStaleUnseen(state));
};

function network(state: NodeState, change: (network: HnsNetworkState) => Partial<HnsNetworkState>): NodeState {
  const networks = state.hns.networks.map((each) => ({ ...each, ...change(each) }));
  return { ...state, hns: { ...state.hns, networks } };
}

/** flanneld has yet to make its network anew: it is of the former subnet. */
function oldNetwork(state: NodeState): NodeState {
  return network(state, ({ prefix, gateway }) => ({
    prefix: prefix.replace(NEW, OLD),
    gateway: gateway.replace(NEW, OLD),
  }));
}

/** The network is of the former subnet; flanneld is a service. */
export const networkStale: Fault = (state) => oldNetwork(renewedVip(vipFileStale(state), DIRECTORY));

/** The network is of the former subnet; flanneld is in a pod. */
export const networkStaleInPod: Fault = (state) => oldNetwork(renewedVip(vipFileStaleInPod(state), POD_FOLDER));

/** The same on a node that was drained. */
export const networkStaleDrained: Fault = (state) => drained(networkStale(state));

/** The network was made anew, and flannel never told the cluster its router's new address. */
export const routerMacStale: Fault = (state) => ({
  ...state,
  flannel: { ...state.flannel, toldMac: mac(`${state.id} former router`) },
});

/** The same where flanneld is a service. */
export const routerMacStaleInService: Fault = (state) => routerMacStale(asServices(state));

function toldByOther(state: NodeState, address: string): NodeState {
  return { ...state, flannel: { ...state.flannel, otherMacs: { [OTHER_NODE]: address } } };
}

/** The node was cloned from another one, which has the same router, and is drained again. */
export const routerMacTwice: Fault = (state) => {
  const served = asServices(state);
  const [own] = served.hns.networks.map(routerMac);
  if (own === undefined) throw new Error('no network on this practice node');
  const same = network(served, ({ remote }) => ({
    remote: remote.map((route) => (route.prefix === OTHER_SUBNET ? { ...route, mac: own } : route)),
  }));
  return toldByOther(drained(same), own);
};

/** Another node's network was made anew, and the route to it here is the one of before. */
export const remoteRouteStale: Fault = (state) => toldByOther(asServices(state), mac(`${state.id} other router`));

/** A node of the cluster is missing in the overlay's routes. */
export const remoteRouteMissing: Fault = (state) =>
  network(asServices(state), ({ remote }) => ({ remote: remote.filter(({ prefix }) => prefix !== OTHER_SUBNET) }));

/** flanneld's file is of the former subnet: it was put back from a copy. */
export const subnetEnvStale: Fault = (state) => {
  const joined = vipFileStale(state);
  const text = 'FLANNEL_NETWORK=10.244.0.0/16\nFLANNEL_SUBNET=10.244.4.1/24\nFLANNEL_MTU=1450\nFLANNEL_IPMASQ=true\n';
  const file = textFile(text, joined.windows.boot);
  return { ...withFile(renewedVip(joined, DIRECTORY), SUBNET_ENV, file), flannel: { ...joined.flannel, wrote: false } };
};
