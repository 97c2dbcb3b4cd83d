import { CUT } from '../../node/secrets';
import type { Plan } from '../define';
import { ownerOf } from '../probes/owner-of';
import { deletePodLine } from './pods';

/** Restarts the kubelet: a service, or a bare process with the command line that it was recorded with. */
export function kubeletRestart(
  { kubelet }: { readonly kubelet: unknown },
  processes: ReadonlyArray<Pick<ProcessFacts, 'name' | 'processId' | 'commandLine'>>,
): Plan {
  if (kubelet) return { kind: 'writes', writes: [{ kind: 'service', name: 'kubelet', action: 'restart' }] };
  const bare = processes.find(({ name }) => name === 'kubelet');
  if (!bare) return { kind: 'not-here', why: 'not-running' };
  const { processId, commandLine } = bare;
  if (commandLine === null || commandLine.includes(CUT)) return { kind: 'not-here', why: 'command-line-unknown' };
  return { kind: 'writes', writes: [{ kind: 'process', name: 'kubelet.exe', processId, commandLine }] };
}

interface ProcessFacts {
  readonly name: string;
  readonly processId: number;
  readonly parentId: number;
  readonly path: string | null;
  readonly commandLine: string | null;
}

interface PodFacts {
  readonly name: string;
  readonly hostProcess: boolean;
}

/**
 * Restarts a program that is no service: a HostProcess pod, by a line to be run elsewhere, or a bare process, with the
 * command line it was recorded with and none that was made up. Where the pods are not known, the process still tells that it
 * is in one.
 */
export function restartOf(
  program: string,
  podName: string,
  processes: readonly ProcessFacts[],
  pods: readonly PodFacts[] | undefined,
): Plan {
  const pod = pods?.find(({ hostProcess, name }) => hostProcess && name.includes(podName));
  if (pod) return { kind: 'copy', lines: [deletePodLine(pod.name)] };
  const bare = processes.find(({ name }) => name === program);
  if (!bare) return { kind: 'not-here', why: 'not-running' };
  if (ownerOf(bare, [], undefined) === 'pod') return { kind: 'not-here', why: 'pod-unknown' };
  const { processId, commandLine } = bare;
  if (commandLine === null || commandLine.includes(CUT)) return { kind: 'not-here', why: 'command-line-unknown' };
  return { kind: 'writes', writes: [{ kind: 'process', name: `${program}.exe`, processId, commandLine }] };
}
