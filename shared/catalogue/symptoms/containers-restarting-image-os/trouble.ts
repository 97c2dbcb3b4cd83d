import { cite, type Citation, type EvidenceOf } from '../../define';
import type { probes } from '../../probes';

type Pods = EvidenceOf<(typeof probes)['pods-here']>;
type Events = EvidenceOf<(typeof probes)['kube-events']>;
type Logs = EvidenceOf<(typeof probes)['log-scan']>;

/** What tells of containers that do not run; each is missing where it could not be asked. */
export interface Told {
  readonly 'pods-here': Pods | undefined;
  readonly 'kube-events': Events | undefined;
  readonly 'log-scan': Logs | undefined;
}

/** Errors of a container, what comes first first. Words and codes of hcsshim and containerd, never translated. */
const KINDS = [
  ['mismatch', /0x[c8]0370101|container operating system does not match/i],
  ['manifest', /no matching manifest for windows|no match for platform in manifest/i],
  [
    'layers',
    /wrong diff id calculated on extraction|archive\/tar: invalid tar header|unmarshall? layerchain json|hcsshim::ImportLayer[^\n]{0,200}(?:0x|failed)/i,
  ],
  ['start-failed', /0x[c8]0370106|0xc0000142|0xc0000135/i],
] as const;
export type Trouble = (typeof KINDS)[number][0];

/** The pause image has a symptom of its own. */
const OF_THE_PAUSE = /failed to get sandbox image/i;

function troubleIn(text: string): Trouble | null {
  const line = text.slice(0, 4000);
  if (OF_THE_PAUSE.test(line)) return null;
  return KINDS.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
}

/** Exit codes of a process that Windows could not start: DLL initialisation failed, DLL not found, unexpected exit (HCS). */
const NOT_STARTED: ReadonlySet<number> = new Set([0xc0000142, 0xc0000135, 0xc0370106]);

function exitedAtStart(code: number | null): boolean {
  return code !== null && NOT_STARTED.has(code >>> 0);
}

const HELD = new Set(['CrashLoopBackOff', 'RunContainerError', 'CreateContainerError']);

/** Below this number of restarts nothing is said of a container that ends (domain facts S21). */
const RESTARTS = 3;

export interface Place {
  readonly pod: number;
  readonly container: number;
}

export function at({ pod, container }: Place): string {
  return `/pods/${pod}/containers/${container}`;
}

/** Places of the containers that restart or cannot start. HostProcess containers run on any Windows. */
export function troubled({ pods }: Pods): readonly Place[] {
  return pods.flatMap(({ hostProcess, containers }, pod) =>
    hostProcess
      ? []
      : containers.flatMap(({ ready, restarts, waiting, message, lastMessage }, container) => {
          const held = waiting !== null && HELD.has(waiting);
          const said = waiting !== null && (troubleIn(message ?? '') ?? troubleIn(lastMessage ?? '')) !== null;
          return !ready &&
            (said || (held && restarts >= RESTARTS) || waiting === 'RunContainerError' || restarts >= RESTARTS)
            ? [{ pod, container }]
            : [];
        }),
  );
}

/** Places of the containers that do not run now, for whatever reason. */
export function idle({ pods }: Pods): readonly Place[] {
  return pods.flatMap(({ hostProcess, containers }, pod) =>
    hostProcess
      ? []
      : containers.flatMap(({ ready, waiting, restarts }, container) =>
          !ready && (waiting !== null || restarts > 0) ? [{ pod, container }] : [],
        ),
  );
}

/** A container that ended once or twice and does not run now. */
export function fewRestarts({ pods }: Pods): Place | null {
  for (const [pod, { hostProcess, containers }] of pods.entries()) {
    const container = containers.findIndex(({ ready, restarts }) => !ready && restarts > 0 && restarts < RESTARTS);
    if (!hostProcess && container >= 0) return { pod, container };
  }
  return null;
}

export interface Said {
  readonly kind: Trouble;
  readonly citation: Citation;
}

function fromPods(pods: Pods): readonly Said[] {
  return idle(pods).flatMap((place): readonly Said[] => {
    const container = pods.pods[place.pod]?.containers[place.container];
    const kind = troubleIn(container?.message ?? '');
    if (kind) return [{ kind, citation: cite('pods-here', `${at(place)}/message`) }];
    // Between two attempts the kubelet tells only that it waits.
    const before = troubleIn(container?.lastMessage ?? '');
    if (before) return [{ kind: before, citation: cite('pods-here', `${at(place)}/lastMessage`) }];
    return exitedAtStart(container?.lastExit ?? null)
      ? [{ kind: 'start-failed', citation: cite('pods-here', `${at(place)}/lastExit`) }]
      : [];
  });
}

function fromEvents({ warnings }: Events, names: ReadonlySet<string> | null): readonly Said[] {
  return warnings.flatMap(({ pod, message }, index) => {
    const kind = names === null || names.has(pod) ? troubleIn(message) : null;
    return kind ? [{ kind, citation: cite('kube-events', `/warnings/${index}/message`) }] : [];
  });
}

/** The rule saw the whole line, of which the text is the beginning only. */
const KIND_OF_RULE: Readonly<Record<string, Trouble>> = {
  'image-mismatch': 'mismatch',
  'no-platform': 'manifest',
  'corrupt-layers': 'layers',
};

function troubleOf({ rule, text }: Logs['hits'][number]): Trouble | undefined {
  return troubleIn(text) ?? (OF_THE_PAUSE.test(text) ? undefined : KIND_OF_RULE[rule]);
}

/** Of each log the latest line counts: what came before may be long over. */
function fromLogs({ hits }: Logs): readonly Said[] {
  const latest = new Map<string, { readonly line: number; readonly said: Said }>();
  for (const [index, hit] of hits.entries()) {
    const { path, line } = hit;
    const kind = troubleOf(hit);
    if (!kind || !/kubelet|containerd/i.test(path) || (latest.get(path)?.line ?? 0) > line) continue;
    latest.set(path, { line, said: { kind, citation: cite('log-scan', `/hits/${index}/text`) } });
  }
  return [...latest.values()].map(({ said }) => said);
}

/** What is said of the containers that do not run now; logs count only while one does not. */
export function saidOf({ 'pods-here': pods, 'kube-events': events, 'log-scan': logs }: Told): readonly Said[] {
  const places = pods ? idle(pods) : null;
  if (places?.length === 0) return [];
  const names = places && pods ? new Set(places.map(({ pod }) => pods.pods[pod]?.name ?? '')) : null;
  const direct = [...(pods ? fromPods(pods) : []), ...(events ? fromEvents(events, names) : [])];
  return direct.length > 0 || places === null ? direct : logs ? fromLogs(logs) : [];
}

/** The kind that comes first. */
export function firstSaid(told: Told): Said | undefined {
  const said = saidOf(told);
  return KINDS.flatMap(([kind]) => said.find((one) => one.kind === kind) ?? [])[0];
}
