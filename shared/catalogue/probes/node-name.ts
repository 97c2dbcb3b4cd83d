interface ProcessesFacts {
  readonly list: ReadonlyArray<{ readonly name: string; readonly flags: Readonly<Record<string, string>> | null }>;
}

/** The node's name in the cluster: `--hostname-override` of the kubelet, else the host's name in lower case. */
export function nodeName({ list }: ProcessesFacts, { hostName }: { readonly hostName: string }): string {
  const override = list.find(({ name }) => name === 'kubelet')?.flags?.['hostname-override'];
  return (override !== undefined && /^[A-Za-z0-9.-]+$/.test(override) ? override : hostName).toLowerCase();
}
