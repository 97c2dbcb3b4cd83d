import { z } from 'zod';
import type { Language } from '../i18n/language';

const words = z.record(z.string(), z.string());

/** What a symptom says in one language. */
export const symptomTextSchema = z.strictObject({
  title: z.string().min(1),
  /** What the operator sees, in his words. */
  seen: z.string().min(1),
  /** What the source page says, what holds today, and for which builds and versions. */
  thenAndNow: z.string().min(1),
  steps: z.record(z.string(), z.strictObject({ question: z.string().min(1), answers: words })),
  causes: z.record(z.string(), z.strictObject({ title: z.string().min(1), explanation: z.string().min(1) })),
  /** Why the page's commands must not be run as they stand, and what to do instead. */
  pageCommands: words.optional(),
});
export type SymptomText = z.infer<typeof symptomTextSchema>;

/** What a remediation says in one language. */
export const remediationTextSchema = z.strictObject({
  /** A verb with its object, as on a button. */
  title: z.string().min(1),
  /** What it touches. */
  touches: z.string().min(1),
  /** Why it does not fit a node, by the plan's `why`. */
  notHere: words,
});
export type RemediationText = z.infer<typeof remediationTextSchema>;

export const probeTextSchema = z.record(z.string(), z.strictObject({ title: z.string().min(1) }));
export type ProbeTexts = z.infer<typeof probeTextSchema>;

/** A text in both languages. */
export type Both<T> = Readonly<Record<Language, T>>;
