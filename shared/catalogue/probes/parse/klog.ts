/** The head of a line that klog wrote. It has no year and is in the node's own time. */
export interface KlogHead {
  readonly severity: 'I' | 'W' | 'E' | 'F';
  /** `MM-DD hh:mm:ss.ffffff`: comparable with others of its kind. */
  readonly time: string;
  /** Source file and line, as `cni.go:364`. */
  readonly source: string;
}

/** What the container runtime puts before each line of a container: time, stream, whole or part. */
const CONTAINER = /^\d{4}-\d{2}-\d{2}T\S{1,40} (?:stdout|stderr) [FP] /;
const HEAD = /^([IWEF])(\d{2})(\d{2}) (\d{2}:\d{2}:\d{2}\.\d{6})\s+\d+ ([^\s\]]{1,200}:\d+)\]/;

export function klogHead(line: string): KlogHead | null {
  const [, severity, month, day, clock, source] = HEAD.exec(line.replace(CONTAINER, '')) ?? [];
  if (!isSeverity(severity) || month === undefined || day === undefined || clock === undefined) return null;
  return { severity, time: `${month}-${day} ${clock}`, source: source ?? '' };
}

/** When a line was written, as it says itself: klog's head, else the `time="…"` of containerd; null where it does not say. */
export function lineTime(line: string): string | null {
  return klogHead(line)?.time ?? /^time="([^"]{1,64})"/.exec(line)?.[1] ?? null;
}

function isSeverity(text: string | undefined): text is KlogHead['severity'] {
  return text === 'I' || text === 'W' || text === 'E' || text === 'F';
}

const QUARTER = 15 * 60_000;
/** No zone is farther from UTC. */
const FARTHEST_ZONE = 14 * 60 * 60_000;
const YEARLESS = /^(\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})/;

/**
 * What turns the times of one log into ISO 8601 in UTC. Lines tell neither year nor zone; but the last of them was
 * written when the file was (`modified`, ISO 8601), which tells both. Null where a time cannot be told.
 */
export function logClock(modified: string, last: string | null): (time: string | null) => string | null {
  const written = Date.parse(modified);
  const year = new Date(written).getUTCFullYear();
  const local = (time: string): number => {
    const [, day = '', clock = ''] = YEARLESS.exec(time) ?? [];
    const inYear = (each: number) => Date.parse(`${each}-${day}T${clock}Z`);
    // A line of December in a file of January is one of the year before; one of January may be ahead of UTC.
    const near = [year - 1, year, year + 1].map(inYear).filter((each) => each <= written + FARTHEST_ZONE);
    return near.at(-1) ?? NaN;
  };
  const offset = last === null ? NaN : Math.round((local(last) - written) / QUARTER) * QUARTER;
  return (time) => {
    if (time === null) return null;
    const moment = YEARLESS.test(time)
      ? Math.abs(offset) <= FARTHEST_ZONE
        ? local(time) - offset
        : NaN
      : Date.parse(time);
    return Number.isNaN(moment) ? null : new Date(moment).toISOString();
  };
}
