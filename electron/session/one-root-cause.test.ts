import { expect, it } from 'vitest';
import { checkOf, type CheckedCause } from '../../shared/engine/check';
import { winnow } from '../../shared/engine/winnow';
import { type PracticeNode, practiceNodes } from '../../shared/practice/nodes';
import { practiceSource } from '../../shared/practice/source';
import { nowhere } from '../journal/nowhere';
import { askEverything } from './check-node';
import { createRunner } from './runner';

/** Everything is asked, every tree is walked, and what only a person knows is answered by the node's operator. */
async function findings(node: PracticeNode): Promise<readonly CheckedCause[]> {
  const now = '2026-03-02T03:21:07.000Z';
  const runner = createRunner({
    catalogue: winnow,
    source: practiceSource(node, { now: () => now }),
    journal: nowhere,
    clock: () => new Date(now),
    wait: () => Promise.resolve(),
    newId: () => node.id,
    version: '0.0.0',
  });
  const check = checkOf(winnow, await askEverything(runner), node.answers ?? {});
  await runner.close();
  return check.findings;
}

/** Below this revision Windows Server 2019 cannot reach its own NodePorts, whatever else is wrong with the node. */
const OWN_NODE_PORTS = 1432;

const isOfTheBuild = (node: PracticeNode) => {
  const { build, ubr } = node.state().windows;
  return build === 17763 && ubr < OWN_NODE_PORTS;
};

/** Nodes on which a check names another root than the symptom's own tree: the same fault, told more exactly. */
const ROOT_ELSEWHERE: Readonly<Record<string, string>> = {
  // What is not automatic is disabled.
  'service-disabled-ja': 'kubelet-disabled',
  // The kubelet asks for a bootstrap kubeconfig since its certificate is gone.
  'bring-up-bootstrap-missing-ja': 'client-cert-link-broken',
};

it.each(practiceNodes.map((node) => [node.id, node] as const))('%s: a check names each cause once', async (_, node) => {
  const found = await findings(node);
  const second = node.cause !== 'node-port-old-build' && isOfTheBuild(node) ? ['node-port-old-build'] : [];
  const roots = found.filter(({ follows }) => !follows).map(({ cause }) => cause);
  const root = ROOT_ELSEWHERE[node.id] ?? node.cause;
  expect(roots.filter((cause) => !second.includes(cause))).toEqual(root === null ? [] : [root]);
  if (node.cause !== null) expect(found.map(({ cause }) => cause)).toContain(node.cause);
});
