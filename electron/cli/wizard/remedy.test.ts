import { afterEach, expect, it } from 'vitest';
import { fakeNode } from '../../session/fake';
import { Place, toFinding } from '../../session/fake-session';
import { type Move, scripted } from '../testing/scripted';
import { sayIn } from '../texts';
import { wordsIn } from '../words';
import { remedyWith } from './remedy';

const place = new Place();
afterEach(() => place.remove());

/** A finding with a remediation that destroys something, and a person who is asked for consent to it. */
async function destroying(...moves: readonly Move[]) {
  const runner = place.runnerOn(fakeNode());
  await toFinding(runner);
  const person = scripted(moves);
  const t = sayIn('en');
  const io = { now: () => new Date('2026-03-02T03:21:07Z') };
  await remedyWith(
    { io, t, language: 'en', zone: 'UTC', prompts: person.prompts, runner, words: wordsIn('en', t) },
    'spell',
  );
  return { seen: person.seen(), left: person.left(), runs: runner.state()?.runs ?? [] };
}

it('what destroys something is asked for by the name of the node, again where it was mistyped', async () => {
  const { seen, left, runs } = await destroying('some-other-node', 'practice:fake');
  expect(seen).toContain('Destructive');
  expect(seen).toContain("Type the node's name (practice:fake)");
  expect(seen).toContain("The name is not the node's. Nothing was changed.");
  expect({ left, consents: runs.map(({ consent }) => consent.nodeName) }).toEqual({
    left: [],
    consents: ['practice:fake'],
  });
});

it.each([[null], ['']])('and is not begun where the name is not typed (%j)', async (typed) => {
  const { seen, runs } = await destroying(typed);
  expect(seen).toContain('Nothing was changed.');
  expect(runs).toEqual([]);
});

it('one that stops says what was done and what was not', async () => {
  const { seen } = await destroying('practice:fake');
  expect(seen).toContain('It stopped before its end.');
  expect(seen).toContain('# not done');
});
