/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** What it must not exceed; null where it is only told. */
  readonly limit: string | null;
  readonly holds: boolean;
}

/** A value with its limit. */
export function limited(what: string, value: number, limit: number, write: (value: number) => string): Row {
  return { what, measured: write(value), limit: write(limit), holds: value <= limit };
}

/** A value that is told and not judged. */
export function told(what: string, measured: string): Row {
  return { what, measured, limit: null, holds: true };
}

/**
 * Milliseconds of processor time that work takes on this thread. On a quiet machine that is the time one waits for it;
 * on a busy one it leaves out what others took.
 */
export function busyFor(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  return inMilliseconds(process.threadCpuUsage(before));
}

/** Processor time in milliseconds; Node counts it in microseconds. */
export function inMilliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

/** The median of several runs, in milliseconds, after one that is not counted. */
export function median(runs: number, work: () => unknown): number {
  work();
  return middle(Array.from({ length: runs }, () => busyFor(work)));
}

/** The value in the middle. */
export function middle(values: readonly number[]): number {
  const value = values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
  if (value === undefined) throw new Error('there is nothing in the middle of nothing');
  return value;
}

export const inMs = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const inKb = (value: number): string => `${(value / 1000).toFixed(1)} kB`;
export const inMb = (value: number): string => `${(value / 1_000_000).toFixed(1)} MB`;
export const asRatio = (value: number): string => `× ${value.toFixed(1)}`;

/** The rows as a Markdown table. */
export function markdown(rows: readonly Row[]): string {
  const verdict = ({ limit, holds }: Row): string => (limit === null ? '' : holds ? 'holds' : '**BROKEN**');
  const lines = rows.map((row) => `| ${row.what} | ${row.measured} | ${row.limit ?? ''} | ${verdict(row)} |`);
  return ['| what | measured | limit | |', '|---|---|---|---|', ...lines].join('\n');
}
