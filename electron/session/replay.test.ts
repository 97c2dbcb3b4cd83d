import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { winnow } from '../../shared/engine/winnow';
import type { NodeSource } from '../../shared/node/source';
import { practiceNode } from '../../shared/practice/nodes';
import { practiceSource } from '../../shared/practice/source';
import { nowhere } from '../journal/nowhere';
import { askOn } from './ask-on';
import { replay } from './replay';
import { createRunner, type Runner } from './runner';

const NOW = '2026-03-02T03:21:07.000Z';

function runnerOn(id: string): Runner {
  const node = practiceNode(id);
  if (!node) throw new Error(id);
  const source: NodeSource = practiceSource(node, { now: () => NOW });
  const parts = {
    catalogue: winnow,
    source,
    journal: nowhere,
    clock: () => new Date(NOW),
    wait: () => Promise.resolve(),
    version: '0.0.0',
  };
  const runner = createRunner({ ...parts, newId: randomUUID });
  runner.start('container-creating');
  return runner;
}

async function answered(id: string, ...answers: ReadonlyArray<readonly [string, string, 'machine' | 'person']>) {
  const runner = runnerOn(id);
  for (const [step, answer, by] of answers) {
    await askOn(runner);
    expect(runner.answer(step, answer, by)).toEqual({ kind: 'done' });
  }
  await askOn(runner);
  const state = runner.state();
  if (!state) throw new Error('no session');
  return state;
}

it('comes to the same finding as the recorded session', async () => {
  const recorded = await answered('containerd-stopped-en', [
    'container-creating/runtime-service',
    'stopped',
    'machine',
  ]);
  const again = runnerOn('containerd-stopped-en');
  await replay(again, recorded);
  expect(again.walk()?.end).toMatchObject({ kind: 'finding', finding: { cause: 'containerd-stopped' } });
});

it('stops where the recorded session left a question open', async () => {
  const recorded = await answered('containerd-stopped-en');
  const again = runnerOn('containerd-stopped-en');
  await replay(again, recorded);
  expect(again.walk()?.end).toMatchObject({ kind: 'question' });
});

it('does not take over what the machine said of a node that is another one now', async () => {
  const recorded = await answered('containerd-stopped-en', [
    'container-creating/runtime-service',
    'stopped',
    'machine',
  ]);
  const again = runnerOn('kubelet-stopped-ja');
  await replay(again, recorded);
  expect(again.state()?.answers).toEqual([]);
});

it('takes over what a person said, with the contradiction that is in it', async () => {
  const recorded = await answered('containerd-stopped-en', ['container-creating/runtime-service', 'runs', 'person']);
  const again = runnerOn('containerd-stopped-en');
  await replay(again, recorded);
  expect(again.walk()?.end).toMatchObject({ kind: 'contradiction' });
});
