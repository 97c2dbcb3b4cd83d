interface ProcessFacts {
  readonly name: string;
  readonly processId: number;
  readonly parentId: number;
  readonly path: string | null;
}

interface ServiceFacts {
  readonly state: string;
  readonly processId: number;
}

interface ParentFacts {
  readonly processes: ReadonlyArray<{ readonly processId: number; readonly parent: string | null }>;
}

/** Where the files of HostProcess containers lie: `C:\C\<id>` of older runtimes, `C:\hpc` of newer ones. */
const OF_CONTAINER = /^C:\\(?:C\\[0-9a-f]{12,}|hpc)\\/i;
const SERVICE_PARENTS: ReadonlyArray<string | null> = ['services', 'nssm', 'rke2', 'rancher-wins', 'wins'];

/** What keeps a process running; null: its parent is not known. */
export type Owner = 'service' | 'pod' | 'nobody' | null;

/** What keeps a process of the node running: a service, a HostProcess pod, or nobody. */
export function ownerOf(
  { processId, parentId, path }: ProcessFacts,
  services: ReadonlyArray<ServiceFacts | null>,
  parents: ParentFacts | undefined,
): Owner {
  if (path !== null && OF_CONTAINER.test(path)) return 'pod';
  const own = services.some(
    (service) => service !== null && service.processId !== 0 && [processId, parentId].includes(service.processId),
  );
  if (own) return 'service';
  const found = parents?.processes.find((process) => process.processId === processId);
  if (!found) return null;
  if (SERVICE_PARENTS.includes(found.parent)) return 'service';
  return found.parent === 'containerd-shim-runhcs-v1' ? 'pod' : 'nobody';
}
