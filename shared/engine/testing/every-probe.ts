import { type Evidence, interpret, readsOf, rounds } from '../evidence';
import { lookUp } from '../catalogue';
import { winnow } from '../winnow';
import type { Outcome } from '../../node/outcome';
import type { Answer, Read } from '../../node/read';

/** Evidence of every probe, where reads are answered like this. */
export function everyProbe(answerTo: (read: Read) => Outcome<Answer>): Evidence {
  const evidence: Record<string, Outcome<unknown>> = {};
  for (const id of rounds(winnow, Object.keys(winnow.probes), {}).flat()) {
    const probe = lookUp(winnow.probes, id);
    const reads = readsOf(probe, evidence);
    if (reads.kind === 'could-not-check') {
      evidence[id] = reads;
      continue;
    }
    const answers = Object.fromEntries(
      Object.entries(reads.value).map(([name, read]): [string, Outcome<Answer>] => [name, answerTo(read)]),
    );
    evidence[id] = interpret(probe, reads.value, answers, evidence);
  }
  return evidence;
}
