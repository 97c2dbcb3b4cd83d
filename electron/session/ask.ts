import type { Reads } from '../../shared/catalogue/define';
import { lookUp } from '../../shared/engine/catalogue';
import { type Evidence, interpret, readsOf, rounds } from '../../shared/engine/evidence';
import { couldNotCheck, type CouldNotCheck, type Outcome } from '../../shared/node/outcome';
import { renderRead } from '../../shared/node/powershell';
import { type Answer, type Read, readKey } from '../../shared/node/read';
import { cutSecretsIn } from '../../shared/node/secrets';
import type { Question, Reply } from '../../shared/node/source';
import type { EndedRead } from '../../shared/session/events';
import { messageOf } from '../journal/files';
import type { Core } from './core';

/**
 * Asks these probes and those they need, unless `known` has them. One batch a round; each probe ends as soon as its own
 * reads have. `run`: the run that is verified by it, or null. Gives `known` with what was observed.
 */
export async function askProbes(
  core: Core,
  wanted: readonly string[],
  known: Evidence,
  run: number | null,
  signal: AbortSignal,
): Promise<Evidence> {
  let evidence = known;
  for (const round of rounds(core.catalogue, wanted, known)) {
    const observed = await askRound(core, round, evidence, run, signal);
    evidence = { ...evidence, ...observed };
  }
  return evidence;
}

interface Pending {
  readonly id: string;
  readonly reads: Reads;
  readonly keys: ReadonlyMap<string, string>;
}

async function askRound(
  core: Core,
  round: readonly string[],
  known: Evidence,
  run: number | null,
  signal: AbortSignal,
): Promise<Evidence> {
  const observed: Record<string, Outcome<unknown>> = {};
  const questions = new Map<string, Question>();
  const replies = new Map<string, Reply>();
  const pending = new Set<Pending>();

  const end = (probe: string, reads: readonly EndedRead[], outcome: Outcome<unknown>): void => {
    const { event } = core.emit({ kind: 'probe-ended', probe, run, reads, evidence: outcome });
    if (event.kind === 'probe-ended') observed[probe] = event.evidence; // as it will be read again
  };

  for (const id of round) {
    const probe = lookUp(core.catalogue.probes, id);
    const asked = guarded(() => readsOf(probe, known));
    const reads = asked.kind === 'answered' ? asked.value : {};
    core.emit({ kind: 'probe-started', probe: id, run, reads: Object.entries(reads).map(describe) });
    if (asked.kind === 'could-not-check') {
      end(id, [], asked);
      continue;
    }
    const keys = new Map(Object.entries(reads).map(([name, read]) => [name, readKey(read)]));
    for (const [name, read] of Object.entries(reads)) addQuestion(questions, keys.get(name) ?? '', read, probe.limit);
    pending.add({ id, reads, keys });
  }

  const finish = (): void => {
    for (const item of pending) {
      const mine = [...item.keys].map(([name, key]) => ({ name, reply: replies.get(key) }));
      if (mine.some(({ reply }) => !reply)) continue;
      pending.delete(item);
      const outcomes: Record<string, Outcome<Answer>> = {};
      const ended = mine.flatMap(({ name, reply }) => {
        const read = item.reads[name];
        if (!reply || !read) return [];
        outcomes[name] = reply.outcome;
        return [endedRead(core, name, read, reply)];
      });
      end(
        item.id,
        ended,
        guarded(() => interpret(lookUp(core.catalogue.probes, item.id), item.reads, outcomes, known)),
      );
    }
  };

  finish(); // those that ask nothing
  const byKey = new Map([...questions].map(([key, question]) => [question.key, key]));
  await askBatch(core, [...questions.values()], signal, (reply) => {
    replies.set(byKey.get(reply.key) ?? '', reply);
    finish();
  });
  return observed;
}

function describe([name, read]: [string, Read]): { name: string; line: string; read: Read } {
  return { name, line: renderRead(read), read };
}

