import { guid } from '../ids';
import type { BackendState, HnsEndpointState, KubeServiceState, NodeState, PodState, ServicePort } from '../state';
import { cniState } from './cni';
import { freeBlockStarts } from './ports';
import { networkedPods } from './node';
import { containerId, podEndpointId, sandboxId } from './names';
import { phaseOf } from './pods';
import { kubeProxyFlags } from './processes';
import { once } from './once';

export interface Endpoint extends HnsEndpointState {
  /** Sandbox and container of a pod. */
  readonly containers: readonly string[];
}

export interface LoadBalancer {
  readonly id: string;
  /** Null for a NodePort. */
  readonly vip: string | null;
  readonly externalPort: number;
  readonly internalPort: number;
  readonly protocol: number;
  /** The answers of its backends go straight to the client: it needs no ports of the node. */
  readonly dsr: boolean;
  readonly endpoints: readonly string[];
}

function remoteEndpointId(state: NodeState, ip: string): string {
  return guid(`${state.id} remote ${ip}`);
}

function podEndpoints(state: NodeState): readonly Endpoint[] {
  return networkedPods(state)
    .filter((pod) => phaseOf(state, pod).kind === 'running')
    .map((pod) => ({
      id: podEndpointId(state, pod),
      name: `${sandboxId(pod)}_${state.layout.networkName}`,
      network: state.layout.networkName,
      ip: pod.ip,
      state: state.runtime.kind === 'docker' ? 2 : 3,
      remote: false,
      containers: [sandboxId(pod), containerId(pod)],
    }));
}

function readyBackends(service: KubeServiceState): readonly BackendState[] {
  return service.backends.filter((backend) => backend.ready);
}

/** kube-proxy's endpoints for pods on other nodes; they come and go with its load balancers. */
function remoteEndpoints(state: NodeState): readonly Endpoint[] {
  if (state.hns.loadBalancersLost) return [];
  const backends = state.cluster.services
    .flatMap(readyBackends)
    .filter((backend) => backend.node !== state.cluster.nodeName);
  return [...new Set(backends.map((backend) => backend.ip))].map((ip) => ({
    id: remoteEndpointId(state, ip),
    name: 'Ethernet',
    network: state.layout.networkName,
    ip,
    state: 1,
    remote: true,
    containers: [],
  }));
}

/** Every endpoint that HNS has. */
export function endpointsOf(state: NodeState): readonly Endpoint[] {
  if (!state.hns.networks.some((network) => network.name === state.layout.networkName)) return [];
  const host = state.hns.endpoints.map((endpoint) => ({ ...endpoint, containers: [] }));
  return [...host, ...podEndpoints(state), ...remoteEndpoints(state)].filter(
    (endpoint) => !state.hns.deleted.includes(endpoint.id),
  );
}

/** Every load balancer that HNS has: what kube-proxy made of the cluster's services, as far as ports last. */
export function loadBalancersOf(state: NodeState): readonly LoadBalancer[] {
  return madeAndRefused(state).made.filter((balancer) => !state.hns.deleted.includes(balancer.id));
}

/** How many load balancers HNS refuses, because no block of ports is left for them. */
export function refusedBalancers(state: NodeState): number {
  return madeAndRefused(state).refused;
}

/** The first ports of the blocks that HNS holds for load balancers over TCP. */
export function heldBlocks(state: NodeState): readonly number[] {
  const count = madeAndRefused(state).made.filter(takesBlock).length;
  return count === 0 ? [] : freeBlockStarts(state).slice(0, count);
}

function takesBlock({ dsr, protocol }: LoadBalancer): boolean {
  return !dsr && protocol === 6;
}

const madeAndRefused = once((state): { readonly made: readonly LoadBalancer[]; readonly refused: number } => {
  if (state.hns.loadBalancersLost) return { made: [], refused: 0 };
  const local = new Map(podEndpoints(state).map((endpoint) => [endpoint.ip, endpoint.id]));
  const wanted = state.cluster.services.flatMap((service) => ofService(state, service, local));
  const takers = wanted.filter(takesBlock);
  if (takers.length === 0) return { made: wanted, refused: 0 };
  const kept = new Set(takers.slice(0, freeBlockStarts(state).length));
  return {
    made: wanted.filter((balancer) => !takesBlock(balancer) || kept.has(balancer)),
    refused: takers.length - kept.size,
  };
});

function ofService(
  state: NodeState,
  service: KubeServiceState,
  local: ReadonlyMap<string, string>,
): readonly LoadBalancer[] {
  const ready = readyBackends(service);
  const idOf = ({ ip, node }: BackendState): string =>
    node === state.cluster.nodeName ? (local.get(ip) ?? remoteEndpointId(state, ip)) : remoteEndpointId(state, ip);
  const all = ready.map(idOf);
  const here = service.localPolicy ? ready.filter(({ node }) => node === state.cluster.nodeName).map(idOf) : all;
  return service.ports.flatMap((port) => [
    ...(all.length > 0 ? [balancer(state, service, port, service.clusterIp, all)] : []),
    ...(port.nodePort !== null && here.length > 0 ? [balancer(state, service, port, null, here)] : []),
  ]);
}

/** What kube-proxy was told; DSR came to Windows Server 2019 with an update (17763.1432). */
function usesDsr(state: NodeState): boolean {
  const { build, ubr } = state.windows;
  return /--enable-dsr(?:=true)?(?=\s|$)/.test(kubeProxyFlags(state)) && (build > 17763 || ubr >= 1432);
}

function balancer(
  state: NodeState,
  service: KubeServiceState,
  port: ServicePort,
  vip: string | null,
  endpoints: readonly string[],
): LoadBalancer {
  const external = vip === null ? (port.nodePort ?? 0) : port.port;
  return {
    id: guid(`${state.id} balancer ${service.namespace}/${service.name} ${vip ?? 'node'} ${external} ${port.protocol}`),
    vip,
    externalPort: external,
    internalPort: port.targetPort,
    protocol: port.protocol === 'TCP' ? 6 : 17,
    dsr: usesDsr(state) && (vip !== null || service.localPolicy),
    endpoints,
  };
}

/** The first release of the CNI plugins that knows of host ports. */
const PLUGINS_WITH_HOST_PORTS = '0.8.6';

/** The ports of the host that the CNI plugin mapped when it made the endpoint of a pod. */
export function portMappingsOf(state: NodeState, { id }: Endpoint): ReadonlyArray<NonNullable<PodState['hostPort']>> {
  const pod = state.cluster.pods.find((each) => podEndpointId(state, each) === id);
  const cni = cniState(state);
  const file = cni.ok ? state.files[cni.path] : undefined;
  if (!pod?.hostPort || !file || (state.cniPlugins ?? '1') < PLUGINS_WITH_HOST_PORTS) return [];
  return /"portMappings"\s*:\s*true/.test(file.text) && file.modified < pod.created ? [pod.hostPort] : [];
}
