import { cniState } from '../derive/cni';
import { editFile, withFile } from '../edit';
import type { NodeState } from '../state';
import type { Fault } from './common';

const HOST_PORT = 8088;

function config(state: NodeState): string {
  const cni = cniState(state);
  if (!cni.ok) throw new Error(cni.message);
  return cni.path;
}

/** The pod of `web` wants a port of the host; the network configuration was last changed at this moment. */
function publishing(state: NodeState, changed: string): NodeState {
  const pods = state.cluster.pods.map((pod) =>
    pod.name.startsWith('web-') ? { ...pod, hostPort: { host: HOST_PORT, container: 80 } } : pod,
  );
  const path = config(state);
  const file = state.files[path];
  const next = { ...state, cluster: { ...state.cluster, pods } };
  return file ? withFile(next, path, { ...file, modified: changed }) : next;
}

/** Before the pods were made. */
const LONG_AGO = '2026-02-01T06:00:00.000Z';
const LATELY = '2026-03-02T02:00:00.000Z';

/** All is well on the node; whether the port is reached depends on from where. */
export const hostPortPublished: Fault = (state) => publishing(state, LONG_AGO);

/** The configuration names no capabilities. */
export const portMappingsMissing: Fault = (state) =>
  editFile(publishing(state, LONG_AGO), config(state), (text) => text.replace(/\s*"capabilities": \{[^}]*\},/, ''));

/** Calico's plugin makes the pods' network; it knows nothing of the rules for ports of win-bridge. */
export const calicoPlugin: Fault = (state) =>
  editFile(publishing(state, LONG_AGO), config(state), (text) =>
    text.replace('"type": "azure-vnet"', '"type": "calico"'),
  );

/** The configuration turns port mappings off. */
export const portMappingsFalse: Fault = (state) =>
  editFile(publishing(state, LONG_AGO), config(state), (text) =>
    text.replace('"portMappings": true', '"portMappings": false'),
  );

/** The configuration names other capabilities only. */
export const portMappingsUnnamed: Fault = (state) =>
  editFile(publishing(state, LONG_AGO), config(state), (text) => text.replace(/"portMappings": true,\s*/, ''));

/** Plugins from before 0.8.6, which know nothing of host ports. */
export const cniPluginOld: Fault = (state) => ({ ...publishing(state, LONG_AGO), cniPlugins: '0.8.5' });

/** Port mappings were turned on after the pod was made. */
export const podBeforeConfig: Fault = (state) => publishing(state, LATELY);

/** A program of the node listens on the port. */
export const hostPortTaken: Fault = (state) => {
  const path = 'C:\\Program Files\\Example\\agent\\agent.exe';
  const program = { name: 'agent.exe', path, commandLine: `"${path}" --port ${HOST_PORT}` };
  const next = publishing(state, LONG_AGO);
  const foreign = [{ protocol: 'tcp' as const, port: HOST_PORT, program, processId: 6120 }];
  return { ...next, ports: { ...next.ports, foreign } };
};
