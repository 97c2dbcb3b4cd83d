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
