import { binaryFile } from '../edit';
import type { FileState, NodeState } from '../state';
import { TOOLS, type ToolId } from '../../node/tools';
import { subnetEnv } from './flannel';
import { leases } from './leases';
import { logsOf } from './logs';
import { once } from './once';

function programs(state: NodeState): Record<string, FileState> {
  const ids = Object.keys(state.tools).filter((id): id is ToolId => id in TOOLS);
  return Object.fromEntries(
    ids.flatMap((id) =>
      state.tools[id] === undefined ? [] : [[state.tools[id], binaryFile(3912704, '2026-01-15T02:00:00.000Z')]],
    ),
  );
}

/** Every file of the node: those of the state and those that follow from it. */
export const filesOf = once((state): Readonly<Record<string, FileState>> => ({
  ...programs(state),
  ...leases(state),
  ...subnetEnv(state),
  ...logsOf(state),
  ...state.files,
}));
