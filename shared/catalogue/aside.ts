import type { Write } from '../node/write';

/** Where files are put that must no longer be found: outside of every place in which a program looks. */
export const ASIDE = 'C:\\ProgramData\\Winnow\\aside';

/** Moves a file into a folder below {@link ASIDE}, under its name and the time of its last change. */
export function movedAside(path: string, folder: string, modified: string): Extract<Write, { kind: 'file' }> {
  const to = `${ASIDE}\\${folder}\\${path.split('\\').at(-1) ?? ''}-${modified.replaceAll(/\D/g, '')}`;
  return { kind: 'file', path, change: { kind: 'move', to } };
}
