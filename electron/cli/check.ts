import { symptoms } from '../../shared/catalogue/symptoms';
import { walkUnattended } from '../../shared/engine/unattended';
import { winnow } from '../../shared/engine/winnow';
import type { NodeSource } from '../../shared/node/source';
import type { Runner } from '../session/runner';
import { type AnswerFile, loadAnswers } from './answers';
import { json } from './clean';
import type { Context, Exit } from './io';
import { openNode, recordedIn } from './node';
import { checkText } from './print-check';
import { checkOf, exitOf } from './results';
import { nowhere, runnerOn } from './session';
import type { Check } from './shapes';

/** Asks the node everything in a few batches, and walks every tree over what it said. */
export async function check(context: Context): Promise<Exit> {
  const { io, options } = context;
  const file = loadAnswers(context);
  const source = await openNode(context, options.node);
  try {
    const { result, exit } = await checkNode(context, source, file);
    io.out(options.json ? json(result) : checkText(context, result, exit, source.name));
    return exit;
  } finally {
    await source.close();
  }
}

/** Checks a node that is open. `hear` is given the runner that asks, to follow and to cancel it. */
export async function checkNode(
  { io }: Pick<Context, 'io'>,
  source: NodeSource,
  file: AnswerFile,
  hear: (runner: Runner) => void = () => undefined,
): Promise<{ readonly result: Check; readonly exit: Exit }> {
  const runner = runnerOn(io, source, nowhere);
  const ids = Object.keys(symptoms);
  hear(runner);
  try {
    runner.start(ids[0] ?? '');
    await runner.askFor(wantedProbes());
    const evidence = runner.state()?.evidence ?? {};
    const recorded: AnswerFile = Object.fromEntries(
      (recordedIn(source)?.answers ?? [])
        .filter(({ by }) => by !== 'machine')
        .map(({ step, answer }) => [step, answer]),
    );
    const done = ids.map((id) => walkUnattended(winnow, id, evidence, { ...recorded, ...file }));
    const walks = done.map(({ walk }) => walk);
    const result = checkOf(
      walks,
      evidence,
      done.flatMap(({ needsAnswer }) => needsAnswer),
    );
    return { result, exit: exitOf(walks) };
  } finally {
    await runner.close();
  }
}

/** What any step of any tree looks at. */
function wantedProbes(): readonly string[] {
  const steps = Object.values(winnow.symptoms).flatMap((symptom) => Object.values(symptom.steps));
  return [...new Set(steps.flatMap(({ probes, also }) => [...probes, ...also]))];
}
