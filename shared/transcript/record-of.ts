import type { Citation } from '../catalogue/define';
import { type Catalogue, lookUp } from '../engine/catalogue';
import { citedValue } from '../engine/evidence';
import { type End, type PathStep, type RuledOut, walk } from '../engine/walk';
import type { CouldNotCheck } from '../node/outcome';
import type { EndedRead } from '../session/events';
import type { SessionState } from '../session/reduce';
import type { Run } from '../session/runs';
import {
  type ChangeRecord,
  type CitedRecord,
  FORMAT,
  type PathRecord,
  type ReadRecord,
  type TranscriptRecord,
} from './record';

type Cite = (citation: Citation) => CitedRecord;

/** The record of a session with a symptom. Pure; nothing is hidden yet. */
export function recordOf(catalogue: Catalogue, state: SessionState, symptom: string): TranscriptRecord {
  const current = walk(catalogue, symptom, state.answers, state.evidence);
  const cite: Cite = (citation) => ({ ...citation, value: citedValue(state.evidence, citation) ?? null });
  const reached = new Set(current.path.map(({ key }) => key));
  const { end } = current;
  return {
    format: FORMAT,
    session: state.id,
    started: state.started,
    version: state.version,
    source: state.source,
    sourceKind: state.sourceKind,
    symptom,
    hidden: [],
    journalLost: state.journalLost,
    path: current.path.map((step) => pathRecord(step, cite)),
    end: end.kind === 'finding' || end.kind === 'ruled-out' || end.kind === 'unknown' ? end.kind : 'open',
    endCitations: end.kind === 'ruled-out' || end.kind === 'contradiction' ? end.citations.map(cite) : [],
    finding: findingRecord(catalogue, end, cite),
    ruledOut: ruledOut(current.ruledOut, cite),
    notChecked: Object.entries(state.evidence).flatMap(([probe, outcome]) =>
      outcome.kind === 'could-not-check' ? [{ probe, ...whyOf(outcome) }] : [],
    ),
    notLookedAt: Object.keys(catalogue.symptoms[symptom]?.steps ?? {})
      .map((step) => `${symptom}/${step}`)
      .filter((key) => !reached.has(key)),
    changes: state.runs.map(changeRecord),
    reads: Object.entries(state.probes).flatMap(([probe, { reads }]) =>
      reads.map((read) => ({ probe, ...readRecord(read) })),
    ),
  };
}

function pathRecord({ key, given, proposal }: PathStep, cite: Cite): PathRecord {
  return {
    step: key,
    answer: given?.answer ?? null,
    by: given?.by ?? null,
    settled: given?.settled ?? false,
    proposal: {
      kind: proposal.kind,
      answer: proposal.kind === 'because' ? proposal.answer : null,
      citations: 'citations' in proposal ? proposal.citations.map(cite) : [],
      unchecked:
        proposal.kind === 'could-not-check' ? proposal.probes.map(({ probe, why }) => ({ probe, ...whyOf(why) })) : [],
    },
  };
}

/** What a finding explains of other symptoms is told by a check of everything, where it is known whether that is there. */
function findingRecord(catalogue: Catalogue, end: End, cite: Cite): TranscriptRecord['finding'] {
  if (end.kind !== 'finding') return null;
  const { citations, explains, remediations, ...rest } = end.finding;
  const { causes } = lookUp(catalogue.symptoms, rest.symptom);
  const own = explains.filter((cause) => Object.hasOwn(causes, cause));
  return { ...rest, citations: citations.map(cite), explains: own, remediations: [...remediations] };
}

/** Each cause once, by the first step that excluded it. */
function ruledOut(causes: readonly RuledOut[], cite: Cite): TranscriptRecord['ruledOut'] {
  const first = new Map(causes.map((item) => [`${item.symptom}/${item.cause}`, item] as const).reverse());
  return [...first.values()]
    .reverse()
    .map(({ cause, symptom, by, citations }) => ({ cause, symptom, by, citations: citations.map(cite) }));
}

function changeRecord(run: Run): ChangeRecord {
  return {
    remediation: run.remediation,
    cause: run.cause,
    at: run.at,
    consent: run.consent,
    status: run.status,
    stopped: run.why && whyOf(run.why),
    result: run.result,
    restored: run.restored,
    steps: run.steps.map(({ line, status, detail, undoFailed }) => ({
      line,
      status,
      detail,
      undoFailed: undoFailed && whyOf(undoFailed),
    })),
    values: run.values.map(({ citation, before, after }) => ({
      ...citation,
      before: before ?? null,
      after: after ?? null,
    })),
    reads: run.reads.map(readRecord),
  };
}

function readRecord({ name, line, at, milliseconds, outcome, detail, raw }: EndedRead): ReadRecord {
  return { name, line, at, milliseconds, outcome, detail, raw };
}

function whyOf({ reason, detail }: CouldNotCheck) {
  return { reason, detail };
}
