import { because, cite, type Citation, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';
import { isHistory } from '../history';

type Logs = EvidenceOf<(typeof probes)['log-scan']>;
type Rule = Logs['hits'][number]['rule'];
type Events = EvidenceOf<(typeof probes)['kube-events']>;
type Pods = EvidenceOf<(typeof probes)['pods-here']>;
type Build = EvidenceOf<(typeof probes)['os-build']>;

/** What a pod's message blames, the kinds that come first first. */
const KINDS = [
  ['pause-platform', /failed to get sandbox image[^\n]{0,600}(?:no match for platform|no matching manifest)/i],
  ['os-mismatch', /0x[c8]0370101|container operating system does not match/i],
  ['platform', /no match for platform in manifest|no matching manifest for windows/i],
  [
    'layers',
    /wrong diff id calculated on extraction|archive\/tar: invalid tar header|unmarshall? layerchain json|hcsshim::ImportLayer[^\n]{0,200}(?:0x|failed)/i,
  ],
  ['registry-proxy', /proxyconnect|Proxy Authentication Required/i],
  ['registry-dns', /(?:pull|resolve reference|do request)[^\n]{0,600}no such host/i],
  ['registry-x509', /(?:pull|resolve reference|do request)[^\n]{0,600}x509:/i],
  [
    'registry-denied',
    /(?:pull|resolve reference|do request)[^\n]{0,600}(?:401 Unauthorized|403 Forbidden|authorization failed)/i,
  ],
  ['registry-limit', /429 Too Many Requests|toomanyrequests/i],
  ['registry-blocked', /(?:failed to pull|resolve reference|do request)[^\n]{0,600}(?:connectex|i\/o timeout)/i],
  ['pause', /failed to get sandbox image/i],
  ['subnet-env', /loadFlannelSubnetEnv failed|run[\\/]flannel[\\/]subnet\.env/i],
  [
    'range-exhausted',
    /failed to allocate for range \d+|no IP addresses available in range set|No available (?:IP )?addresses/i,
  ],
  ['plugin-missing', /failed to find plugin \\*"/i],
  [
    'network',
    /failed to set ?up network for sandbox|network is not ready|cni (?:config|plugin) (?:uninitialized|not initialized)/i,
  ],
  ['volume', /MountVolume\.(?:SetUp|MountDevice) failed|Unable to attach or mount volumes/i],
] as const;

/** The inner error of a pod that does not start. */
export type ErrorKind = (typeof KINDS)[number][0];

/** The kubelet's own calls to the API server fail in similar words. */
const NOT_OF_A_POD = /reflector\.go|failed to list|\/api\/v1\/|leases\//i;

/** What a message of a pod, an event or a log line blames; null where it says nothing known. */
export function errorKind(text: string): ErrorKind | null {
  const line = text.slice(0, 4000);
  if (NOT_OF_A_POD.test(line)) return null;
  return KINDS.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
}

const WAITING = new Set([
  'ContainerCreating',
  'PodInitializing',
  'ErrImagePull',
  'ImagePullBackOff',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
]);

/** Places of the pods that wait to start. */
export function waitingPods({ pods }: Pods): readonly number[] {
  return pods.flatMap(({ phase, containers }, index) => {
    const held = containers.some(({ waiting }) => waiting !== null && WAITING.has(waiting));
    return held || (phase === 'Pending' && containers.length === 0) ? [index] : [];
  });
}

interface Said {
  readonly kind: ErrorKind;
  readonly citation: Citation;
}

function said(text: string | null, probe: string, pointer: string): readonly Said[] {
  const kind = text === null ? null : errorKind(text);
  return kind ? [{ kind, citation: cite(probe, pointer) }] : [];
}

function fromPods(pods: Pods | undefined): readonly Said[] {
  if (!pods) return [];
  return waitingPods(pods).flatMap((at) =>
    (pods.pods[at]?.containers ?? []).flatMap(({ message }, container) =>
      said(message, 'pods-here', `/pods/${at}/containers/${container}/message`),
    ),
  );
}

/** Events outlive their pods: where the waiting pods are known, only theirs count. */
function fromEvents(events: Events | undefined, pods: Pods | undefined): readonly Said[] {
  const names = pods ? new Set(waitingPods(pods).map((at) => pods.pods[at]?.name)) : null;
  return (events?.warnings ?? []).flatMap(({ pod, message }, at) =>
    names === null || names.has(pod) ? said(message, 'kube-events', `/warnings/${at}/message`) : [],
  );
}

const KIND_OF_RULE: Readonly<Partial<Record<Rule, ErrorKind>>> = {
  'image-mismatch': 'os-mismatch',
  'no-platform': 'platform',
  'corrupt-layers': 'layers',
  'subnet-env': 'subnet-env',
  'range-exhausted': 'range-exhausted',
  volume: 'volume',
  'registry-dns': 'registry-dns',
  'registry-x509': 'registry-x509',
  'registry-denied': 'registry-denied',
  'registry-limit': 'registry-limit',
  'registry-proxy': 'registry-proxy',
  'sandbox-image': 'pause',
  'plugin-missing': 'plugin-missing',
  'sandbox-network': 'network',
};

/** The rule saw the whole line, the text is only its beginning: what comes first of both counts. */
function hitKind(rule: Rule, text: string): ErrorKind | undefined {
  if (rule === 'no-platform' && /failed to get sandbox image/i.test(text)) return 'pause-platform';
  const both = [errorKind(text), KIND_OF_RULE[rule]];
  return KINDS.find(([kind]) => both.includes(kind))?.[0];
}

/** Logs keep what is long over: of each file only its latest line counts, and none from before Windows started. */
function fromLogs(logs: Logs | undefined, build: Build | undefined): readonly Said[] {
  const latest = new Map<string, { readonly line: number; readonly found: Said }>();
  for (const [at, hit] of (logs?.hits ?? []).entries()) {
    const { rule, path, line, text } = hit;
    if (isHistory(hit, build) || !/kubelet|containerd/i.test(path) || NOT_OF_A_POD.test(text)) continue;
    const kind = hitKind(rule, text);
    if (!kind || (latest.get(path)?.line ?? 0) > line) continue;
    latest.set(path, { line, found: { kind, citation: cite('log-scan', `/hits/${at}/text`) } });
  }
  return [...latest.values()].map(({ found }) => found);
}

function firstByRank(list: readonly Said[]): Said | undefined {
  return KINDS.flatMap(([kind]) => list.find((one) => one.kind === kind) ?? [])[0];
}

/** The inner error that comes first, from what the cluster says of the pods, else from the node's logs. */
export function innerError(
  logs: Logs | undefined,
  events: Events | undefined,
  pods: Pods | undefined,
  build: Build | undefined,
): Decision<ErrorKind | 'none'> {
  const found = firstByRank([...fromPods(pods), ...fromEvents(events, pods)]) ?? firstByRank(fromLogs(logs, build));
  if (found) return because(found.kind, found.citation);
  if (events) return because('none', cite('kube-events', '/warnings'));
  // A line that was not read may be there.
  if (logs && logs.read.length > 0 && logs.unread.length === 0)
    return because('none', cite('log-scan', '/hits'), cite('log-scan', '/read'));
  return undecided(...(logs ? [cite('log-scan', '/read')] : []));
}
