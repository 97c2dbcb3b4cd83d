import { z } from 'zod';
import { couldNotCheck, type CouldNotCheck, type Outcome } from '../../shared/node/outcome';
import { renderRead, renderWrite } from '../../shared/node/powershell';
import { limitsOf } from '../../shared/node/limits';
import { type Answer, answerSchemas, type Read } from '../../shared/node/read';
import { cutSecretsIn } from '../../shared/node/secrets';
import type { NodeSource, Question, Reply } from '../../shared/node/source';
import { ADMINISTRATORS_ONLY, isReadOnlyCall } from '../../shared/node/tools';
import type { Write, Written } from '../../shared/node/write';
import { parsedBy } from '../powershell/answer';
import type { Job } from '../powershell/call';
import { type LaneName, laneOf, laneOfWrite, type Lanes } from '../powershell/lanes';

/** What the shell said of itself when the node was opened. */
export type ShellFacts = Answer<'shell'>;

/** What a live node needs of its shells. */
export type LiveLanes = Pick<Lanes, 'run' | 'close'>;

/** How long one change may take, in milliseconds: Windows waits 30 s for a service to stop, twice in a restart. */
const WRITE_LIMIT = 120_000;

const written: z.ZodType<Written> = z.strictObject({ detail: z.string() });

/** The machine behind these shells. Their first words, `shell`, say what need not be asked at all. */
export function liveSource(lanes: LiveLanes, shell: ShellFacts): NodeSource {
  return {
    kind: 'live',
    name: 'live',
    writable: true,
    limits: limitsOf(shell),
    read: (questions, onReply, signal) => ask(lanes, shell, questions, onReply, signal),
    write: (write, signal) => change(lanes, shell, write, signal),
    close: () => lanes.close(),
  };
}

/** Asks a batch: one call a lane, side by side. */
export async function ask(
  lanes: LiveLanes,
  shell: ShellFacts | null,
  questions: readonly Question[],
  onReply: (reply: Reply) => void,
  signal: AbortSignal,
): Promise<void> {
  const jobs: Record<LaneName, Job[]> = { hns: [], slow: [], normal: [] };
  const reads = new Map(questions.map(({ key, read }) => [key, read]));
  for (const { key, read, limit } of questions) {
    const why = shell && whyNotAsked(read, shell);
    if (why) onReply({ key, outcome: why, at: new Date().toISOString(), milliseconds: 0 });
    else jobs[laneOf(read)].push({ key, line: renderRead(read), limit });
  }
  const take = (lane: LaneName): Promise<void> =>
    lanes.run(
      lane,
      jobs[lane],
      ({ key, outcome, at, milliseconds }) => {
        const read = reads.get(key);
        if (read) onReply({ key, outcome: answerTo(read, outcome), at: at.toISOString(), milliseconds });
      },
      signal,
    );
  await Promise.all([take('hns'), take('slow'), take('normal')]);
}

function answerTo(read: Read, outcome: Outcome<unknown>): Outcome<Answer> {
  return cutSecretsIn(parsedBy<Answer>(answerSchemas[read.kind], outcome));
}

/** A change that was begun is not broken off by a cancel: half a change is worse than one that can be undone. */
async function change(
  lanes: LiveLanes,
  shell: ShellFacts,
  write: Write,
  signal: AbortSignal,
): Promise<Outcome<Written>> {
  if (signal.aborted) return couldNotCheck('cancelled', '');
  if (!shell.elevated) return NOT_ELEVATED;
  const job: Job = { key: 'write', line: renderWrite(write), limit: WRITE_LIMIT };
  let outcome: Outcome<unknown> = couldNotCheck('crashed', 'no answer came');
  const take = (result: { readonly outcome: Outcome<unknown> }): void => void (outcome = result.outcome);
  await lanes.run(laneOfWrite(write), [job], take, new AbortController().signal);
  return cutSecretsIn(parsedBy(written, outcome));
}

const NOT_ELEVATED = couldNotCheck('not-elevated', '0x80070005');

/** Why a read would not be answered by a shell like this one, or be answered wrongly; null: it can be asked. */
export function whyNotAsked(read: Read, shell: ShellFacts): CouldNotCheck | null {
  if (read.kind === 'tool' && !isReadOnlyCall(read.tool, read.args)) {
    return couldNotCheck('policy', `${read.tool} ${read.args.join(' ')}`);
  }
  // Windows shows a 32-bit program other files and another registry than there are.
  if (
    shell.os64 &&
    !shell.process64 &&
    (read.kind === 'file' || read.kind === 'directory' || read.kind === 'registry')
  ) {
    return couldNotCheck('not-applicable', '32-bit PowerShell');
  }
  const administrators = read.kind === 'hns' || (read.kind === 'tool' && ADMINISTRATORS_ONLY.includes(read.tool));
  return administrators && !shell.elevated ? NOT_ELEVATED : null;
}
