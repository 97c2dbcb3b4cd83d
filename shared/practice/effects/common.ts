import { binaryFile, withFile, withoutFile, withService } from '../edit';
import { answered, couldNotCheck, type Outcome } from '../../node/outcome';
import type { FlannelState, HnsNetworkState, NodeState } from '../state';
import { mac } from '../ids';
import { podEndpointId } from '../derive/names';
import { SUBNET_ENV } from '../derive/flannel';
import { hnsRuns, usesFlannel } from '../derive/node';

/** What a write leaves behind: the node afterwards, or why it failed and changed nothing. */
export type Effect = Outcome<NodeState>;

export function done(state: NodeState): Effect {
  return answered(state);
}

/** The program tried and reported this. */
export function failed(detail: string): Effect {
  return couldNotCheck('crashed', detail);
}

export function missing(detail: string): Effect {
  return couldNotCheck('missing', detail);
}

/** The node is not as the write expects it. */
export function unfit(detail: string): Effect {
  return couldNotCheck('not-applicable', detail);
}

/** kube-proxy starts with a full synchronisation: it puts back what is its own and was lost or deleted, but no pod's endpoint. */
export function kubeProxyStarted(state: NodeState): NodeState {
  if (!hnsRuns(state)) return state;
  const ofPods = new Set(state.cluster.pods.map((pod) => podEndpointId(state, pod)));
  const deleted = state.hns.deleted.filter((id) => ofPods.has(id));
  return { ...state, hns: { ...state.hns, loadBalancersLost: false, deleted } };
}

function networkMade(state: NodeState): NodeState {
  const { uncreated, endpoints, endpointsToMake = [] } = state.hns;
  const networks = [...state.hns.networks, ...uncreated].map((network) => {
    const named = network.managementIp === null ? { ...network, managementIp: state.cluster.nodeIp } : network;
    return network.type.toLowerCase() === 'overlay' ? ofNode(state, named) : named;
  });
  const host = endpointsToMake.map((endpoint) => ({ ...endpoint, state: 2 }));
  if (host.length === 0) return { ...state, hns: { ...state.hns, networks, uncreated: [] } };
  const hns = { ...state.hns, networks, uncreated: [], endpoints: [...endpoints, ...host], endpointsToMake: [] };
  return { ...state, hns };
}

/** flanneld makes an overlay of another subnet anew, and its routes as the other nodes tell them. */
function ofNode(
  { cluster: { podCidr, services }, flannel, routes }: NodeState,
  network: HnsNetworkState,
): HnsNetworkState {
  const backends = services.flatMap((service) => service.backends);
  const remote = routes
    .filter(({ prefix }) => prefix.startsWith('10.244.'))
    .map(({ prefix, nextHop }) => {
      const node = backends.find(({ ip }) => ip.startsWith(prefix.replace(/0\/24$/, '')))?.node ?? '';
      const known = network.remote.find((route) => route.prefix === prefix && route.provider === nextHop)?.mac;
      return {
        prefix,
        provider: nextHop,
        mac: flannel.otherMacs?.[node] ?? known ?? mac(`vtep ${nextHop}`).toLowerCase(),
      };
    });
  return { ...network, prefix: podCidr, gateway: podCidr.replace(/\.0\/\d+$/, '.1'), remote };
}

/** flannel has told the cluster what its network has now. */
function told(flannel: FlannelState): FlannelState {
  const { version, otherMacs } = flannel;
  return { version, wrote: true, complaint: null, ...(otherMacs ? { otherMacs } : {}) };
}

/** The CNI's agent makes its network, and the host's endpoint on it, when it starts; flanneld writes its file as well. */
export function agentStarted(state: NodeState): NodeState {
  if (!hnsRuns(state) || (usesFlannel(state) && state.flannel.complaint !== null)) return state;
  const made = networkMade(state);
  return usesFlannel(state)
    ? { ...withoutFile(made, SUBNET_ENV), flannel: { ...told(state.flannel), wrote: true } }
    : made;
}

const HNS_DATA = 'C:\\ProgramData\\Microsoft\\Windows\\HNS\\HNS.data';

/** A fresh HNS: it answers again, and load balancers are gone until kube-proxy starts. Without its store all is gone. */
export function hnsRestarted(state: NodeState): NodeState {
  const fresh = withService({ ...state, hns: { ...state.hns, hung: false, loadBalancersLost: true } }, 'hns', {
    threads: 41,
  });
  if (HNS_DATA in state.files) return fresh;
  const { networks, uncreated, endpoints, endpointsToMake = [] } = fresh.hns;
  const hns = {
    ...fresh.hns,
    networks: [],
    uncreated: [...uncreated, ...networks],
    endpoints: [],
    endpointsToMake: [...endpointsToMake, ...endpoints.filter(({ remote }) => !remote)],
  };
  return withFile({ ...fresh, hns }, HNS_DATA, binaryFile(65_536, state.windows.trueTime));
}

/** A program that took no connections takes them again once it was restarted. */
export function heardAgain(state: NodeState, program: string): NodeState {
  const { mute, ...rest } = state;
  const left = mute?.filter((name) => name !== program) ?? [];
  return left.length === 0 ? rest : { ...rest, mute: left };
}
