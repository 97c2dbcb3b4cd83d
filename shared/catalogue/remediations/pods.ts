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
