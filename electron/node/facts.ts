import type { Evidence } from '../../shared/engine/evidence';
import { NODE_PROBES } from '../../shared/ipc/node-facts';
import type { NodeSource } from '../../shared/node/source';
import { observe, unrecordedRunner } from '../session/unrecorded';

/** What the few probes observe that tell what node this is. Asked by the runner of sessions; nothing is kept. */
export async function lookAt(source: NodeSource, version: string): Promise<Evidence> {
  const runner = unrecordedRunner(source, version);
  const evidence = await observe(runner, NODE_PROBES);
  await runner.leave();
  return evidence;
}
