import { lookUp } from '../../shared/engine/catalogue';
import { allProbes, checkOf } from '../../shared/engine/check';
import { type Evidence, interpret, readsOf, rounds } from '../../shared/engine/evidence';
import { walkUnattended } from '../../shared/engine/unattended';
import { propose } from '../../shared/engine/walk';
import { winnow } from '../../shared/engine/winnow';
import type { Outcome } from '../../shared/node/outcome';
import type { Answer } from '../../shared/node/read';
import { answer } from '../../shared/practice/answer';
import { bigNode } from '../../shared/practice/big';
import type { NodeState } from '../../shared/practice/state';
import { asRatio, inMs, limited, median, type Row, told } from './measure';

const JUDGE_LIMIT = 100;
const CHECK_LIMIT = 250;
const GROWTH_LIMIT = 12;
const RUNS = 7;
const TURNS = 100;

/** All trees walked without a person. */
function walkAll(evidence: Evidence): void {
  for (const symptom of Object.keys(winnow.symptoms)) {
    const { end } = walkUnattended(winnow, symptom, evidence, {}).walk;
    if (end.kind === 'asking') throw new Error(`${symptom} stopped for evidence that is missing`);
  }
}

/** Every decision of every tree over the same evidence, whether a walk would come by it or not. */
function decideAll(evidence: Evidence): { readonly steps: number; readonly decided: number } {
  const steps = Object.values(winnow.symptoms).flatMap((symptom) => Object.values(symptom.steps));
  const kinds = steps.map((step) => propose(step, evidence).kind);
  if (kinds.includes('not-asked')) throw new Error('a step has no evidence to decide on');
  return { steps: steps.length, decided: kinds.filter((kind) => kind === 'because').length };
}

/** The answers of a node to everything, by probe, and the evidence that they make. Asking is not measured. */
function askAll(node: NodeState) {
  let evidence: Evidence = {};
  const judge: Array<{ readonly id: string; readonly judge: () => Outcome<unknown> }> = [];
  for (const round of rounds(winnow, allProbes(winnow), evidence)) {
    for (const id of round) {
      const probe = lookUp(winnow.probes, id);
      const known = evidence;
      const reads = readsOf(probe, known);
      if (reads.kind === 'could-not-check') {
        evidence = { ...evidence, [id]: reads };
        continue;
      }
      const outcomes = Object.fromEntries(
        Object.entries(reads.value).map(([name, read]): [string, Outcome<Answer>] => [name, answer(node, read)]),
      );
      const interpreted = () => interpret(probe, reads.value, outcomes, known);
      evidence = { ...evidence, [id]: interpreted() };
      judge.push({ id, judge: interpreted });
    }
  }
  return { evidence, judge };
}

/** A node with its answers at hand, and what judging it costs, in milliseconds, each the median of several runs. */
function measureNode(node: NodeState) {
  const { evidence, judge } = askAll(node);
  const { steps, decided } = decideAll(evidence);
  const probes = judge
    .map(({ id, judge: work }) => ({ id, milliseconds: median(1, work) }))
    .toSorted((one, other) => other.milliseconds - one.milliseconds);
  return {
    all: median(RUNS, () => {
      for (const { judge: work } of judge) work();
      walkAll(evidence);
    }),
    check: median(RUNS, () => {
      for (const { judge: work } of judge) work();
      checkOf(winnow, evidence, {});
    }),
    walks: median(RUNS, () => walkAll(evidence)),
    // Too short for the processor's clock by itself.
    decisions:
      median(RUNS, () => {
        for (let turn = 0; turn < TURNS; turn += 1) decideAll(evidence);
      }) / TURNS,
    counted: `${judge.length} probes; ${steps} steps, of which ${decided} decided`,
    slowest: probes
      .slice(0, 3)
      .map(({ id, milliseconds }) => `${id} ${inMs(milliseconds)}`)
      .join(', '),
  };
}

/** Judging a busy node, and ten times as much. */
export function measureTrees(): readonly Row[] {
  const one = measureNode(bigNode(1));
  const ten = measureNode(bigNode(10));
  return [
    limited('busy node: all answers made evidence, and all trees walked over it', one.all, JUDGE_LIMIT, inMs),
    told('… of which the slowest probes', one.slowest),
    told('… of which the walks alone, which end where nobody is there to answer', inMs(one.walks)),
    limited('busy node: the same as one full check of everything', one.check, CHECK_LIMIT, inMs),
    limited('busy node: every decision of every tree, on the way or not', one.decisions, JUDGE_LIMIT, inMs),
    told('… of so many', one.counted),
    told('ten times that node: the same', `${inMs(ten.all)} (${ten.slowest})`),
    limited('ten times the node, so many times the judging', ten.all / one.all, GROWTH_LIMIT, asRatio),
    limited('ten times the node, so many times the full check', ten.check / one.check, GROWTH_LIMIT, asRatio),
    // Told and not judged: sets of 50,000 names no longer fit the processor's caches, so that each look takes longer.
    told('ten times that node: every decision', `${inMs(ten.decisions)}, ${asRatio(ten.decisions / one.decisions)}`),
  ];
}
