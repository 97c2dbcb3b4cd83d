/** One row of `netsh … show excludedportrange`; only its digits and the star are read, so any language will do. */
export interface PortRange {
  readonly start: number;
  readonly end: number;
  /** Reserved by an administrator, not by a driver. */
  readonly administered: boolean;
}

export function excludedRanges(text: string): readonly PortRange[] {
  return [...text.matchAll(/^[ \t]*(\d{1,5})[ \t]+(\d{1,5})[ \t]*(\*?)[ \t]*\r?$/gm)].map(([, start, end, star]) => ({
    start: Number(start),
    end: Number(end),
    administered: star === '*',
  }));
}

/** Start and size of the dynamic port range: the two numbers that stand behind a colon, half or full width. */
export function dynamicRange(text: string): { readonly start: number; readonly count: number } | null {
  const [start, count] = [...text.matchAll(/[:\uff1a][ \t]*(\d{1,5})[ \t]*\r?$/gm)].map((match) => Number(match[1]));
  return start === undefined || count === undefined ? null : { start, count };
}

const BLOCK = 64;
const LAST_PORT = 65_535;

/** How many blocks of 64 ports in a row the dynamic range still has, between what is reserved and what is in use. */
export function freeBlocks(
  { start, count }: { readonly start: number; readonly count: number },
  reserved: readonly PortRange[],
  taken: readonly number[],
): number {
  const used = new Uint8Array(LAST_PORT + 1);
  for (const port of taken) used[port] = 1;
  for (const range of reserved) used.fill(1, range.start, range.end + 1);
  let blocks = 0;
  let run = 0;
  for (let port = start; port < start + count && port <= LAST_PORT; port++) {
    run = used[port] === 0 ? run + 1 : 0;
    if (run < BLOCK) continue;
    blocks++;
    run = 0;
  }
  return blocks;
}
