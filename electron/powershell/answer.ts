import { z } from 'zod';
import { answered, couldNotCheck, type Outcome, REASONS } from '../../shared/node/outcome';

const failure = z.strictObject({ failed: z.strictObject({ reason: z.enum(REASONS), detail: z.string() }) });
const success = z.strictObject({ ok: z.unknown() });

/** What a frame's JSON says: `{"ok":…}` or `{"failed":{"reason","detail"}}`. The value is still anything. */
export function answerIn(json: string): Outcome<unknown> {
  const value = parse(json);
  const failed = failure.safeParse(value);
  if (failed.success) return couldNotCheck(failed.data.failed.reason, failed.data.failed.detail);
  const ok = success.safeParse(value);
  return ok.success && ok.data.ok !== undefined
    ? answered(ok.data.ok)
    : couldNotCheck('bad-answer', `neither ok nor failed: ${json.slice(0, 80)}`);
}

/** A value as its schema knows it, or where it departs from it. */
export function parsedBy<T>(schema: z.ZodType<T>, outcome: Outcome<unknown>): Outcome<T> {
  if (outcome.kind === 'could-not-check') return outcome;
  const result = schema.safeParse(outcome.value);
  if (result.success) return answered(result.data);
  const issue = result.error.issues[0];
  return couldNotCheck('bad-answer', `${issue?.path.join('/') ?? ''}: ${issue?.message ?? ''}`);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
