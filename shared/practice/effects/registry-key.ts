import type { Write } from '../../node/write';
import { registryPath } from '../answers/registry';
import { inOrder, textFile, without } from '../edit';
import type { NodeState } from '../state';
import { done, missing, unfit, type Effect } from './common';

const isBelow = (path: string, key: string): boolean =>
  path.toLowerCase() === key.toLowerCase() || path.toLowerCase().startsWith(`${key.toLowerCase()}\\`);

/** Exports a key to a file and removes it. The file's form is practice's own: nothing but its import reads it. */
export function removeKey(state: NodeState, write: Extract<Write, { kind: 'registry-key' }>): Effect {
  const key = registryPath(write.path);
  const found = Object.entries(state.registry).filter(([path]) => isBelow(path, key));
  if (found.length === 0) return missing(write.path);
  const rest = Object.fromEntries(Object.entries(state.registry).filter(([path]) => !isBelow(path, key)));
  const file = textFile(JSON.stringify(Object.fromEntries(found)), state.windows.trueTime);
  return done({ ...state, registry: rest, files: { ...state.files, [write.exported]: file } });
}

/** Puts a key back from its exported file, and removes that. */
export function importKey(state: NodeState, file: string): Effect {
  const exported = state.files[file];
  if (exported === undefined) return missing(file);
  try {
    const keys = JSON.parse(exported.text) as NodeState['registry']; // as `removeKey` wrote it
    return done({ ...state, registry: inOrder({ ...state.registry, ...keys }), files: without(state.files, file) });
  } catch {
    return unfit(`${file} is no exported key`);
  }
}
