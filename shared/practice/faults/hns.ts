import { displayName } from '../answers/cim/services';
import { withRegistry, withService, without, withoutProcess, withoutService } from '../edit';
import { ethernet } from '../flavours/options';
import { shifted } from '../ids';
import type { AdapterState, NodeState } from '../state';
import { programCrash, serviceCrash, waitingPod, withEvents, type Fault } from './common';

function withoutNetworks(state: NodeState, canBeMade: boolean): NodeState {
  // Removed cleanly: the virtual switch forgets their adapters.
  const registry = Object.fromEntries(Object.entries(state.registry).filter(([path]) => !path.includes('\\NicList\\')));
  return { ...state, registry, hns: { ...state.hns, networks: [], uncreated: canBeMade ? state.hns.networks : [] } };
}

/** Addresses go back to the physical adapter when there is no virtual switch. */
function withoutVnic(state: NodeState): NodeState {
  const moved = <T extends { readonly interfaceIndex: number }>(route: T): T => ({ ...route, interfaceIndex: 4 });
  return {
    ...state,
    adapters: state.adapters.filter(({ virtual }) => !virtual),
    ips: state.ips.map((ip) => ({ ...ip, index: 4 })),
    routes: state.routes.filter(({ prefix }) => prefix === '0.0.0.0/0').map(moved),
  };
}

/** What the Containers feature brings is not there. */
function withoutHns(state: NodeState, canBeMade: boolean): NodeState {
  const drivers = without(state.drivers, 'vfpext');
  const services = withoutService(withoutService(state, 'hns'), 'vmcompute');
  return { ...withoutVnic(withoutNetworks(services, canBeMade)), drivers };
}

/** The Containers feature is off: there is no HNS at all. */
export const containersFeatureMissing: Fault = (state) => {
  const off = withoutHns(state, false);
  return waitingPod({ ...off, features: { ...off.features, Containers: 2 } });
};

/** The feature is on, but Windows has yet to restart. */
export const rebootPending: Fault = (state) => {
  const { services, drivers, adapters, ips, routes } = state;
  const off = waitingPod({ ...withoutHns(state, true), afterRestart: { services, drivers, adapters, ips, routes } });
  return withRegistry(
    off,
    'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending',
    {},
  );
};

/** The feature is on and the service is gone all the same. */
export const hnsServiceMissing: Fault = (state) =>
  waitingPod(withoutVnic(withoutNetworks(withoutService(state, 'hns'), false)));

/** HNS was stopped. */
export const hnsStopped: Fault = (state) => {
  const stopped = withService(state, 'hns', { state: 'Stopped' });
  return waitingPod({ ...stopped, hns: { ...stopped.hns, loadBalancersLost: true } });
};

/** HNS crashes whenever it starts. */
export const hnsCrashing: Fault = (state) => {
  const stopped = withService(hnsStopped(state), 'hns', { exit: 1067, broken: '0x8007042b' });
  const crashes = [1, 2, 3, 4, 5].flatMap((times) => [
    serviceCrash(state, displayName(state, 'hns'), times, 1500 - times * 120),
    programCrash(state, 'svchost.exe_hns', 'HostNetSvc.dll', 'c0000005', 1501 - times * 120),
  ]);
  return withEvents(stopped, crashes);
};

/** The CNI's network is gone from HNS. */
export const hnsNetworkMissing: Fault = (state) => waitingPod(withoutNetworks(state, true));

function vnic(state: NodeState, change: Partial<AdapterState>): NodeState {
  return {
    ...state,
    adapters: state.adapters.map((adapter) => (adapter.virtual ? { ...adapter, ...change } : adapter)),
  };
}

/** The virtual adapter of the host is down. */
export const vnicDown: Fault = (state) => vnic(state, { up: false });

/** The virtual adapter got no address of the node's network. */
export const vnicNoManagementIp: Fault = (state) => ({
  ...state,
  ips: state.ips.map((ip) => ({ ...ip, address: '169.254.33.7', prefixLength: 16 })),
});

/** The adapter has another name than the one the start script looks for. */
export const interfaceNameWrong: Fault = (state) => {
  const bare = withoutVnic(withoutNetworks(state, false));
  const named = {
    ...bare,
    adapters: bare.adapters.map((adapter) => ({ ...adapter, name: `${ethernet(state.windows.language)} 2` })),
  };
  return waitingPod(['kubelet.exe', 'kube-proxy.exe', 'flanneld.exe'].reduce(withoutProcess, named));
};

/** Nothing is wrong: only the search by the English name finds nothing. */
export const namePatternOnly: Fault = (state) => state;

/** HNS hangs: every call blocks, threads pile up. */
export const hnsTimesOut: Fault = (state) => {
  const hung = withService(state, 'hns', { threads: 1214, started: shifted(state.windows.boot, 70) });
  return waitingPod({ ...hung, hns: { ...hung.hns, hung: true } });
};

/** The shell runs without administrator rights. */
export const notElevated: Fault = (state) => ({ ...state, shell: { ...state.shell, elevated: false } });

/** The network is there, but its switch gives the host no adapter. */
export const vnicMissing: Fault = (state) => {
  const { adapters, ips, routes } = withoutVnic(state);
  return { ...state, adapters, ips, routes };
};
