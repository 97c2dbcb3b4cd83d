import { z } from 'zod';
import { VERIFICATIONS } from '../engine/verify';
import { REASONS } from '../node/outcome';
import { nodeFactsSchema } from './node-facts';

/** A place in evidence with what stands there. */
export const citedSchema = z.strictObject({
  probe: z.string(),
  pointer: z.string(),
  /** The value as short text. */
  value: z.string(),
  /** Where it stands, as `path:line`, where that is known. */
  place: z.string().nullable(),
  /** Of a list: how many there are, and what the first of them are called. */
  list: z.strictObject({ count: z.number(), first: z.array(z.string()) }).nullable(),
});
export type CitedView = z.infer<typeof citedSchema>;

const unchecked = z.strictObject({ probe: z.string(), reason: z.enum(REASONS), detail: z.string() });

const proposal = z.union([
  z.strictObject({ kind: z.literal('because'), answer: z.string(), citations: z.array(citedSchema) }),
  z.strictObject({ kind: z.literal('contradiction'), citations: z.array(citedSchema) }),
  z.strictObject({ kind: z.literal('undecided'), citations: z.array(citedSchema) }),
  z.strictObject({ kind: z.literal('could-not-check'), probes: z.array(unchecked) }),
  z.strictObject({ kind: z.literal('not-asked') }),
  z.strictObject({ kind: z.literal('person') }),
]);

const pathStep = z.strictObject({
  key: z.string(),
  answers: z.array(z.string()),
  /** The answer that says yes, where there are two and the other says no. */
  yes: z.string().nullable(),
  proposal,
  answer: z.string().nullable(),
  by: z.enum(['machine', 'person', 'file']).nullable(),
});
export type PathStepView = z.infer<typeof pathStep>;

const finding = z.strictObject({
  cause: z.string(),
  symptom: z.string(),
  step: z.string(),
  verdict: z.enum(['confirmed', 'likely']),
  citations: z.array(citedSchema),
  by: z.enum(['machine', 'person', 'file']),
  remediations: z.array(z.string()),
  byDesign: z.boolean(),
  explains: z.array(z.string()),
});
export type FindingView = z.infer<typeof finding>;

const probe = z.strictObject({
  probe: z.string(),
  status: z.enum(['asking', 'answered', 'could-not-check']),
  reason: z.enum(REASONS).nullable(),
  detail: z.string().nullable(),
  /** When this status began; another time means that its reads are others. */
  since: z.string(),
  /** How many reads it took, and how long together. */
  reads: z.number(),
  milliseconds: z.number(),
});
export type ProbeView = z.infer<typeof probe>;

/** A read of a probe: what was asked, when, and what came of it. */
export const readViewSchema = z.strictObject({
  name: z.string(),
  line: z.string(),
  at: z.string(),
  milliseconds: z.number(),
  outcome: z.enum(['answered', ...REASONS]),
  /** The hash of the raw answer, where one was kept. */
  raw: z.string().nullable(),
  /** Of the raw answer, in bytes. */
  size: z.number(),
});
export type ReadView = z.infer<typeof readViewSchema>;

/** How far a run is. */
export const RUN_STATUSES = [
  'running',
  'stopped',
  'verified',
  'undoing',
  'undone',
  'undo-failed',
  'interrupted',
] as const;

const run = z.strictObject({
  run: z.number(),
  remediation: z.string(),
  cause: z.string(),
  status: z.enum(RUN_STATUSES),
  steps: z.array(
    z.strictObject({
      line: z.string(),
      status: z.enum(['waiting', 'running', 'done', 'failed', 'unsure', 'undone']),
      detail: z.string(),
    }),
  ),
  /** Why it stopped, or why not all of it could be taken back. */
  why: z.strictObject({ reason: z.enum(REASONS), detail: z.string() }).nullable(),
  result: z.enum(VERIFICATIONS).nullable(),
  values: z.array(z.strictObject({ probe: z.string(), pointer: z.string(), before: z.string(), after: z.string() })),
  undoable: z.boolean(),
});
export type RunView = z.infer<typeof run>;

const end = z.union([
  z.strictObject({ kind: z.enum(['asking', 'question', 'contradiction']), step: z.string() }),
  z.strictObject({ kind: z.literal('finding') }),
  z.strictObject({ kind: z.literal('ruled-out'), citations: z.array(citedSchema) }),
  z.strictObject({ kind: z.literal('unknown') }),
]);

/** What the window shows of a session: computed from the fold, small, and complete. */
export const sessionViewSchema = z.strictObject({
  id: z.string(),
  /** Grows with every event; an older view never replaces a newer one. */
  seq: z.number(),
  source: z.string(),
  /** What its evidence tells of the node. */
  node: nodeFactsSchema,
  symptom: z.string(),
  /** Commands of the source page that must not be run as they stand, and what takes their place. */
  pageCommands: z.array(z.strictObject({ id: z.string(), command: z.string(), instead: z.array(z.string()) })),
  path: z.array(pathStep),
  end,
  finding: finding.nullable(),
  ruledOut: z.array(
    z.strictObject({ cause: z.string(), symptom: z.string(), step: z.string(), citations: z.array(citedSchema) }),
  ),
  notChecked: z.array(unchecked),
  probes: z.array(probe),
  runs: z.array(run),
  journalLost: z.string().nullable(),
});
export type SessionView = z.infer<typeof sessionViewSchema>;
