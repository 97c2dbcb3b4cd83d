import type { Citation } from '../../shared/catalogue/define';
import { citedValue, type Evidence } from '../../shared/engine/evidence';
import { type Finding, type RuledOut, UNSURE, type Walk } from '../../shared/engine/walk';
import { notChecked } from '../../shared/ipc/view-of';
import { EXIT, type Exit } from './io';
import type { Check, Cited, Diagnosis } from './shapes';

/** A walk as `diagnose` prints it. */
export function diagnosisOf(walk: Walk, evidence: Evidence): Diagnosis {
  const cited = citing(evidence);
  const { end } = walk;
  return {
    symptom: walk.symptom,
    path: walk.path.map(({ key, proposal, given }) => ({
      step: key,
      answer: given?.answer ?? null,
      by: given?.by ?? null,
      citations: proposal.kind === 'because' && given?.answer !== UNSURE ? proposal.citations.map(cited) : [],
    })),
    finding: end.kind === 'finding' ? findingOf(end.finding, evidence) : null,
    ruledOut: ruledOutOf(walk.ruledOut, evidence),
    notChecked: notChecked(walk, evidence),
    remediation: null,
  };
}

/** Walks over the same evidence as `check` prints them: every cause once, those that explain others first. */
export function checkOf(walks: readonly Walk[], evidence: Evidence, needsAnswer: readonly string[]): Check {
  const found = walks.flatMap(({ end }) => (end.kind === 'finding' ? [end.finding] : []));
  const findings = distinct(found, nameOf).sort((a, b) => rank(a, found) - rank(b, found));
  const names = new Set(findings.map(nameOf));
  const excluded = distinct(
    walks.flatMap((walk) => walk.ruledOut),
    nameOf,
  ).filter((cause) => !names.has(nameOf(cause)));
  const missing = distinct(
    walks.flatMap((walk) => notChecked(walk, evidence)),
    ({ probe }) => probe,
  );
  return {
    findings: findings.map((finding) => ({ symptom: finding.symptom, ...findingOf(finding, evidence) })),
    ruledOut: ruledOutOf(excluded, evidence),
    notChecked: missing,
    needsAnswer: [...new Set(needsAnswer)],
  };
}

/** The exit code of the worst that these walks came to. */
export function exitOf(walks: readonly Walk[]): Exit {
  const verdicts = walks.flatMap(({ end }) => (end.kind === 'finding' ? [end.finding.verdict] : []));
  if (verdicts.includes('confirmed')) return EXIT.confirmed;
  if (verdicts.includes('likely')) return EXIT.likely;
  return walks.every(({ end }) => end.kind === 'ruled-out') ? EXIT.nothing : EXIT.unsaid;
}

function findingOf({ cause, verdict, citations, remediations }: Finding, evidence: Evidence) {
  return { cause, verdict, citations: citations.map(citing(evidence)), remediations: [...remediations] };
}

function ruledOutOf(causes: readonly RuledOut[], evidence: Evidence): Diagnosis['ruledOut'] {
  return causes.map(({ symptom, cause, citations }) => ({
    symptom,
    cause,
    citations: citations.map(citing(evidence)),
  }));
}

function citing(evidence: Evidence): (citation: Citation) => Cited {
  return ({ probe, pointer }) => ({ probe, pointer, value: citedValue(evidence, { probe, pointer }) });
}

function nameOf({ symptom, cause }: { readonly symptom: string; readonly cause: string }): string {
  return `${symptom}/${cause}`;
}

/** Causes first, their consequences last; what is certain before what is likely. */
function rank(finding: Finding, all: readonly Finding[]): number {
  const consequence = all.some(({ explains }) => explains.includes(finding.cause));
  return (consequence ? 2 : 0) + (finding.verdict === 'confirmed' ? 0 : 1);
}

function distinct<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [nameOf(item), item] as const).reverse()).values()].reverse();
}
