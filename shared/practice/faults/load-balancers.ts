import { displayName } from '../answers/cim/services';
import { loadBalancersOf } from '../derive/hns';
import { withService } from '../edit';
import { shifted } from '../ids';
import type { KubeServiceState, NodeState } from '../state';
import { serviceCrash, withEvents, type Fault } from './common';

/** The NodePort of the practice cluster's `web` service. */
const NODE_PORT = 31080;

function without(state: NodeState, targets: readonly string[]): NodeState {
  return {
    ...state,
    remote: Object.fromEntries(Object.entries(state.remote).filter(([target]) => !targets.includes(target))),
  };
}

/** The node itself cannot use its NodePort: so on a Windows before August 2020, and by design on some later ones. */
export const nodePortLocalFails: Fault = (state) => without(state, [`self:${NODE_PORT}`, 'self:32207']);

/** Another program listens on the NodePort. */
export const nodePortListenerConflict: Fault = (state) => {
  const path = 'C:\\Program Files\\Example\\agent\\agent.exe';
  const program = { name: 'agent.exe', path, commandLine: `"${path}" --port ${NODE_PORT}` };
  return {
    ...state,
    ports: { ...state.ports, foreign: [{ protocol: 'tcp', port: NODE_PORT, program, processId: 6120 }] },
  };
};

/** The NodePort fails from everywhere: it is not this node. */
export const nodePortRemoteFails: Fault = (state) =>
  without(
    nodePortLocalFails(state),
    Object.keys(state.remote).filter((target) => target.endsWith(`:${NODE_PORT}`)),
  );

/** HNS restarted after kube-proxy's last synchronisation. */
export const lbMissing: Fault = (state) => {
  const restarted = withService(state, 'hns', { started: shifted(state.windows.trueTime, -1260) });
  const lost = { ...restarted, hns: { ...restarted.hns, loadBalancersLost: true } };
  return withEvents(lost, [serviceCrash(state, displayName(state, 'hns'), 1, 1320)]);
};

function withKubeService(
  state: NodeState,
  name: string,
  change: (service: KubeServiceState) => KubeServiceState,
): NodeState {
  return {
    ...state,
    cluster: {
      ...state.cluster,
      services: state.cluster.services.map((service) => (service.name === name ? change(service) : service)),
    },
  };
}

function awayFrom(state: NodeState): (service: KubeServiceState) => KubeServiceState {
  return (service) => ({
    ...service,
    backends: service.backends.filter(({ node }) => node !== state.cluster.nodeName),
  });
}

/** The last pod with an address of its own left this node. */
export const noLocalPods: Fault = (state) => {
  const pods = state.cluster.pods.filter(({ hostProcess }) => hostProcess);
  const moved = withKubeService(withKubeService(state, 'web', awayFrom(state)), 'shop', awayFrom(state));
  return nodePortLocalFails({ ...moved, cluster: { ...moved.cluster, pods } });
};

/** The node was drained: it has no pods, and serves no NodePorts, until somebody lets pods come back. */
export const drained: Fault = (state) => {
  const left = noLocalPods(state);
  return { ...left, cluster: { ...left.cluster, cordoned: true } };
};

/** The service only serves local pods, and this node has none of its. */
export const etpLocalNoBackend: Fault = (state) => {
  const pods = state.cluster.pods.filter(({ name }) => !name.startsWith('web-'));
  const local = withKubeService(state, 'web', (service) => ({ ...awayFrom(state)(service), localPolicy: true }));
  return { ...local, cluster: { ...local.cluster, pods } };
};

/** kube-proxy was stopped, and HNS has lost its load balancers since. */
export const kubeProxyStopped: Fault = (state) => {
  const stopped = withService(state, 'kubeproxy', { state: 'Stopped' });
  return { ...stopped, hns: { ...stopped.hns, loadBalancersLost: true } };
};

/** The NodePorts' load balancers were deleted, those of ClusterIPs are there. */
export const nodePortBalancersGone: Fault = (state) => {
  const gone = loadBalancersOf(state).flatMap(({ id, vip }) => (vip === null ? [id] : []));
  return { ...state, hns: { ...state.hns, deleted: [...state.hns.deleted, ...gone] } };
};

/** Every load balancer was deleted with hnsdiag, and kube-proxy takes no notice. */
export const allBalancersDeleted: Fault = (state) => {
  const gone = loadBalancersOf(state).map(({ id }) => id);
  return { ...state, hns: { ...state.hns, deleted: [...state.hns.deleted, ...gone] } };
};

/** Every Service with a NodePort serves only local pods, and the last pod left this node. */
export const etpLocalNoPods: Fault = (state) => {
  const left = noLocalPods(state);
  const local = (service: KubeServiceState) => ({ ...service, localPolicy: true });
  return withKubeService(withKubeService(left, 'web', local), 'shop', local);
};

/** Nothing is wrong: only localhost was tried, which no NodePort answers on Windows. */
export const onlyLocalhostTried: Fault = (state) => state;

/** No Service of the cluster has a NodePort. */
export const noNodePorts: Fault = (state) => {
  const services = state.cluster.services.map((service) => ({
    ...service,
    type: 'ClusterIP' as const,
    ports: service.ports.map((port) => ({ ...port, nodePort: null })),
  }));
  return { ...state, cluster: { ...state.cluster, services } };
};
