import { guid } from '../ids';
import type { BackendState, HnsEndpointState, KubeServiceState, NodeState, ServicePort } from '../state';
import { networkedPods } from './node';
import { containerId, podEndpointId, sandboxId } from './names';
import { phaseOf } from './pods';

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

/** Every load balancer that HNS has: what kube-proxy made of the cluster's services. */
export function loadBalancersOf(state: NodeState): readonly LoadBalancer[] {
  if (state.hns.loadBalancersLost) return [];
  const local = new Map(podEndpoints(state).map((endpoint) => [endpoint.ip, endpoint.id]));
  return state.cluster.services
    .flatMap((service) => ofService(state, service, local))
    .filter((balancer) => !state.hns.deleted.includes(balancer.id));
}

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
    endpoints,
  };
}
