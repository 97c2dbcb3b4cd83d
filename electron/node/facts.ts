import { randomUUID } from 'node:crypto';
import type { Evidence } from '../../shared/engine/evidence';
import { winnow } from '../../shared/engine/winnow';
import { NODE_PROBES } from '../../shared/ipc/node-facts';
import type { NodeSource } from '../../shared/node/source';
import { nowhere } from '../journal/nowhere';
import { createRunner } from '../session/runner';
import { wait } from '../session/wait';

/** What the few probes observe that tell what node this is. Asked by the runner of sessions; nothing is kept. */
export async function lookAt(source: NodeSource, version: string): Promise<Evidence> {
  const runner = createRunner({
    catalogue: winnow,
    source,
    journal: nowhere,
    clock: () => new Date(),
    wait,
    newId: randomUUID,
    version,
  });
  runner.start(Object.keys(winnow.symptoms)[0] ?? '');
  await runner.askFor(NODE_PROBES);
  const evidence = runner.state()?.evidence ?? {};
  await runner.leave();
  return evidence;
}
