import { symptoms } from '../../shared/catalogue/symptoms';
import { walkUnattended } from '../../shared/engine/unattended';
import { winnow } from '../../shared/engine/winnow';
import { type AnswerFile, loadAnswers } from './answers';
import { json } from './clean';
import { BadInput, type Context, type Exit } from './io';
import { openNode, recordedIn } from './node';
import { checkText } from './print';
import { checkOf, exitOf } from './results';
import { nowhere, runnerOn } from './session';

/** Asks the node everything in a few batches, and walks every tree over what it said. */
export async function check(context: Context): Promise<Exit> {
  const { io, t, options } = context;
  if (options.apply !== undefined || options.yes) throw new BadInput(t('bad.apply-elsewhere'));
  const file = loadAnswers(context);
  const source = await openNode(context, options.node);
  const runner = runnerOn(io, source, nowhere);
  const ids = Object.keys(symptoms);
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
    const exit = exitOf(walks);
    io.out(options.json ? json(result) : checkText(context, result, exit, source.name));
    return exit;
  } finally {
    await runner.close();
    await source.close();
  }
}

/** What any step of any tree looks at. */
function wantedProbes(): readonly string[] {
  const steps = Object.values(winnow.symptoms).flatMap((symptom) => Object.values(symptom.steps));
  return [...new Set(steps.flatMap(({ probes, also }) => [...probes, ...also]))];
}
