import { podEndpointId } from '../derive/names';
import { networkedPods } from '../derive/node';
import { inOrder, sameName, withRegistry, withoutProcess } from '../edit';
import { service } from '../flavours/services';
import { serviceRegistry } from '../flavours/registry';
import { shifted } from '../ids';
import type { NodeState, ServiceState } from '../state';
import type { Fault } from './common';
import { lbMissing } from './load-balancers';

const SERVICES = 'SYSTEM\\CurrentControlSet\\Services';

/** The command line of a program, as a service or as a process, after a change. */
export function withCommandLine(state: NodeState, program: string, change: (commandLine: string) => string): NodeState {
  const processes = state.processes.map((process) =>
    sameName(process.name, program) ? { ...process, commandLine: change(process.commandLine) } : process,
  );
  const owner = Object.entries(state.services).find(([, each]) => sameName(each.program.name, program));
  if (owner === undefined) return { ...state, processes };
  const [name, { nssm }] = owner;
  const path = nssm ? `${SERVICES}\\${name}\\Parameters` : `${SERVICES}\\${name}`;
  const key = nssm ? 'AppParameters' : 'ImagePath';
  const before = state.registry[path]?.[key];
  if (typeof before !== 'string') throw new Error(`no arguments of ${name} on this practice node`);
  return withRegistry({ ...state, processes }, path, { ...state.registry[path], [key]: change(before) });
}

/** A service that was not there, with its place in the registry. */
export function withNewService(state: NodeState, name: string, added: ServiceState): NodeState {
  const registry = Object.entries(serviceRegistry({ [name]: added }));
  return registry.reduce<NodeState>((next, [path, values]) => withRegistry(next, path, values), {
    ...state,
    services: inOrder({ ...state.services, [name]: added }),
  });
}

/** The endpoints of the pods that run here are gone. */
function withoutPodEndpoints(state: NodeState): NodeState {
  const ids = networkedPods(state).map((pod) => podEndpointId(state, pod));
  return { ...state, hns: { ...state.hns, deleted: ids } };
}

function withHostName(state: NodeState, hostname: string): NodeState {
  return { ...state, windows: { ...state.windows, hostname } };
}

const without = (commandLine: string): string => commandLine.replace(/ ?--hostname-override=\S+/, '');

/** kube-proxy is told another name than the cluster knows. */
export function overrideIs(name: string): Fault {
  return (state) =>
    withoutPodEndpoints(
      withCommandLine(state, 'kube-proxy.exe', (line) => `${without(line)} --hostname-override=${name}`),
    );
}

/** kube-proxy is told the node's name in capital letters. */
export const overrideCase: Fault = (state) =>
  withCommandLine(
    state,
    'kube-proxy.exe',
    (line) => `${without(line)} --hostname-override=${state.cluster.nodeName.toUpperCase()}`,
  );

/** kube-proxy is told no name, and the host has one of its own. */
export const overrideMissing: Fault = (state) =>
  withoutPodEndpoints(withHostName(withCommandLine(state, 'kube-proxy.exe', without), 'WIN-4T7QK2M9C1D'));

/** The node goes by another name everywhere: in the cluster, on the host and in the kubelet's arguments. */
export function withNodeName(state: NodeState, name: string): NodeState {
  const { nodeName } = state.cluster;
  const services = state.cluster.services.map((each) => ({
    ...each,
    backends: each.backends.map((backend) => (backend.node === nodeName ? { ...backend, node: name } : backend)),
  }));
  const renamed = withHostName({ ...state, cluster: { ...state.cluster, nodeName: name, services } }, name);
  const told = (line: string): string => line.replace(`--hostname-override=${nodeName}`, `--hostname-override=${name}`);
  return withCommandLine(withCommandLine(renamed, 'kubelet.exe', told), 'kube-proxy.exe', told);
}

/** The node has a name of more than 15 characters, of which kube-proxy got what COMPUTERNAME holds. */
export const overrideTruncated: Fault = (state) =>
  overrideIs('WINNODE-DATACEN')(withNodeName(state, 'winnode-datacenter-01'));

/** kube-proxy as a service of its own, without nssm, in place of the bare process. */
export function asNativeService(fault: Fault): Fault {
  return (state) => {
    const before = state.processes.find(({ name }) => sameName(name, 'kube-proxy.exe'));
    if (before === undefined) throw new Error('no bare kube-proxy on this practice node');
    const native = service(4816, before.path, `${before.commandLine} --windows-service`);
    return fault(withNewService(withoutProcess(state, 'kube-proxy.exe'), 'kube-proxy', native));
  };
}

/** Somebody ran the page's command in a shell: a second kube-proxy that knows nothing. */
export const secondBareKubeProxy: Fault = (state) => {
  const path = 'C:\\k\\kube-proxy.exe';
  const second = {
    name: 'kube-proxy.exe',
    path,
    commandLine: `${path} --hostname-override=${state.windows.hostname}`,
    processId: 7284,
    parentId: 7012,
    started: shifted(state.windows.trueTime, -1500),
    pod: null,
    session: 2,
  };
  return withoutPodEndpoints({ ...state, processes: [...state.processes, second] });
};

/** kube-proxy was registered as a service although the DaemonSet brings one. */
export const kubeProxyInstalledTwice: Fault = (state) => {
  const path = 'C:\\k\\kube-proxy.exe';
  const line = `${path} --windows-service --kubeconfig=C:\\etc\\kubernetes\\kube-proxy.conf --proxy-mode=kernelspace --hostname-override=${state.cluster.nodeName}`;
  return withNewService(state, 'kube-proxy', service(6040, path, line));
};

/** HNS ended, and with it the endpoints of the pods that ran. */
export const endpointsLostWithHns: Fault = (state) => withoutPodEndpoints(lbMissing(state));

/** The same where kube-proxy takes its name from a file in its container. */
export const endpointsLostNameUnseen: Fault = (state) =>
  withCommandLine(endpointsLostWithHns(state), 'kube-proxy.exe', without);