/** Equal reads of different probes are made once, with the longest limit. */
function addQuestion(questions: Map<string, Question>, key: string, read: Read, limit: number): void {
  const same = questions.get(key);
  questions.set(key, { key: same?.key ?? `q${questions.size}`, read, limit: Math.max(limit, same?.limit ?? 0) });
}

/** What a probe throws is a bug of it; the others go on, and the person is told. */
function guarded<T>(work: () => Outcome<T>): Outcome<T> {
  try {
    return work();
  } catch (error) {
    return couldNotCheck('crashed', messageOf(error));
  }
}

function endedRead(core: Core, name: string, read: Read, { outcome, at, milliseconds }: Reply): EndedRead {
  const line = renderRead(read);
  if (outcome.kind === 'could-not-check') {
    return { name, line, at, milliseconds, outcome: outcome.reason, detail: outcome.detail, raw: null, size: 0 };
  }
  const { hash, size } = core.journal.keep(JSON.stringify(outcome.value));
  return { name, line, at, milliseconds, outcome: 'answered', detail: '', raw: hash, size };
}

/**
 * Asks a batch and hands on each reply without its secrets. Every question gets exactly one reply, whatever the source
 * does; once cancelled, nothing more is waited for.
 */
export async function askBatch(
  core: Core,
  questions: readonly Question[],
  signal: AbortSignal,
  onReply: (reply: Reply) => void,
): Promise<void> {
  const open = new Map(questions.map((question) => [question.key, question]));
  const from = core.clock();
  const take = (reply: Reply): void => {
    if (open.delete(reply.key)) onReply({ ...tidy(core, reply), outcome: cutSecretsIn(reply.outcome) });
  };
  let trouble = 'the source gave no answer';
  if (open.size > 0 && !signal.aborted) {
    const reading = core.source.read(questions, take, signal).catch((error: unknown) => {
      trouble = messageOf(error);
    });
    await Promise.race([reading, aborted(signal)]);
  }
  const milliseconds = Math.max(0, core.clock().getTime() - from.getTime());
  const outcome = signal.aborted ? couldNotCheck('cancelled', '') : couldNotCheck('crashed', trouble);
  for (const key of [...open.keys()]) take({ key, outcome, at: from.toISOString(), milliseconds });
}

/** One read, for a backup. Its secrets are still in it: what goes into the journal is cut by the caller. */
export async function askOne(core: Core, read: Read, limit: number, signal: AbortSignal): Promise<Outcome<Answer>> {
  const [outcome] = await askAll(core, [read], limit, signal);
  return outcome ?? couldNotCheck('crashed', 'the source gave no answer');
}

/** Several reads with one limit, uncut, in their order. */
export async function askAll(
  core: Core,
  reads: readonly Read[],
  limit: number,
  signal: AbortSignal,
): Promise<ReadonlyArray<Outcome<Answer>>> {
  const outcomes = reads.map((): Outcome<Answer> => couldNotCheck('crashed', 'the source gave no answer'));
  const questions = reads.map((read, index) => ({ key: `b${index}`, read, limit }));
  if (signal.aborted) return reads.map(() => couldNotCheck('cancelled', ''));
  const trouble: CouldNotCheck[] = [];
  const reading = core.source
    .read(questions, ({ key, outcome }) => (outcomes[Number(key.slice(1))] = outcome), signal)
    .catch((error: unknown) => {
      trouble.push(couldNotCheck('crashed', messageOf(error)));
    });
  await Promise.race([reading, aborted(signal)]);
  const why = isAborted(signal) ? couldNotCheck('cancelled', '') : trouble[0];
  return why ? reads.map(() => why) : outcomes;
}

/** Asked anew: it may have become so while something was waited for. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function tidy(core: Core, reply: Reply): Reply {
  const at = Number.isNaN(Date.parse(reply.at)) ? core.clock() : new Date(reply.at);
  return { ...reply, at: at.toISOString(), milliseconds: Number.isFinite(reply.milliseconds) ? reply.milliseconds : 0 };
}
