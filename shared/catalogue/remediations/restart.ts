import { CUT } from '../../node/secrets';
import type { Plan } from '../define';
import { ownerOf } from '../probes/owner-of';
import { deletePodLine } from './pods';

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
