import { SUBNET_ENV, subnetEnv } from '../derive/flannel';
import { editFile, textFile, withFile } from '../edit';
import type { NodeState } from '../state';
import type { Fault } from './common';

/** Nothing answers at these targets any more. */
export function unreachable(state: NodeState, targets: (target: string) => boolean): NodeState {
  return { ...state, remote: Object.fromEntries(Object.entries(state.remote).filter(([target]) => !targets(target))) };
}

const isPod = (target: string): boolean => /^10\.(?:244|240)\./.test(target);

/** Packets between the overlays of the nodes are lost on the way: something below takes them. */
export const overlayTaken: Fault = (state) => unreachable(state, isPod);

/** The nodes themselves do not reach each other. */
export const nodesUnreachable: Fault = (state) =>
  unreachable(state, (target) => isPod(target) || target.endsWith(':10250'));

/** The cluster has Pods on this node only, so that no other Pod can be tried. */
export const podsHereOnly: Fault = (state) => {
  const { cluster } = state;
  const alone = (service: NodeState['cluster']['services'][number]) =>
    service.name === 'kubernetes'
      ? service
      : { ...service, backends: service.backends.filter(({ node }) => node === cluster.nodeName) };
  return { ...state, cluster: { ...cluster, services: cluster.services.map(alone) } };
};

const NET_CONF = 'C:\\etc\\kube-flannel\\net-conf.json';

/** flannel was set up with the port that Linux uses by default. */
export const vxlanPortMismatch: Fault = (state) =>
  overlayTaken(editFile(state, NET_CONF, (text) => text.replace(/("Port"\s*:\s*)\d+/, '$18472')));

/** flannel's network is one that Windows does not take. */
export const vniTooLow: Fault = (state) =>
  overlayTaken(editFile(state, NET_CONF, (text) => text.replace(/("VNI"\s*:\s*)\d+/, '$11')));

/** A rule of the firewall blocks the overlay, whatever another allows. */
export const overlayPortForbidden: Fault = (state) => {
  const forbids = { name: 'Hardening VXLAN', action: 0, protocol: 17, ports: '4789', profiles: 2_147_483_647 };
  return overlayTaken({ ...state, firewall: { ...state.firewall, rules: [forbids, ...state.firewall.rules] } });
};

/** The firewall has no rule for the overlay. */
export const overlayPortBlocked: Fault = (state) => {
  const { rules } = state.firewall;
  return overlayTaken({
    ...state,
    firewall: { ...state.firewall, rules: rules.filter(({ ports }) => ports !== '4789') },
  });
};

/** flannel's configuration leaves the port to each system: Linux takes 8472, Windows 4789. */
export const vxlanPortUnset: Fault = (state) =>
  overlayTaken(editFile(state, NET_CONF, (text) => text.replace(/,\s*"Port"\s*:\s*\d+/, '')));

/** The pod subnet of the other worker. */
const WORKER = '10.244.1.0/24';

type Remote = NodeState['hns']['networks'][number]['remote'];

function workerLost(state: NodeState, change: (remote: Remote) => Remote): NodeState {
  const networks = state.hns.networks.map((network) => ({ ...network, remote: change(network.remote) }));
  return unreachable({ ...state, hns: { ...state.hns, networks } }, (target) => target.startsWith('10.244.1.'));
}

/** The overlay does not know the pod subnet of one other node. */
export const remoteRouteMissing: Fault = (state) =>
  workerLost(state, (remote) => remote.filter(({ prefix }) => prefix !== WORKER));

/** The overlay sends one other node's packets to an address that this node no longer has. */
export const remoteRouteStale: Fault = (state) =>
  workerLost(state, (remote) =>
    remote.map((route) => (route.prefix === WORKER ? { ...route, provider: '192.168.10.99' } : route)),
  );

/** The adapter was set to carry less than when flanneld wrote its file. */
export const adapterMtuSmall: Fault = (state) => ({
  ...withFile(state, SUBNET_ENV, subnetEnv(state)[SUBNET_ENV] ?? textFile('', state.windows.boot)),
  flannel: { ...state.flannel, wrote: false },
  adapters: state.adapters.map((adapter) => ({ ...adapter, mtu: 1450 })),
});
