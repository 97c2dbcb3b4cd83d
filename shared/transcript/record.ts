import { z } from 'zod';
import { mapPointer } from '../catalogue/cited/cited';
import { UNSURE } from '../engine/walk';
import { VERIFICATIONS } from '../engine/verify';
import { REASONS } from '../node/outcome';
import { HIDDEN } from './names';
import { mapEveryString } from './strings';

/** The name of this schema: it changes with every change that a reader of the JSON could stumble over. */
export const FORMAT = 'winnow-transcript-1';

const by = z.enum(['machine', 'person', 'file']);
const reason = z.enum(REASONS);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const cited = z
  .strictObject({ probe: z.string(), pointer: z.string(), value: z.unknown() })
  .describe('A value of the evidence: a JSON pointer into what a probe observed, and what stands there.');

const unchecked = z
  .strictObject({ probe: z.string(), reason, detail: z.string() })
  .describe('A probe without an answer, and why. It says nothing about the node, good or bad.');

const read = z.strictObject({
  name: z.string(),
  line: z.string().describe('The line of PowerShell that asked.'),
  at: z.string().describe('When it was asked: ISO 8601 in UTC.'),
  milliseconds: z.number(),
  outcome: z.enum(['answered', ...REASONS]),
  detail: z.string(),
  raw: hash.nullable().describe('SHA-256 of the raw answer, which is in the bundle of the session.'),
});

const pathStep = z.strictObject({
  step: z.string().describe('symptom/step'),
  answer: z.string().nullable().describe(`An answer of the step or "${UNSURE}"; null: not answered.`),
  by: by.nullable(),
  settled: z.boolean().describe('The operator was shown that the machine sees it otherwise, and stood by the answer.'),
  proposal: z
    .strictObject({
      kind: z.enum(['because', 'contradiction', 'undecided', 'could-not-check', 'not-asked', 'person']),
      answer: z.string().nullable(),
      citations: z.array(cited),
      unchecked: z.array(unchecked),
    })
    .describe('What the machine said to the question, whoever answered it. "person": only a person can know.'),
});

const change = z.strictObject({
  remediation: z.string(),
  cause: z.string(),
  at: z.string(),
  consent: z.strictObject({ risk: z.string(), nodeName: z.string().nullable() }),
  status: z.enum(['running', 'stopped', 'verified', 'undoing', 'undone', 'undo-failed', 'interrupted']),
  stopped: z.strictObject({ reason, detail: z.string() }).nullable().describe('Why it did not come to its end.'),
  result: z.enum(VERIFICATIONS).nullable().describe('What asking the question again said; null: not asked again.'),
  restored: z.boolean().nullable().describe('Whether undo brought back what was backed up; null: no undo ended.'),
  steps: z.array(
    z.strictObject({
      line: z.string(),
      status: z.enum(['waiting', 'running', 'done', 'failed', 'unsure', 'undone']),
      detail: z.string(),
      undoFailed: z.strictObject({ reason, detail: z.string() }).nullable(),
    }),
  ),
  values: z.array(z.strictObject({ probe: z.string(), pointer: z.string(), before: z.unknown(), after: z.unknown() })),
  reads: z.array(read).describe('What was asked to verify it.'),
});

/** The transcript as JSON: what was asked, answered, found, ruled out, changed, undone and not looked at. */
export const recordSchema = z.strictObject({
  format: z.literal(FORMAT),
  session: z.string(),
  started: z.string(),
  version: z.string().describe('Of Winnow.'),
  source: z.string().describe('practice:<id>, bundle:<file> or live.'),
  sourceKind: z.enum(['live', 'practice', 'bundle']),
  symptom: z.string(),
  hidden: z
    .array(z.strictObject({ what: z.enum(HIDDEN), count: z.number().int() }))
    .describe('How many different values of each kind stand behind pseudonyms.'),
  journalLost: z.string().nullable().describe('Why events were no longer written to disk; null: they were.'),
  path: z.array(pathStep),
  end: z.enum(['open', 'finding', 'ruled-out', 'unknown']),
  endCitations: z.array(cited).describe('What an end without a finding rests on.'),
  finding: z
    .strictObject({
      cause: z.string(),
      symptom: z.string(),
      step: z.string(),
      verdict: z.enum(['confirmed', 'likely']),
      byDesign: z.boolean(),
      by,
      citations: z.array(cited).describe("Empty only where the concluding answer was a person's."),
      explains: z.array(z.string()).describe('Other causes of the symptom that are only its consequences.'),
      remediations: z.array(z.string()),
    })
    .nullable(),
  ruledOut: z.array(z.strictObject({ cause: z.string(), symptom: z.string(), by, citations: z.array(cited) })),
  notChecked: z.array(unchecked),
  notLookedAt: z.array(z.string()).describe("Steps of the symptom's tree that the walk did not come to."),
  changes: z.array(change),
  reads: z.array(read.extend({ probe: z.string() })).describe('What the diagnosis asked the node.'),
});
export type TranscriptRecord = z.infer<typeof recordSchema>;
export type CitedRecord = z.infer<typeof cited>;
export type ReadRecord = z.infer<typeof read>;
export type ChangeRecord = z.infer<typeof change>;
export type PathRecord = z.infer<typeof pathStep>;

/** A record with everything that came from the node changed; ids and words of Winnow's own stay. */
export function mapFromNode(record: TranscriptRecord, text: (text: string) => string): TranscriptRecord {
  const citations = (items: readonly CitedRecord[]) =>
    items.map((item) => ({
      ...item,
      pointer: mapPointer(item.probe, item.pointer, text),
      value: mapEveryString(item.value, text),
    }));
  const detailed = <T extends { readonly detail: string }>(item: T): T => ({ ...item, detail: text(item.detail) });
  const maybe = <T extends { readonly detail: string }>(item: T | null): T | null => item && detailed(item);
  const asked = <T extends ReadRecord>(item: T): T => ({
    ...detailed(item),
    name: text(item.name),
    line: text(item.line),
  });
  return {
    ...record,
    source: record.sourceKind === 'bundle' ? text(record.source) : record.source,
    journalLost: record.journalLost && text(record.journalLost),
    path: record.path.map((step) => ({
      ...step,
      proposal: {
        ...step.proposal,
        citations: citations(step.proposal.citations),
        unchecked: step.proposal.unchecked.map(detailed),
      },
    })),
    endCitations: citations(record.endCitations),
    finding: record.finding && { ...record.finding, citations: citations(record.finding.citations) },
    ruledOut: record.ruledOut.map((item) => ({ ...item, citations: citations(item.citations) })),
    notChecked: record.notChecked.map(detailed),
    changes: record.changes.map((item) => ({
      ...item,
      consent: { ...item.consent, nodeName: item.consent.nodeName && text(item.consent.nodeName) },
      stopped: maybe(item.stopped),
      steps: item.steps.map((step) => ({
        ...detailed(step),
        line: text(step.line),
        undoFailed: maybe(step.undoFailed),
      })),
      values: item.values.map(({ probe, pointer, before, after }) => ({
        probe,
        pointer: mapPointer(probe, pointer, text),
        before: mapEveryString(before, text),
        after: mapEveryString(after, text),
      })),
      reads: item.reads.map(asked),
    })),
    reads: record.reads.map(asked),
  };
}
