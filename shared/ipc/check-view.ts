import { z } from 'zod';
import { REASONS } from '../node/outcome';
import { TROUBLES } from './troubles';
import { citedSchema } from './view';

/** A list that may be cut: `more` says how many there are beyond its items. */
const listOf = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), more: z.number() });

const verdict = z.enum(['confirmed', 'likely']);
const cause = z.strictObject({ symptom: z.string(), cause: z.string() });

const checkedFinding = z.strictObject({
  ...cause.shape,
  verdict,
  byDesign: z.boolean(),
  /** Another finding of this check explains it. */
  follows: z.boolean(),
  by: z.enum(['machine', 'person', 'file']),
  /** The first value that decided; null where an answer decided that no observation gave. */
  value: citedSchema.nullable(),
  remediations: z.array(z.string()),
});
export type CheckedFindingView = z.infer<typeof checkedFinding>;

const shown = citedSchema.pick({ value: true, list: true });
const difference = z.strictObject({
  probe: z.string(),
  pointer: z.string(),
  /** Null where this did not decide then, or does not now. */
  before: shown.nullable(),
  after: shown.nullable(),
});
export type DifferenceView = z.infer<typeof difference>;

const found = z.strictObject({ ...cause.shape, verdict });
/** A cause that was found then and not now; without being ruled out it may only not have been looked at. */
const gone = z.strictObject({ ...found.shape, ruledOut: z.boolean() });
const changed = z.strictObject({
  ...cause.shape,
  before: verdict,
  after: verdict,
  values: listOf(difference),
});
export type ChangedView = z.infer<typeof changed>;

/** What the window shows of the last check of everything on this node, in at most 64 kB. */
export const checkViewSchema = z.strictObject({
  node: z.string(),
  /** When it came to its end, ISO 8601; null where there was none on this node. */
  when: z.string().nullable(),
  running: z.strictObject({ done: z.number(), total: z.number() }).nullable(),
  /** It was called off: what it did not come to could not be checked. */
  cancelled: z.boolean(),
  /** The node was changed after it. */
  outdated: z.boolean(),
  /** Every tree came to its end, and nothing was found. */
  clean: z.boolean(),
  findings: listOf(checkedFinding),
  ruledOut: listOf(cause),
  notChecked: listOf(z.strictObject({ probe: z.string(), reason: z.enum(REASONS), detail: z.string() })),
  /** Steps that only a person can answer; `answer`: what was answered. */
  questions: listOf(
    z.strictObject({
      step: z.string(),
      answers: z.array(z.string()),
      /** The answer that says yes, where there are two and the other says no. */
      yes: z.string().nullable(),
      answer: z.string().nullable(),
    }),
  ),
  /** Checks of this node before, the newest first. */
  earlier: z.array(z.strictObject({ id: z.string(), at: z.string() })),
  /** Why checks of this node that were kept cannot be read. */
  unreadable: z.array(z.string()),
  compared: z
    .strictObject({ with: z.string(), fresh: listOf(found), gone: listOf(gone), changed: listOf(changed) })
    .nullable(),
  /** Why it did not come to its end, or is not kept. */
  trouble: z.strictObject({ what: z.enum(TROUBLES), detail: z.string() }).nullable(),
});
export type CheckView = z.infer<typeof checkViewSchema>;
