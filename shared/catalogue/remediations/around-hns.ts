import { CUT } from '../../node/secrets';
import type { Write } from '../../node/write';
import type { EvidenceOf } from '../define';
import type { probes } from '../probes';
import { ownerOf } from '../probes/owner-of';

type Services = EvidenceOf<(typeof probes)['services']>;
type Processes = EvidenceOf<(typeof probes)['processes']>;
type Parents = EvidenceOf<(typeof probes)['process-parents']>;

/** Services that hold or make HNS objects, in the order in which they have to start. */
const IN_ORDER = ['flanneld', 'CalicoNode', 'CalicoFelix', 'kubeproxy', 'kube-proxy', 'kubelet', 'rke2'] as const;
const PROGRAMS = ['flanneld', 'kube-proxy', 'kubelet'] as const;

/** What is done to HNS with everything stopped that uses it, the kubelet first; then all of it is started, the kubelet last. */
export function aroundHns(services: Services, done: readonly [Write, ...Write[]]): readonly [Write, ...Write[]] {
  const running = IN_ORDER.filter((name) => services[name]?.state === 'Running');
  const act =
    (action: 'stop' | 'restart') =>
    (name: string): Write => ({ kind: 'service', name, action });
  const [first, ...rest] = [...running.toReversed().map(act('stop')), ...done];
  // A restart starts what is stopped; unlike a start it does not promise that it can be taken back.
  return [first ?? done[0], ...rest, ...running.map(act('restart'))];
}

/** The programs of the node that run without a service and without a pod, in the order in which they have to start. */
export function bareProcesses(
  { list }: Processes,
  services: Services,
  parents: Parents | undefined,
): ReadonlyArray<{ readonly name: string; readonly processId: number; readonly commandLine: string | null }> {
  const known = IN_ORDER.map((name) => services[name]);
  return PROGRAMS.flatMap((program) =>
    list.filter((process) => process.name === program && ownerOf(process, known, parents) === 'nobody'),
  );
}

/** The restarts of bare processes by their recorded command lines; null where one of those is not known. */
export function restartsOf(processes: ReturnType<typeof bareProcesses>): readonly Write[] | null {
  const known = processes.flatMap(({ name, processId, commandLine }): Write[] =>
    commandLine === null || commandLine.includes(CUT)
      ? []
      : [{ kind: 'process', name: `${name}.exe`, processId, commandLine }],
  );
  return known.length === processes.length ? known : null;
}
