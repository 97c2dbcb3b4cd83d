import { z } from 'zod';
import { CannotInterpret, couldNotCheck } from '../../../node/outcome';
import { parseJson } from './json';

const envelope = z.object({
  Success: z.boolean().nullish(),
  Output: z.unknown().optional(),
  Error: z.string().nullish(),
  ErrorCode: z.number().nullish(),
});

const ACCESS_DENIED = 0x80070005;

/** The objects in HNS's answer: of its envelope, or bare as the inbox module gives them. HNS's own error has its code in hex. */
export function hnsObjects<S extends z.ZodType>(schema: S, json: string): Array<z.infer<S>> {
  const value = parseJson(z.unknown(), json, 'HNS');
  return (Array.isArray(value) ? value : outputOf(value)).map((item) => {
    const result = schema.safeParse(item);
    if (result.success) return result.data;
    throw new CannotInterpret(couldNotCheck('bad-answer', `HNS: ${result.error.issues[0]?.path.join('.') ?? ''}`));
  });
}

function outputOf(value: unknown): readonly unknown[] {
  const parsed = envelope.safeParse(value);
  if (!parsed.success) throw new CannotInterpret(couldNotCheck('bad-answer', 'HNS: neither an object nor a list'));
  const { Success, Output, Error: text, ErrorCode } = parsed.data;
  if (Success === false) {
    const code = typeof ErrorCode === 'number' ? ErrorCode >>> 0 : null;
    const hex = code === null ? '' : ` (0x${code.toString(16).padStart(8, '0')})`;
    const reason = code === ACCESS_DENIED ? 'not-elevated' : 'crashed';
    throw new CannotInterpret(couldNotCheck(reason, `HNS: ${(text ?? '').trim()}${hex}`));
  }
  if (Success === undefined || Success === null) return [value];
  if (Output === undefined || Output === null || Output === '') return [];
  return Array.isArray(Output) ? Output : [Output];
}

/** An id as it is compared: HNS writes the same id in both cases. */
export function sameId(id: string): string {
  return id.toLowerCase();
}
