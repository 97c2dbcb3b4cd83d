import { z } from 'zod';

/** Why a read, a probe or a write has no answer. None of these is ever taken for good or bad news. */
export const REASONS = [
  'not-elevated',
  'missing',
  'unreachable',
  'timed-out',
  'crashed',
  'policy',
  'bad-answer',
  'not-applicable',
  'not-recorded',
  'cancelled',
] as const;

export type Reason = (typeof REASONS)[number];

export const couldNotCheckSchema = z.strictObject({
  kind: z.literal('could-not-check'),
  reason: z.enum(REASONS),
  /** What was seen, for the operator: an error text or the name of what was missing. Never translated. */
  detail: z.string(),
});

/** A question that got no answer, with its reason. */
export type CouldNotCheck = z.infer<typeof couldNotCheckSchema>;

/** A question that got its answer. */
export interface Answered<T> {
  readonly kind: 'answered';
  readonly value: T;
}

/** What comes of asking: an answer, or why there is none. */
export type Outcome<T> = Answered<T> | CouldNotCheck;

export function answered<T>(value: T): Answered<T> {
  return { kind: 'answered', value };
}

export function couldNotCheck(reason: Reason, detail: string): CouldNotCheck {
  return { kind: 'could-not-check', reason, detail };
}

/** Thrown by `must` and `badAnswer` while evidence is interpreted; turned into a could-not-check at once by its caller. */
export class CannotInterpret extends Error {
  readonly outcome: CouldNotCheck;

  constructor(outcome: CouldNotCheck) {
    super(`${outcome.reason}: ${outcome.detail}`);
    this.name = 'CannotInterpret';
    this.outcome = outcome;
  }
}

/** The value of a read that a probe cannot do without; without it the whole probe could not check. */
export function must<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'answered') return outcome.value;
  throw new CannotInterpret(outcome);
}

/** The value of a read that a probe can do without. */
export function maybe<T>(outcome: Outcome<T>): T | undefined {
  return outcome.kind === 'answered' ? outcome.value : undefined;
}

/** Ends an interpretation: what the node answered cannot be understood. */
export function badAnswer(detail: string): never {
  throw new CannotInterpret(couldNotCheck('bad-answer', detail));
}

/** Closes a union: reaching it is a bug. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
