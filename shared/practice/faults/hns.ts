import { displayName } from '../answers/cim/services';
import { withRegistry, withService, without, withoutProcess, withoutService } from '../edit';
import { ethernet } from '../flavours/options';
import { shifted } from '../ids';
import type { AdapterState, NodeState } from '../state';
import { logged, programCrash, serviceCrash, waitingPod, withEvents, type Fault } from './common';

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

/** HNS hangs: every call blocks, and so many threads have piled up. */
function hangs(threads: number): Fault {
  return (state) => {
    const hung = withService(state, 'hns', { threads, started: shifted(state.windows.boot, 70) });
    return waitingPod({ ...hung, hns: { ...hung.hns, hung: true } });
  };
}

/** HNS is deadlocked. */
export const hnsTimesOut: Fault = hangs(1214);

/** HNS has begun to hang: its calls block, but few threads wait yet. */
export const hnsSilent: Fault = hangs(87);

/** HNS hangs, and the kubelet's log tells of a network plugin that was killed while it waited. */
export function killedPlugin(hung: Fault): Fault {
  return (state) => {
    const error = `plugin type=\\"azure-vnet\\" failed (add): netplugin failed with no error message: signal: killed`;
    const text = `"Error syncing pod, skipping" err="failed to setup network for sandbox: ${error}"`;
    return logged(hung(state), 'kubelet', 40, 'pod_workers.go:1301', text);
  };
}

/** The shell runs without administrator rights. */
export const notElevated: Fault = (state) => ({ ...state, shell: { ...state.shell, elevated: false } });

/** The network is there, but its switch gives the host no adapter. */
export const vnicMissing: Fault = (state) => {
  const { adapters, ips, routes } = withoutVnic(state);
  return { ...state, adapters, ips, routes };
};

/** HNS ended more than once and was started again; the network of the pods did not come back with it. */
export const hnsCameBack: Fault = (state) => {
  const lost = hnsNetworkMissing(state);
  const ends = [1, 2, 3].map((times) => serviceCrash(state, displayName(state, 'hns'), times, 2400 - times * 300));
  return withEvents(lost, ends);
};

/** The start script found no adapter of its default name for flanneld; somebody started the rest by hand. */
export const interfaceNameWrongRestStarted: Fault = (state) => {
  const given = interfaceNameWrong(state);
  return { ...given, processes: state.processes.filter(({ name }) => name !== 'flanneld.exe') };
};
