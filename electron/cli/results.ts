import type { Citation } from '../../shared/catalogue/define';
import { type Check as EngineCheck, notChecked, type Unchecked } from '../../shared/engine/check';
import { citedValue, type Evidence } from '../../shared/engine/evidence';
import { type Finding, type RuledOut, UNSURE, type Walk } from '../../shared/engine/walk';
import { shortText } from '../../shared/ipc/view-of';
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
    notChecked: shortened(notChecked(walk, evidence)),
    remediation: null,
  };
}

/** A check as `check` prints it. */
export function printedCheck(check: EngineCheck): Check {
  return {
    findings: check.findings.map(({ symptom, cause, verdict, citations, remediations }) => ({
      symptom,
      cause,
      verdict,
      citations: [...citations],
      remediations: [...remediations],
    })),
    ruledOut: check.ruledOut.map(({ symptom, cause, citations }) => ({ symptom, cause, citations: [...citations] })),
    notChecked: shortened(check.notChecked),
    needsAnswer: [...check.needsAnswer],
  };
}

function shortened(list: readonly Unchecked[]): Diagnosis['notChecked'] {
  return list.map((item) => ({ ...item, detail: shortText(item.detail) }));
}

/** The exit code of a check: that of its worst finding. */
export function exitOfCheck({ findings, clean }: EngineCheck): Exit {
  return exitFor(
    findings.map(({ verdict }) => verdict),
    clean,
  );
}

/** The exit code of what a walk came to. */
export function exitOf({ end }: Walk): Exit {
  return exitFor(end.kind === 'finding' ? [end.finding.verdict] : [], end.kind === 'ruled-out');
}

function exitFor(verdicts: ReadonlyArray<Finding['verdict']>, clean: boolean): Exit {
  if (verdicts.includes('confirmed')) return EXIT.confirmed;
  if (verdicts.includes('likely')) return EXIT.likely;
  return clean ? EXIT.nothing : EXIT.unsaid;
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
