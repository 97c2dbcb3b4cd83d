import type { Plan } from '../define';

interface PodsFacts {
  readonly pods: ReadonlyArray<{
    readonly name: string;
    readonly hostProcess: boolean;
    readonly hostNetwork: boolean;
    readonly phase: string;
  }>;
}

/** The running pods with an endpoint of their own: those that lose traffic when the node's load balancers do. */
export function runningPods({ pods }: PodsFacts): readonly string[] {
  return pods
    .filter(({ hostProcess, hostNetwork, phase }) => !hostProcess && !hostNetwork && phase === 'Running')
    .map(({ name }) => name);
}

/** The line that deletes a pod (`namespace/name`), so that its controller makes it anew. */
export function deletePodLine(pod: string): string {
  const [namespace = '', name = ''] = pod.split('/');
  return `kubectl -n ${namespace} delete pod ${name}`;
}

/** Lines that delete these pods, to be run elsewhere; `none` is why it does not fit where there are none. */
export function deletePods(pods: readonly string[], none: string): Plan {
  const [first, ...rest] = pods.map(deletePodLine);
  return first === undefined ? { kind: 'not-here', why: none } : { kind: 'copy', lines: [first, ...rest] };
}
