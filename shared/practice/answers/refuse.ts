import { couldNotCheck, type CouldNotCheck } from '../../node/outcome';
import type { Read } from '../../node/read';
import { sameName } from '../edit';
import type { NodeState } from '../state';

/** What only administrators may ask, asked by somebody else. */
export function unlessElevated(state: NodeState): CouldNotCheck | null {
  return state.shell.elevated ? null : couldNotCheck('not-elevated', '0x80070005');
}

/** What needs more than constrained language allows. */
export function unlessFullLanguage(state: NodeState): CouldNotCheck | null {
  return state.shell.languageMode === 'FullLanguage' ? null : couldNotCheck('policy', state.shell.languageMode);
}

/** What a read asks for, beside its kind. */
function asked(read: Read): string {
  if (read.kind === 'cim') return read.class;
  if (read.kind === 'tool') return read.tool;
  if (read.kind === 'events') return read.log;
  if (read.kind === 'dns') return read.server ?? '';
  return 'path' in read ? read.path : '';
}

/** Why a read has no answer on this node, whatever it would be. */
export function ifLost(state: NodeState, read: Read): CouldNotCheck | null {
  const lost = state.lost?.find(
    ({ kind, of }) => kind === read.kind && (of === undefined || sameName(of, asked(read))),
  );
  return lost ? couldNotCheck(lost.reason, lost.detail) : null;
}
