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
