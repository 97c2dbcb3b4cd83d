import { z } from 'zod';
import {
  badAnswer,
  CannotInterpret,
  couldNotCheck,
  type CouldNotCheck,
  type Outcome,
  must,
  type Reason,
} from '../../../node/outcome';
import type { Answer } from '../../../node/read';
import { parseJson } from './json';

/**
 * What kubectl printed as JSON. Its errors are told apart by its own, untranslated words; `missing` is a server that
 * was not reached or let no one in.
 */
export function kubectlJson<S extends z.ZodType>(schema: S, outcome: Outcome<Answer<'tool'>>): z.infer<S> {
  const result = must(outcome);
  if (!result.found) throw new CannotInterpret(couldNotCheck('missing', 'kubectl'));
  if (result.exit === 0) {
    if (result.truncated) return badAnswer('kubectl: the answer is longer than what is read');
    return parseJson(schema, result.stdout, 'kubectl');
  }
  throw new CannotInterpret(kubectlTrouble(result.stderr));
}

/** Why kubectl gave no answer, by what it said instead. */
export function kubectlTrouble(stderr: string): CouldNotCheck {
  const error = stderr.trim().replaceAll(/\s+/g, ' ');
  return couldNotCheck(reasonOf(error), error.slice(0, 400));
}

function reasonOf(error: string): Reason {
  if (error.includes('(Forbidden)')) return 'policy';
  if (/timeout|deadline exceeded/i.test(error)) return 'timed-out';
  const unreachable = /Unable to connect|was refused|x509:|\bUnauthorized\b|no such host|connectex:/.test(error);
  return unreachable ? 'unreachable' : 'crashed';
}

/** A list of Kubernetes objects. */
export function listOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item) });
}
