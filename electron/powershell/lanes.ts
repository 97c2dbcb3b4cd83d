import type { Read } from '../../shared/node/read';
import type { Write } from '../../shared/node/write';
import type { Job, Result } from './call';
import { Lane, type LaneParts } from './lane';

export type LaneName = 'hns' | 'slow' | 'normal';

/** Programs that ask the Host Networking Service or the switch below it. */
const OF_HNS: readonly string[] = ['hnsdiag', 'vfpctrl'];

/**
 * Where a read is asked. What talks to the Host Networking Service never runs side by side and keeps nobody else
 * waiting, since that service may hang; what waits for a network or a program has another shell than what does not.
 */
export function laneOf(read: Read): LaneName {
  switch (read.kind) {
    case 'hns':
      return 'hns';
    case 'tool':
      return OF_HNS.includes(read.tool) ? 'hns' : 'slow';
    case 'tls':
    case 'connect':
    case 'dns':
    case 'events':
    case 'firewall':
    case 'updates':
      return 'slow';
    case 'shell':
    case 'cim':
    case 'registry':
    case 'file':
    case 'directory':
    case 'sockets':
    case 'certificates':
      return 'normal';
  }
}

/** Where a write is carried out. */
export function laneOfWrite(write: Write): LaneName {
  return write.kind === 'hns-delete' ? 'hns' : 'normal';
}

/** The shells of one node, side by side; each starts with its first job. */
export class Lanes {
  readonly #lanes: Readonly<Record<LaneName, Lane>>;

  constructor(parts: LaneParts) {
    this.#lanes = { hns: new Lane(parts), slow: new Lane(parts), normal: new Lane(parts) };
  }

  run(lane: LaneName, jobs: readonly Job[], take: (result: Result) => void, signal: AbortSignal): Promise<void> {
    return this.#lanes[lane].run(jobs, take, signal);
  }

  /** Ends every shell with all that it started. */
  async close(): Promise<void> {
    await Promise.all(Object.values(this.#lanes).map((lane) => lane.close()));
  }
}
