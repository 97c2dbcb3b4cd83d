import { lookUp } from '../../shared/engine/catalogue';
import { type Evidence, interpret, readsOf, rounds } from '../../shared/engine/evidence';
import { walkUnattended } from '../../shared/engine/unattended';
import { winnow } from '../../shared/engine/winnow';
import type { Outcome } from '../../shared/node/outcome';
import type { Answer } from '../../shared/node/read';
import { answer } from '../../shared/practice/answer';
import { bigNode } from '../../shared/practice/big';
import type { NodeState } from '../../shared/practice/state';
import { asRatio, inMs, limited, median, once, type Row, told } from './measure';

const WALK_LIMIT = 100;
const GROWTH_LIMIT = 12;
const RUNS = 15;

/** Every probe that a step of any tree looks at. */
export function wantedProbes(): readonly string[] {
  const steps = Object.values(winnow.symptoms).flatMap((symptom) => Object.values(symptom.steps));
  return [...new Set(steps.flatMap(({ probes, also }) => [...probes, ...also]))];
}

/** All trees walked without a person. */
function walkAll(evidence: Evidence): void {
  for (const symptom of Object.keys(winnow.symptoms)) {
    const { end } = walkUnattended(winnow, symptom, evidence, {}).walk;
    if (end.kind === 'asking') throw new Error(`${symptom} stopped for evidence that is missing`);
  }
}

/** All evidence of a node, and how long the probes took to make it of their answers. */
function evidenceOf(node: NodeState) {
  let evidence: Evidence = {};
  const spent: Array<{ probe: string; milliseconds: number }> = [];
  for (const round of rounds(winnow, wantedProbes(), evidence)) {
    for (const id of round) {
      const probe = lookUp(winnow.probes, id);
      const reads = readsOf(probe, evidence);
      if (reads.kind === 'could-not-check') {
        evidence = { ...evidence, [id]: reads };
        continue;
      }
      const outcomes: Record<string, Outcome<Answer>> = {};
      for (const [name, read] of Object.entries(reads.value)) outcomes[name] = answer(node, read);
      const { value, milliseconds } = once(() => interpret(probe, reads.value, outcomes, evidence));
      evidence = { ...evidence, [id]: value };
      spent.push({ probe: id, milliseconds });
    }
  }
  const all = spent.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const slowest = spent
    .toSorted((one, other) => other.milliseconds - one.milliseconds)
    .slice(0, 3)
    .map(({ probe, milliseconds }) => `${probe} ${inMs(milliseconds)}`);
  return { evidence, all, slowest: slowest.join(', ') };
}

/** Walking over a busy node, and over ten times as much. */
export function measureTrees(): readonly Row[] {
  evidenceOf(bigNode(1)); // so that both are measured warm
  const one = evidenceOf(bigNode(1));
  const ten = evidenceOf(bigNode(10));
  const walkOne = median(RUNS, () => walkAll(one.evidence));
  const walkTen = median(RUNS, () => walkAll(ten.evidence));
  return [
    limited('all trees walked over the busy node', walkOne, WALK_LIMIT, inMs),
    told('all trees walked over ten times that node', inMs(walkTen)),
    limited('ten times the node, so many times the walk', walkTen / walkOne, GROWTH_LIMIT, asRatio),
    told('answers made evidence, busy node', `${inMs(one.all)} (${one.slowest})`),
    told('answers made evidence, ten times that node', `${inMs(ten.all)} (${ten.slowest})`),
  ];
}
