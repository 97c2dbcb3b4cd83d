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

/** The ways on which a tree concludes a cause: step = answer, and how certain that is. */
function leavesOf(id: SymptomId) {
  return Object.entries(symptoms[id].steps).flatMap(([step, { answers, unsure }]) =>
    [...Object.entries(answers), ['unsure', unsure] as const].flatMap(([answer, next]) =>
      next.kind === 'conclude' ? [{ leaf: `${id}/${step}=${answer}`, cause: next.cause, verdict: next.verdict }] : [],
    ),
  );
}

/** The practice nodes by the leaf at which the walk of their symptom really ends, be it in another symptom's tree. */
function nodesByLeaf(): ReadonlyMap<string, readonly string[]> {
  const nodes = new Map<string, string[]>();
  for (const node of practiceNodes) {
    if (node.symptom === null) continue;
    const state = node.state();
    const evidence = everyProbe((read) => answer(state, read));
    const last = walkUnattended(winnow, node.symptom, evidence, node.answers ?? {}).walk.path.at(-1);
    const leaf = `${last?.key}=${last?.given?.answer}`;
    nodes.set(leaf, [...(nodes.get(leaf) ?? []), node.id]);
  }
  return nodes;
}

const reached = nodesByLeaf();

/** The leaves that no practice node reaches, and why none can. */
const WITHOUT_NODE: Readonly<Record<string, string>> = {
  'missing-subnet-env/subnet=differs': 'no practice node has been made',
  'vsphere-4789/fabric=unsure': 'no practice node has been made',
  'vsphere-4789/other-fabric=overlay': 'no practice node has been made',
  'vsphere-4789/other-fabric=security-group': 'no practice node has been made',
  'vsphere-4789/other-fabric=unsure': 'no practice node has been made',
  'no-network-adapter/restart-due=unsure': 'no practice node has been made',
  'no-network-adapter/stopped-why=unsure': 'no practice node has been made',
  'no-network-adapter/hns-crashes=crashed': 'no practice node has been made',
  'no-network-adapter/script-default=default': 'no practice node has been made',
  'no-network-adapter/creator=unsure': 'no practice node has been made',
  'still-problems-generic/spoofing=unsure': 'no practice node has been made',
  'still-problems-generic/complaint=refused': 'no practice node has been made',
  'still-problems-generic/complaint-unconfirmed=refused': 'no practice node has been made',
  'still-problems-generic/complaint-unconfirmed=only-ping': 'no practice node has been made',
  'still-problems-generic/filters=unsure': 'no practice node has been made',
  'container-creating/runtime-exit=no-pipe': 'no practice node has been made',
  'container-creating/intended-cni=other': 'no practice node has been made',
  'container-creating/inner-error=plugin-missing': 'no practice node has been made',
  'container-creating/hns-network=hung': 'no practice node has been made',
  'container-creating/hns-network=silent': 'no practice node has been made',
  'container-creating/hns=silent': 'no practice node has been made',
  'container-creating/registry-path=proxy': 'no practice node has been made',
  'containers-restarting-image-os/start-builds=differs': 'no practice node has been made',
  'api-server-connect/clock=small': 'no practice node has been made',
  'api-server-connect/inspecting-proxy=there': 'no practice node has been made',
  'api-server-connect/issuer=untrusted': 'no practice node has been made',
  'api-server-connect/client-certificate=expired-by-own-clock': 'no practice node has been made',
};

function nodesAt(leaf: string): string {
  const nodes = reached.get(leaf);
  return nodes?.map((id) => `\`${id}\``).join(', ') ?? `none: ${WITHOUT_NODE[leaf]}`;
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
    const rows = leavesOf(id).map(({ leaf, cause, verdict }) => {
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
    'Every leaf of every decision tree, the practice nodes whose walk ends at it, and what is offered to mend it. Written by `npx vitest run electron/session/coverage.test.ts -u`; a test fails where it is stale.',
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

it('every leaf has a practice node, or a reason why it cannot have one', () => {
  const leaves = (Object.keys(symptoms) as SymptomId[]).flatMap(leavesOf).map(({ leaf }) => leaf);
  const without = leaves.filter((leaf) => !reached.has(leaf));
  expect(without.toSorted()).toEqual(Object.keys(WITHOUT_NODE).toSorted());
});
