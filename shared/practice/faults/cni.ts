import { CONTAINERD_CONFIG, cniState, confDir } from '../derive/cni';
import { editFile, inOrder, textFile, withFile, withoutFile } from '../edit';
import { hex, shifted } from '../ids';
import type { NodeState } from '../state';
import { emptyFolder, waitingPod, type Fault } from './common';

function winner(state: NodeState): string {
  const cni = cniState(state);
  if (!cni.ok) throw new Error(cni.message);
  return cni.path;
}

const NAT = {
  cniVersion: '0.2.0',
  name: 'nat',
  type: 'nat',
  master: 'Ethernet',
  ipam: { subnet: '172.29.128.0/20', routes: [{ gateway: '172.29.128.1' }] },
  capabilities: { portMappings: true, dns: true },
};

/** A configuration of containerd's own installation lies before the cluster's. */
export const leftoverCniFile: Fault = (state) =>
  waitingPod(
    withFile(
      state,
      `${confDir(state)}\\0-containerd-nat.conf`,
      textFile(`${JSON.stringify(NAT, null, 4)}\r\n`, '2025-11-18T02:35:00.000Z'),
    ),
  );

/** The folder of network configurations is empty. */
export const cniConfigMissing: Fault = (state) =>
  waitingPod(emptyFolder(withoutFile(state, winner(state)), confDir(state)));

/** Windows PowerShell wrote the configuration with a byte order mark. */
export const cniConfigBom: Fault = (state) => {
  const path = winner(state);
  const file = state.files[path];
  return file === undefined ? state : waitingPod(withFile(state, path, { ...file, bom: true }));
};

/** containerd looks for configurations in another folder than the one the CNI writes to. */
export const cniConfDirWrong: Fault = (state) =>
  waitingPod(
    editFile(state, CONTAINERD_CONFIG, (text) =>
      text.replace(/conf_dir = ".*"/, 'conf_dir = "C:\\\\Program Files\\\\containerd\\\\cni\\\\conf"'),
    ),
  );

/** Leases of pods long gone fill the node's range. */
export const ipRangeExhausted: Fault = (state) => {
  const base = state.cluster.podCidr.replace(/\.0\/\d+$/, '');
  // The pod that waits has no address yet.
  const running = state.cluster.pods.filter(({ name }) => !name.startsWith('invoice-'));
  const taken = new Set([...running, ...state.hns.endpoints].map(({ ip }) => ip));
  const stale = Array.from({ length: 253 }, (_, index) => `${base}.${index + 2}`).filter((ip) => !taken.has(ip));
  const full = stale.reduce<Record<string, NodeState['files'][string]>>((files, ip, index) => {
    files[`C:\\var\\lib\\cni\\networks\\${state.layout.networkName}\\${ip}`] = textFile(
      `${hex(`stale ${ip}`, 64)}\r\neth0`,
      shifted(state.windows.trueTime, -86_400 - index * 60),
    );
    return files;
  }, {});
  return waitingPod({ ...state, files: inOrder({ ...state.files, ...full }) });
};

/** Somebody left a comma too many in the configuration. */
export const cniConfigInvalid: Fault = (state) =>
  waitingPod(editFile(state, winner(state), (text) => text.replace(/\}\s*$/, ',}')));

/** The program of the plugin that the configuration names is gone, as after a clean-up of its folder. */
export const cniPluginMissing: Fault = (state) => {
  const cni = cniState(state);
  if (!cni.ok) throw new Error(cni.message);
  return waitingPod(withoutFile(state, `${state.layout.cniBin}\\${cni.type}.exe`));
};

/** Only the configuration of containerd's own installation lies in the folder: the cluster's CNI never wrote its own. */
export const onlyNatConfig: Fault = (state) => leftoverCniFile(cniConfigMissing(state));
