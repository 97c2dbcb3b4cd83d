import { describe, expect, it } from 'vitest';
import { lookUp } from '../../shared/engine/catalogue';
import { winnow } from '../../shared/engine/winnow';
import type { Finding } from '../../shared/engine/walk';
import { stableText } from '../../shared/node/stable-text';
import { type PracticeNode, practiceNodes } from '../../shared/practice/nodes';
import { practiceSource } from '../../shared/practice/source';
import { inMemory } from '../journal/testing/in-memory';
import { createRunner, type Runner } from './runner';
import { walkAlone } from './walk-alone';

let sessions = 0;

function open(node: PracticeNode) {
  const source = practiceSource(node, { now: () => '2026-03-02T03:21:07.000Z' });
  const runner = createRunner({
    catalogue: winnow,
    source,
    journal: inMemory(),
    clock: () => new Date('2026-03-02T03:21:07.000Z'),
    wait: () => Promise.resolve(),
    newId: () => `session-${sessions++}`,
    version: '0.0.0',
  });
  return { source, runner };
}

/** Walks as a person would who takes every proposal and answers what the node's operator knows. */
async function diagnose(
  runner: Runner,
  symptom: string,
  answers: Readonly<Record<string, string>>,
): Promise<Finding | null> {
  expect(runner.start(symptom).kind).toBe('done');
  await walkAlone(runner, answers, null);
  const end = runner.walk()?.end;
  return end?.kind === 'finding' ? end.finding : null;
}

/** Takes the session up again, as a person does once the node has restarted. */
async function afterRestart(runner: Runner): Promise<void> {
  const id = runner.state()?.id ?? '';
  await runner.leave();
  expect(runner.resume(id).kind).toBe('done');
  expect(await runner.verifyAgain(0)).toEqual({ kind: 'done' });
}

const healthy = practiceNodes.filter(({ symptom }) => symptom === null);
const faulty = practiceNodes.flatMap((node) =>
  node.symptom !== null && Object.hasOwn(winnow.symptoms, node.symptom) ? [{ ...node, symptom: node.symptom }] : [],
);

const findings = new Map<string, Promise<Finding | null>>();

/** What is found on a node, walked once. */
function findingOn(node: (typeof faulty)[number]): Promise<Finding | null> {
  const known = findings.get(node.id) ?? diagnose(open(node).runner, node.symptom, node.answers ?? {});
  findings.set(node.id, known);
  return known;
}

/** What the node's cause offers, whichever tree concludes it. */
function remediationsOf({ symptom, cause }: { readonly symptom: string; readonly cause: string | null }) {
  const own = lookUp(winnow.symptoms, symptom);
  const tree = [own, ...Object.values(winnow.symptoms)].find(
    ({ causes }) => cause !== null && Object.hasOwn(causes, cause),
  );
  return cause === null || !tree ? [] : lookUp(tree.causes, cause).remediations;
}

describe('healthy nodes', () => {
  it.each(healthy.flatMap((node) => Object.keys(winnow.symptoms).map((symptom) => [node.id, symptom, node] as const)))(
    '%s raises no false alarm for %s',
    async (_id, symptom, node) => {
      const { runner } = open(node);
      const finding = await diagnose(runner, symptom, {});
      expect(finding?.cause ?? null).toBeNull();
      expect(runner.walk()?.end.kind).toBe('ruled-out');
      await runner.close();
    },
  );
});

describe('faulty nodes', () => {
  it.each(faulty.map((node) => [node.id, node] as const))('%s reaches its leaf', async (_id, node) => {
    expect((await findingOn(node))?.cause ?? null).toBe(node.cause);
  });

  it.each(faulty.flatMap((node) => remediationsOf(node).map((remediation) => [node.id, remediation, node] as const)))(
    '%s is mended by %s, and put back by undo',
    async (_id, remediation, node) => {
      const { runner, source } = open(node);
      await diagnose(runner, node.symptom, node.answers ?? {});
      const found = stableText(source.state());
      // Where reads are lost, it may not be seen how to mend it, nor that it is mended.
      const { lost } = source.state();
      const preview = await runner.preview(remediation);
      // What is said beside the lines stands in the texts, in the reader's language.
      if (preview.kind === 'copy') expect(preview.lines.filter((line) => line.startsWith('#'))).toEqual([]);
      if (preview.kind === 'writes') {
        const consent = { ticket: preview.ticket, nodeName: preview.risk === 'destructive' ? preview.nodeName : null };
        expect((await runner.apply(remediation, consent)).kind).toBe('done');
        if (runner.state()?.runs.at(-1)?.result === null) await afterRestart(runner);
        const run = runner.state()?.runs.at(-1);
        expect(run?.result, JSON.stringify(run?.values)).toMatch(lost ? /^(?:fixed|could-not-check)$/ : /^fixed$/);
        if (preview.irreversible.length === 0) {
          await runner.undo(run?.run ?? 0);
          expect(runner.state()?.runs.at(-1)?.status).toBe('undone');
          expect(stableText(source.state())).toBe(found);
        }
      } else expect(preview.kind, remediation).toMatch(lost ? /^(?:copy|not-here|failed)$/ : /^(?:copy|not-here)$/);
      await runner.close();
    },
  );
});

describe('the two languages of Windows', () => {
  it.each(faulty.map((node) => [node.id, node] as const))(
    '%s gives the same finding in the other language',
    async (_id, node) => {
      const one = await findingOn(node);
      const other = await diagnose(
        open({ ...node, state: () => node.otherLanguage() }).runner,
        node.symptom,
        node.answers ?? {},
      );
      expect({ cause: other?.cause, verdict: other?.verdict }).toEqual({ cause: one?.cause, verdict: one?.verdict });
    },
  );
});

it('offers no remediation that is not there', () => {
  for (const symptom of Object.values(winnow.symptoms)) {
    for (const cause of Object.values(symptom.causes))
      for (const id of cause.remediations) expect(lookUp(winnow.remediations, id).id).toBe(id);
  }
});
