import { couldNotCheck, type CouldNotCheck } from '../../node/outcome';
import type { NodeState } from '../state';

/** What only administrators may ask, asked by somebody else. */
export function unlessElevated(state: NodeState): CouldNotCheck | null {
  return state.shell.elevated ? null : couldNotCheck('not-elevated', '0x80070005');
}

/** What needs more than constrained language allows. */
export function unlessFullLanguage(state: NodeState): CouldNotCheck | null {
  return state.shell.languageMode === 'FullLanguage' ? null : couldNotCheck('policy', state.shell.languageMode);
}
