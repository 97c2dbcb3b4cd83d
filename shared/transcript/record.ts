import { z } from 'zod';
import type { Catalogue } from '../engine/catalogue';
import { citedValue } from '../engine/evidence';
import { UNSURE, walk } from '../engine/walk';
import type { SessionState } from '../session/reduce';

const cited = z.strictObject({ probe: z.string(), pointer: z.string(), value: z.unknown() });

/** The transcript as JSON: what was asked, answered, found, ruled out, changed, undone and not looked at. */
export const recordSchema = z.strictObject({
  format: z.literal('winnow-transcript-1'),
  session: z.string(),
  started: z.string(),
  version: z.string(),
  source: z.string(),
  symptom: z.string(),
  path: z.array(
    z.strictObject({
      step: z.string(),
      answer: z.string().nullable(),
      by: z.string().nullable(),
      citations: z.array(cited),
    }),
  ),
  end: z.enum(['open', 'finding', 'ruled-out', 'unknown']),
  finding: z
    .strictObject({
      cause: z.string(),
      symptom: z.string(),
      step: z.string(),
      verdict: z.string(),
      byDesign: z.boolean(),
      by: z.string(),
      citations: z.array(cited),
      remediations: z.array(z.string()),
    })
    .nullable(),
  ruledOut: z.array(z.strictObject({ cause: z.string(), symptom: z.string(), citations: z.array(cited) })),
  notChecked: z.array(z.strictObject({ probe: z.string(), reason: z.string(), detail: z.string() })),
  /** Steps of the symptom's tree that the walk did not come to. */
  notLookedAt: z.array(z.string()),
  changes: z.array(
    z.strictObject({
      remediation: z.string(),
      at: z.string(),
      status: z.string(),
      result: z.string().nullable(),
      steps: z.array(z.strictObject({ line: z.string(), status: z.string(), detail: z.string() })),
      values: z.array(
        z.strictObject({ probe: z.string(), pointer: z.string(), before: z.unknown(), after: z.unknown() }),
      ),
    }),
  ),
  reads: z.array(
    z.strictObject({
      probe: z.string(),
      name: z.string(),
      line: z.string(),
      at: z.string(),
      milliseconds: z.number(),
      outcome: z.string(),
      detail: z.string(),
      raw: z.string().nullable(),
    }),
  ),
});
export type TranscriptRecord = z.infer<typeof recordSchema>;

/** The record of a session with a symptom. Pure; nothing is hidden yet. */
export function recordOf(catalogue: Catalogue, state: SessionState, symptom: string): TranscriptRecord {
  const current = walk(catalogue, symptom, state.answers, state.evidence);
  const withValue = ({ probe, pointer }: { readonly probe: string; readonly pointer: string }) => ({
    probe,
    pointer,
    value: citedValue(state.evidence, { probe, pointer }),
  });
  const reached = new Set(current.path.map(({ key }) => key));
  const { end } = current;
  return {
    format: 'winnow-transcript-1',
    session: state.id,
    started: state.started,
    version: state.version,
    source: state.source,
    symptom,
    path: current.path.map(({ key, given, proposal }) => ({
      step: key,
      answer: given?.answer ?? null,
      by: given?.by ?? null,
      citations: proposal.kind === 'because' && given?.answer !== UNSURE ? proposal.citations.map(withValue) : [],
    })),
    end: end.kind === 'finding' || end.kind === 'ruled-out' || end.kind === 'unknown' ? end.kind : 'open',
    finding:
      end.kind === 'finding'
        ? {
            cause: end.finding.cause,
            symptom: end.finding.symptom,
            step: end.finding.step,
            verdict: end.finding.verdict,
            byDesign: end.finding.byDesign,
            by: end.finding.by,
            citations: end.finding.citations.map(withValue),
            remediations: [...end.finding.remediations],
          }
        : null,
    ruledOut: current.ruledOut.map(({ cause, symptom: where, citations }) => ({
      cause,
      symptom: where,
      citations: citations.map(withValue),
    })),
    notChecked: Object.entries(state.evidence).flatMap(([probe, outcome]) =>
      outcome.kind === 'could-not-check' ? [{ probe, reason: outcome.reason, detail: outcome.detail }] : [],
    ),
    notLookedAt: Object.keys(catalogue.symptoms[symptom]?.steps ?? {})
      .map((step) => `${symptom}/${step}`)
      .filter((key) => !reached.has(key)),
    changes: state.runs.map((run) => ({
      remediation: run.remediation,
      at: run.at,
      status: run.status,
      result: run.result,
      steps: run.steps.map(({ line, status, detail }) => ({ line, status, detail })),
      values: run.values.map(({ citation, before, after }) => ({ ...citation, before, after: after ?? null })),
    })),
    reads: Object.entries(state.probes).flatMap(([probe, { reads }]) =>
      reads.map(({ name, line, at, milliseconds, outcome, detail, raw }) => ({
        probe,
        name,
        line,
        at,
        milliseconds,
        outcome,
        detail,
        raw,
      })),
    ),
  };
}
