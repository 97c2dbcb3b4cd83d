import type { NodeState } from '../../state';

/** What a program left behind when it ended. */
export interface Printed {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program of a practice node; one that never ends `hangs`. */
export type Tool = (state: NodeState, args: readonly string[]) => Printed | 'hangs';

export function prints(stdout: string): Printed {
  return { exit: 0, stdout, stderr: '' };
}

export function fails(stderr: string, exit = 1): Printed {
  return { exit, stdout: '', stderr: `${stderr}\n` };
}

/** JSON as Go's programs print it. */
export function printsJson(value: unknown): Printed {
  return prints(`${JSON.stringify(value, null, 4)}\n`);
}
