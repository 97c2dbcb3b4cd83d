interface PodsFacts {
  readonly pods: ReadonlyArray<{
    readonly name: string;
    readonly phase: string;
    readonly ip: string | null;
    readonly hostProcess: boolean;
    readonly hostNetwork: boolean;
  }>;
}

interface EndpointsFacts {
  readonly endpoints: ReadonlyArray<{ readonly ip: string; readonly remote: boolean }>;
}

/** Places of the running pods whose address no endpoint of this node has any more. */
export function lostEndpoints({ pods }: PodsFacts, { endpoints }: EndpointsFacts): readonly number[] {
  const held = new Set(endpoints.filter(({ remote }) => !remote).map(({ ip }) => ip));
  return pods.flatMap(({ phase, ip, hostProcess, hostNetwork }, index) =>
    phase === 'Running' && ip !== null && !hostProcess && !hostNetwork && !held.has(ip) ? [index] : [],
  );
}
