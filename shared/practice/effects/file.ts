import { assertNever } from '../../node/outcome';
import type { Write } from '../../node/write';
import { filesOf } from '../derive/files';
import { keyOf, textFile, withFile, withoutFile } from '../edit';
import type { NodeState } from '../state';
import { done, missing, unfit, type Effect } from './common';

/** Changes one file. Times stand still: the practice clock does. */
export function applyFile(state: NodeState, { path, change }: Extract<Write, { kind: 'file' }>): Effect {
  const file = state.files[keyOf(state.files, path) ?? ''];
  if (change.kind === 'create') {
    return exists(state, path)
      ? unfit(`${path} exists`)
      : done(withFile(state, path, textFile(change.text, state.windows.trueTime)));
  }
  if (file === undefined) return missing(path);
  switch (change.kind) {
    case 'edit': {
      const found = file.text.split(change.from).length - 1;
      if (found !== 1) return unfit(`the text to replace occurs ${found} times in ${path}`);
      return done(withFile(state, path, { ...file, text: file.text.split(change.from).join(change.to) }));
    }
    case 'move':
      return exists(state, change.to)
        ? unfit(`${change.to} exists`)
        : done(withFile(withoutFile(state, path), change.to, file));
    case 'remove-created':
      return file.text === change.text ? done(withoutFile(state, path)) : unfit(`${path} is not as it was created`);
    default:
      return assertNever(change);
  }
}

function exists(state: NodeState, path: string): boolean {
  return keyOf(filesOf(state), path) !== undefined;
}
