import type { z } from 'zod';
import { CannotInterpret, couldNotCheck, must, type Outcome } from '../../../node/outcome';
import type { Answer, Read } from '../../../node/read';
import { parseJson } from './json';

const LEADING = ['--runtime-endpoint', 'npipe:////./pipe/containerd-containerd', '--timeout', '5s'];

/** One call of crictl that prints JSON. */
export function crictlCall(...words: readonly string[]): Extract<Read, { kind: 'tool' }> {
  return { kind: 'tool', tool: 'crictl', args: [...LEADING, ...words, '-o', 'json'] };
}

/** What crictl printed as JSON. A runtime that hangs is told from one that is not there by gRPC's untranslated words. */
export function crictlJson<S extends z.ZodType>(schema: S, outcome: Outcome<Answer<'tool'>>, what: string): z.infer<S> {
  const result = must(outcome);
  if (!result.found) throw new CannotInterpret(couldNotCheck('missing', 'crictl'));
  if (result.exit === 0) return parseJson(schema, result.stdout, what);
  const error = result.stderr.trim();
  const reason = /DeadlineExceeded|deadline exceeded/i.test(error) ? 'timed-out' : 'crashed';
  throw new CannotInterpret(couldNotCheck(reason, error.slice(0, 400)));
}
