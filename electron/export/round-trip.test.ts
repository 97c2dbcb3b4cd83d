import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNSURE } from '../../shared/engine/walk';
import { lookUp } from '../../shared/engine/catalogue';
import { winnow } from '../../shared/engine/winnow';
import type { NodeSource } from '../../shared/node/source';
import { type PracticeNode, practiceNodes } from '../../shared/practice/nodes';
import { practiceSource } from '../../shared/practice/source';
import { inMemory } from '../journal/testing/in-memory';
import { bundleSource } from '../node/bundle';
import { askOn } from '../session/ask-on';
import { replay } from '../session/replay';
import { createRunner, type Runner } from '../session/runner';
import { walkAlone } from '../session/walk-alone';
import { bundleOf, unpackBundle } from './bundle';

const NOW = '2026-03-02T03:21:07.000Z';

function runnerOn(source: NodeSource): Runner {
  return createRunner({
    catalogue: winnow,
    source,
    journal: inMemory(),
    clock: () => new Date(NOW),
    wait: () => Promise.resolve(),
    newId: randomUUID,
    version: '1',
  });
}

function sessionOn(node: PracticeNode, symptom: string): Runner {
  const runner = runnerOn(practiceSource(node, { now: () => NOW }));
  expect(runner.start(symptom)).toEqual({ kind: 'done' });
  return runner;
}

/** The session on another machine: exported, opened there, and begun anew over what it recorded. */
function elsewhere(runner: Runner) {
  const opened = unpackBundle(bundleOf(runner.entries(), (hash) => runner.raw(hash)));
  if ('kind' in opened) throw new Error(`${opened.why} ${opened.detail}`);
  expect(opened.entries).toEqual(runner.entries());
  const source = bundleSource('one.zip', opened);
  const again = runnerOn(source);
  expect(again.start(source.recorded.symptom ?? '')).toEqual({ kind: 'done' });
  return { again, recorded: source.recorded };
}

/** Where a session stands, but for when it was. */
function standOf(runner: Runner) {
  const { path, end, ruledOut } = runner.walk() ?? {};
  return { end, ruledOut, path, answers: runner.state()?.answers };
}

async function expectSurvives(runner: Runner): Promise<void> {
  const { again, recorded } = elsewhere(runner);
  await replay(again, recorded);
  expect(standOf(again)).toEqual(standOf(runner));
}

const faulty = practiceNodes.flatMap((node) =>
  node.symptom !== null && Object.hasOwn(winnow.symptoms, node.symptom) ? [{ ...node, symptom: node.symptom }] : [],
);

describe('a session that is exported as a bundle comes to the same end when it is opened', () => {
  it.each(faulty.map((node) => [node.id, node] as const))('for %s', async (_id, node) => {
    const runner = sessionOn(node, node.symptom);
    await walkAlone(runner, node.answers ?? {}, null);
    const end = runner.walk()?.end;
    expect(end?.kind === 'finding' ? end.finding.cause : null).toBe(node.cause);
    await expectSurvives(runner);
  });

  it('for every symptom of a node on which nothing is wrong, walked by a machine alone as well', async () => {
    const node = practiceNodes.find(({ id }) => id === 'kubeadm-vxlan-ja');
    if (!node) throw new Error('no node');
    for (const symptom of Object.keys(winnow.symptoms)) {
      const runner = sessionOn(node, symptom);
      await walkAlone(runner, {}, null);
      await expectSurvives(runner);
      const { again, recorded } = elsewhere(runner);
      await walkAlone(again, {}, recorded);
      expect(standOf(again)).toEqual(standOf(runner));
    }
  });

  it('for a node that was mended meanwhile: what was found is what it was before the change', async () => {
    const node = faulty.find(({ id }) => id === 'containerd-stopped-en');
    if (!node) throw new Error('no node');
    const runner = sessionOn(node, node.symptom);
    await walkAlone(runner, {}, null);
    const preview = await runner.preview('start-runtime');
    if (preview.kind !== 'writes') throw new Error(preview.kind);
    await runner.apply('start-runtime', { ticket: preview.ticket, nodeName: null });
    expect(runner.state()?.runs[0]?.result).toBe('fixed');
    await expectSurvives(runner);
  });

  it('whatever its person answered, took back, stood by or asked again', async () => {
    const does = fc.constantFrom('take', 'take', 'answer', 'settle', 'back', 'again', 'unsure');
    const node = fc.constantFrom(...faulty);
    const symptom = fc.constantFrom(...Object.keys(winnow.symptoms));
    const moves = fc.array(fc.tuple(does, fc.nat(9)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(node, fc.option(symptom, { nil: null }), moves, async (on, other, wanted) => {
        const runner = sessionOn(on, other ?? on.symptom);
        for (const [move, which] of wanted) await act(runner, move, which);
        await askOn(runner);
        await expectSurvives(runner);
      }),
      { numRuns: 60 },
    );
  });
});

/** What a person does next; nothing, where it cannot be done here. */
async function act(runner: Runner, move: string, which: number): Promise<void> {
  await askOn(runner);
  const here = runner.walk()?.path.at(-1);
  if (!here) return;
  const answers = Object.keys(lookUp(lookUp(winnow.symptoms, here.symptom).steps, here.step).answers);
  const given = runner.state()?.answers ?? [];
  switch (move) {
    case 'take':
      if (here.proposal.kind === 'because') runner.answer(here.key, here.proposal.answer, 'machine');
      return;
    case 'answer':
      runner.answer(here.key, answers[which % answers.length] ?? UNSURE, 'person');
      return;
    case 'unsure':
      runner.answer(here.key, UNSURE, 'person');
      return;
    case 'settle':
      runner.settle(here.key);
      return;
    case 'back':
      runner.goBack(given[which % Math.max(given.length, 1)]?.step ?? '');
      return;
    default:
      await runner.askAgain();
  }
}
