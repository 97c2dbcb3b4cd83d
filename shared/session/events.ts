import { z } from 'zod';
import { VERIFICATIONS } from '../engine/verify';
import { couldNotCheckSchema, REASONS } from '../node/outcome';
import { inverseSchema, readSchema, writeSchema } from './vocabulary';

const id = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/);
const stepKey = z.string().regex(/^[a-zA-Z0-9-]{1,64}\/[a-zA-Z0-9-]{1,64}$/);
const index = z.number().int().min(0).max(10_000);
const time = z.iso.datetime();

/** The SHA-256 of a raw answer, by which it is stored. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

const evidence = z.union([z.strictObject({ kind: z.literal('answered'), value: z.unknown() }), couldNotCheckSchema]);
const written = z.union([
  z.strictObject({ kind: z.literal('answered'), value: z.strictObject({ detail: z.string() }) }),
  couldNotCheckSchema,
]);

const askedRead = z.strictObject({ name: z.string(), line: z.string(), read: readSchema });
/** A read that was sent to the node. */
export type AskedRead = z.infer<typeof askedRead>;

const endedRead = z.strictObject({
  name: z.string(),
  line: z.string(),
  at: time,
  milliseconds: z.number(),
  outcome: z.enum(['answered', ...REASONS]),
  detail: z.string(),
  /** Null where there is no answer. */
  raw: hashSchema.nullable(),
  /** Bytes of the raw answer. */
  size: z.number().int().min(0),
});
/** A read that ended, with the name of its raw answer. */
export type EndedRead = z.infer<typeof endedRead>;

const compared = z.strictObject({
  citation: z.strictObject({ probe: id, pointer: z.string() }),
  before: z.unknown(),
  after: z.unknown().optional(),
});
/** A deciding value before and after a change, as it was recorded. */
export type ComparedValue = z.infer<typeof compared>;

const consent = z.strictObject({
  risk: z.enum(['safe', 'disrupts-pods', 'destructive', 'copy-text']),
  /** What the person typed to name the node, where the risk asks for it. */
  nodeName: z.string().nullable(),
});
/** What a person agreed to. */
export type RecordedConsent = z.infer<typeof consent>;

/** Everything that can happen in a session. */
export const eventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('started'),
    id,
    source: z.string(),
    sourceKind: z.enum(['live', 'practice', 'bundle']),
    version: z.string(),
  }),
  z.strictObject({ kind: z.literal('symptom-chosen'), symptom: id }),
  /** `run`: asked to verify that run, so it says nothing about the state that was diagnosed; else null. */
  z.strictObject({
    kind: z.literal('probe-started'),
    probe: id,
    run: index.nullable(),
    reads: z.array(askedRead).readonly(),
  }),
  z.strictObject({
    kind: z.literal('probe-ended'),
    probe: id,
    run: index.nullable(),
    reads: z.array(endedRead).readonly(),
    evidence,
  }),
  z.strictObject({ kind: z.literal('answered'), step: stepKey, answer: id, by: z.enum(['machine', 'person', 'file']) }),
  /** The person was shown that the machine sees it otherwise, and stands by the answer. */
  z.strictObject({ kind: z.literal('settled'), step: stepKey }),
  z.strictObject({ kind: z.literal('went-back'), step: stepKey }),
  z.strictObject({
    kind: z.literal('remedy-consented'),
    run: index,
    remediation: id,
    cause: id,
    step: stepKey,
    writes: z.array(writeSchema).readonly(),
    lines: z.array(z.string()).readonly(),
    consent,
  }),
  /** Before anything is written, what the plan rests on is looked at again at `until`. */
  z.strictObject({ kind: z.literal('sample-awaited'), run: index, until: time }),
  /** The inverse is known before the write, so that a killed one can be undone. */
  z.strictObject({ kind: z.literal('backup-taken'), run: index, index, raw: hashSchema, inverse: inverseSchema }),
  z.strictObject({ kind: z.literal('write-started'), run: index, index }),
  z.strictObject({ kind: z.literal('write-ended'), run: index, index, outcome: written, inverse: inverseSchema }),
  z.strictObject({
    kind: z.literal('verified'),
    run: index,
    result: z.enum(VERIFICATIONS),
    values: z.array(compared).readonly(),
  }),
  z.strictObject({ kind: z.literal('remedy-stopped'), run: index, index, why: couldNotCheckSchema }),
  z.strictObject({ kind: z.literal('undo-started'), run: index }),
  z.strictObject({ kind: z.literal('undo-write-ended'), run: index, index, outcome: written }),
  z.strictObject({ kind: z.literal('undo-ended'), run: index, restored: z.boolean() }),
  z.strictObject({ kind: z.literal('resumed'), version: z.string() }),
  z.strictObject({ kind: z.literal('journal-lost'), detail: z.string() }),
  z.strictObject({ kind: z.literal('exported'), format: z.string().max(32), sha256: hashSchema }),
  z.strictObject({ kind: z.literal('closed') }),
]);

export type SessionEvent = z.infer<typeof eventSchema>;
export type EventKind = SessionEvent['kind'];
/** The event of this kind. */
export type EventOf<K extends EventKind> = Extract<SessionEvent, { kind: K }>;

/** One line of a journal. `seq` counts from 1 without a gap; `at` is ISO 8601 in UTC. */
export const entrySchema = z.strictObject({ seq: z.number().int().min(1), at: time, event: eventSchema });
export type Entry = z.infer<typeof entrySchema>;

/** Events that must be on the disk itself before anything else happens: they surround changes of a node. */
export const FLUSHED: ReadonlySet<EventKind> = new Set<EventKind>([
  'remedy-consented',
  'backup-taken',
  'write-started',
  'write-ended',
  'verified',
  'remedy-stopped',
  'undo-started',
  'undo-write-ended',
  'undo-ended',
]);
