import type { z } from 'zod';
import { badAnswer } from '../../../node/outcome';

/** Parses what a node printed as JSON; anything else is a bad answer that names `what`. */
export function parseJson<S extends z.ZodType>(schema: S, text: string, what: string): z.infer<S> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return badAnswer(`${what} is not JSON`);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  return badAnswer(`${what}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}

/** Rows of a CIM class, each of this shape. */
export function parseRows<S extends z.ZodType>(
  schema: S,
  answer: { readonly rows: readonly unknown[] },
  what: string,
): Array<z.infer<S>> {
  return answer.rows.map((row) => {
    const result = schema.safeParse(row);
    return result.success ? result.data : badAnswer(`${what}: ${result.error.issues[0]?.path.join('.') ?? ''}`);
  });
}
