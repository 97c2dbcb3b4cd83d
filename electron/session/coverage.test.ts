import { expect, it } from 'vitest';
import { type SymptomId, symptoms } from '../../shared/catalogue/symptoms';
import type { RemediationText } from '../../shared/catalogue/texts';
import { words } from '../../shared/catalogue/words';
import { lookUp } from '../../shared/engine/catalogue';
import { everyProbe } from '../../shared/engine/testing/every-probe';
import { walkUnattended } from '../../shared/engine/unattended';
import { winnow } from '../../shared/engine/winnow';
import { answer } from '../../shared/practice/answer';
import { practiceNodes } from '../../shared/practice/nodes';
import { practiceTexts } from '../../shared/practice/texts';

/** The ways on which a tree ends: step = answer, with the cause where one is concluded. */
function leavesOf(id: SymptomId) {
  return Object.entries(symptoms[id].steps).flatMap(([step, { answers, unsure }]) =>
    [...Object.entries(answers), ['unsure', unsure] as const].flatMap(([answer, next]) =>
      next.kind === 'go' || next.kind === 'symptom' ? [] : [{ leaf: `${id}/${step}=${answer}`, next }],
    ),
  );
}

/** The practice nodes by the leaf at which the walk of their symptom really ends, be it in another symptom's tree. */
function nodesByLeaf(): ReadonlyMap<string, readonly string[]> {
  const nodes = new Map<string, string[]>();
  for (const node of practiceNodes) {
    const state = node.state();
    const evidence = everyProbe((read) => answer(state, read));
    // On a healthy node every symptom is looked for.
    for (const symptom of node.symptom === null ? Object.keys(symptoms) : [node.symptom]) {
      const last = walkUnattended(winnow, symptom, evidence, node.answers ?? {}).walk.path.at(-1);
      const leaf = `${last?.key}=${last?.given?.answer}`;
      nodes.set(leaf, [...(nodes.get(leaf) ?? []), node.id]);
    }
  }
  return nodes;
}

const reached = nodesByLeaf();

function nodesAt(leaf: string): string {
  return (
    reached
      .get(leaf)
      ?.map((id) => `\`${id}\``)
      .join(', ') ?? 'none'
  );
}

function remediationsOf(id: SymptomId, cause: string): string {
  const { remediations, byDesign } = lookUp(symptoms[id].causes, cause);
  if (byDesign === true) return 'by design: nothing is broken';
  const titles = remediations.map((remediation) => lookUp<RemediationText>(words.en.remediations, remediation).title);
  return titles.join('; ') || 'explained, nothing is run';
}

function healthyNodes(): string {
  const healthy = practiceNodes.filter(({ symptom }) => symptom === null);
  return healthy.map(({ id }) => `- \`${id}\`: ${practiceTexts.en[id]?.title ?? ''}`).join('\n');
}

function coverage(): string {
  const ids = (Object.keys(symptoms) as SymptomId[]).toSorted((a, b) =>
    symptoms[a].code.localeCompare(symptoms[b].code),
  );
  const sections = ids.map((id) => {
    const { code, anchor } = symptoms[id];
    const rows = leavesOf(id).map(({ leaf, next }) => {
      if (next.kind !== 'conclude') return `| \`${leaf}\` | | ${next.kind} | ${nodesAt(leaf)} | |`;
      const { cause, verdict } = next;
      const title = lookUp(words.en.symptoms[id].causes, cause).title;
      return `| \`${leaf}\` | ${title} (\`${cause}\`) | ${verdict} | ${nodesAt(leaf)} | ${remediationsOf(id, cause)} |`;
    });
    return [
      `## ${code} ${words.en.symptoms[id].title}`,
      `\`${id}\`, page anchor \`${anchor}\``,
      ['| leaf | cause | verdict | practice nodes | remediations |', '| --- | --- | --- | --- | --- |', ...rows].join(
        '\n',
      ),
    ].join('\n\n');
  });
  return [
    '# What the trees conclude',
    'Every leaf of every decision tree, the practice nodes whose walk ends at it, and what is offered to mend it. A leaf without a cause rules the symptom out, or leaves it unknown. Written by `npx vitest run electron/session/coverage.test.ts -u`; a test fails where it is stale.',
    ...sections,
    '## Healthy practice nodes',
    'Nothing is wrong on these: `npx winnow check --node practice:<id>` exits with 0.',
    healthyNodes(),
    '',
  ].join('\n\n');
}

it('docs/coverage.md lists every leaf of every tree as it is', async () => {
  await expect(coverage()).toMatchFileSnapshot('../../docs/coverage.md');
});

it('every leaf that says what is wrong, or that nothing is, has a practice node', () => {
  const leaves = (Object.keys(symptoms) as SymptomId[]).flatMap(leavesOf);
  const without = leaves.filter(({ leaf, next }) => next.kind !== 'unknown' && !reached.has(leaf));
  expect(without.map(({ leaf }) => leaf)).toEqual([]);
});
