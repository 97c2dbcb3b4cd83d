import type { NodeSource } from '../../../shared/node/source';
import { openJournals } from '../../journal/journal';
import { check } from '../check';
import { type Context, EXIT, type Exit } from '../io';
import { knownSymptom, openNode } from '../node';
import { exitOf } from '../results';
import { runnerOn, sessionsIn } from '../session';
import { pickNode } from './pick-node';
import { pickSession } from './pick-session';
import { pickSymptom } from './pick-symptom';
import { type Room, roomOf, sayFailed } from './room';
import { walkWith } from './walk';

/**
 * The wizard of the terminal: node, symptom, questions with their proposals, finding, remediation, export. Without a
 * terminal, and with `--json` or a file of answers, everything is checked unattended. `wanted`: the symptom to begin with.
 */
export async function wizard(context: Context, wanted?: string): Promise<Exit> {
  const { io, t, options } = context;
  if (!io.terminal || options.json || options.answers !== undefined) return check(context);
  const symptom = wanted === undefined ? undefined : knownSymptom(context, wanted);
  io.prompts.say(t('wizard.welcome'), t('wizard.title', { version: io.version }));
  const given = options.node === undefined ? null : await openNode(context, options.node);
  const room = (await resumed(context, given, symptom)) ?? (await begun(context, given, symptom));
  if (!room) {
    await given?.close();
    return EXIT.unsaid;
  }
  const { runner, source } = room;
  try {
    const end = await walkWith(room);
    const id = runner.state()?.id ?? '';
    const exit = exitOfSession(room);
    if (end === 'ended') await runner.close();
    else await runner.leave();
    io.prompts.say(t(end === 'ended' ? 'wizard.ended' : 'wizard.left', { id }));
    return exit;
  } finally {
    await runner.leave();
    await source.close();
  }
}

/** An open session that the person goes on with; null to begin a new one. */
async function resumed(context: Context, given: NodeSource | null, symptom?: string): Promise<Room | null> {
  const { io } = context;
  const journals = openJournals(sessionsIn(io));
  const picked = symptom === undefined ? await pickSession(context, journals, given) : null;
  if (!picked) return null;
  const runner = runnerOn(io, picked.source, journals);
  const done = runner.resume(picked.id);
  if (done.kind === 'done') {
    if (done.torn > 0) io.prompts.say(context.t('wizard.torn'));
    return roomOf(context, runner, picked.source);
  }
  sayFailed({ prompts: io.prompts, t: context.t }, done);
  if (picked.source !== given) await picked.source.close();
  return null;
}

/** A new session; null where the person went away. */
async function begun(context: Context, given: NodeSource | null, wanted?: string): Promise<Room | null> {
  const source = given ?? (await pickNode(context));
  if (!source) return null;
  const symptom = wanted ?? (await pickSymptom(context, source));
  if (symptom === null) {
    if (source !== given) await source.close();
    return null;
  }
  const runner = runnerOn(context.io, source);
  runner.start(symptom);
  return roomOf(context, runner, source);
}

/** A proven repair leaves nothing wrong; else what the walk came to. */
function exitOfSession({ runner }: Room): Exit {
  const last = runner.state()?.runs.at(-1);
  const walk = runner.walk();
  if (last?.status === 'verified' && last.result === 'fixed') return EXIT.nothing;
  return walk ? exitOf(walk) : EXIT.unsaid;
}
