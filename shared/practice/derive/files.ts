import { binaryFile, textFile } from '../edit';
import type { FileState, NodeState } from '../state';
import { TOOLS, type ToolId } from '../../node/tools';
import { subnetEnv } from './flannel';
import { logsOf } from './logs';
import { sandboxId } from './names';
import { networkedPods, usesFlannel } from './node';

/** host-local's leases: one for each pod that ran before. */
function leases(state: NodeState): Record<string, FileState> {
  if (!usesFlannel(state)) return {};
  const folder = `C:\\var\\lib\\cni\\networks\\${state.layout.networkName}`;
  // The source VIP of the overlay is reserved under a name of its own.
  const reserved = state.hns.endpoints.filter(({ name }) => state.flavour === 'kubeadm-vxlan' && name.endsWith('_ep'));
  const dummies = reserved.map(({ ip }) => [`${folder}\\${ip}`, textFile('dummy\r\n', state.windows.boot)] as const);
  const taken = Object.fromEntries(
    networkedPods(state)
      .filter((pod) => !pod.fresh)
      .map((pod) => [`${folder}\\${pod.ip}`, textFile(`${sandboxId(pod)}\r\neth0`, pod.created)]),
  );
  return { ...Object.fromEntries(dummies), ...taken };
}

function programs(state: NodeState): Record<string, FileState> {
  const ids = Object.keys(state.tools).filter((id): id is ToolId => id in TOOLS);
  return Object.fromEntries(
    ids.flatMap((id) =>
      state.tools[id] === undefined ? [] : [[state.tools[id], binaryFile(3912704, '2026-01-15T02:00:00.000Z')]],
    ),
  );
}

/** Every file of the node: those of the state and those that follow from it. */
export function filesOf(state: NodeState): Readonly<Record<string, FileState>> {
  return { ...programs(state), ...leases(state), ...subnetEnv(state), ...logsOf(state), ...state.files };
}
