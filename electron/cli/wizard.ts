import { confirm, isCancel, log, select } from '@clack/prompts';
import { askOn } from '../session/ask-on';
import { symptoms } from '../../shared/catalogue/symptoms';
import { UNSURE } from '../../shared/engine/walk';
import { applyPreviewed } from './apply';
import type { Preview } from '../session/remedy';
import type { Runner } from '../session/runner';
import { check } from './check';
import { clean } from './clean';
import { type Context, type Exit, EXIT } from './io';
import { knownSymptom, openNode } from './node';
import { appliedText, diagnosisText } from './print';
import { diagnosisOf, exitOf } from './results';
import { runnerOn } from './session';
import { wordsIn } from './words';

/** The wizard of the terminal: symptom, questions with their proposals, finding, remediation. Without a terminal, a check. */
export async function wizard(context: Context): Promise<Exit> {
  const { io, t, language, options } = context;
  if (!io.terminal) return check(context);
  const words = wordsIn(language, t);
  const picked = await select({
    message: t('wizard.symptom'),
    options: Object.keys(symptoms).map((value) => ({ value, label: words.symptom(value) })),
  });
  if (isCancel(picked)) return EXIT.nothing;
  const source = await openNode(context, options.node);
  const runner = runnerOn(io, source);
  try {
    runner.start(knownSymptom(context, picked));
    for (;;) {
      await askOn(runner);
      const walk = runner.walk();
      const here = walk?.path.at(-1);
      if (!walk || !here) return EXIT.internal;
      if (walk.end.kind !== 'question' && walk.end.kind !== 'contradiction') break;
      if (here.proposal.kind === 'because')
        log.info(t('wizard.proposed', { answer: words.answer(here.key, here.proposal.answer) }));
      const steps = symptoms[knownSymptom(context, here.symptom)].steps;
      const answers = Object.keys(steps[here.step]?.answers ?? {});
      const proposed = here.proposal.kind === 'because' ? here.proposal.answer : UNSURE;
      const given = await select({
        message: words.question(here.key),
        initialValue: proposed,
        options: [...answers, UNSURE].map((value) => ({ value, label: words.answer(here.key, value) })),
      });
      if (isCancel(given)) return EXIT.unsaid;
      runner.answer(here.key, given, given === proposed && given !== UNSURE ? 'machine' : 'person');
      if (runner.walk()?.end.kind === 'contradiction' && here.proposal.kind === 'because') runner.settle(here.key);
    }
    return await ended(context, runner, source.name);
  } finally {
    await runner.close();
    await source.close();
  }
}

async function ended(context: Context, runner: Runner, node: string): Promise<Exit> {
  const { io, t, language } = context;
  const words = wordsIn(language, t);
  const walk = runner.walk();
  const state = runner.state();
  if (!walk || !state) return EXIT.internal;
  io.out(diagnosisText(context, diagnosisOf(walk, state.evidence), walk.end.kind, node));
  const offered = walk.end.kind === 'finding' ? walk.end.finding.remediations : [];
  if (offered.length === 0) return exitOf([walk]);
  const chosen = await select({
    message: t('wizard.remedy'),
    options: [
      { value: '', label: t('wizard.nothing') },
      ...offered.map((value) => ({ value, label: words.remediation(value), hint: words.touches(value) })),
    ],
  });
  if (isCancel(chosen) || chosen === '') return exitOf([walk]);
  const preview = await runner.preview(chosen);
  if (!(await consented(context, preview))) return exitOf([walk]);
  const applied = await applyPreviewed(context, runner, chosen, preview);
  io.out(appliedText(context, applied));
  return applied.result === 'fixed' ? EXIT.nothing : exitOf([walk]);
}

/** Shows what would run, whom it hurts and how it is undone, and asks; lines to be run elsewhere need no consent. */
async function consented({ io, t }: Context, preview: Preview): Promise<boolean> {
  if (preview.kind !== 'writes') return true;
  const pods = preview.pods === null ? t('wizard.hurts-unknown') : preview.pods.join(', ') || '-';
  const part = (title: string, lines: readonly string[]) => [title, ...lines.map((line) => `  ${line}`)];
  const shown = [
    ...part(t('wizard.lines'), preview.lines),
    ...part(t('wizard.hurts'), [pods]),
    ...part(t('wizard.undo'), preview.undoLines.length > 0 ? preview.undoLines : ['-']),
  ];
  io.out(clean(`${shown.join('\n')}\n`));
  return (await confirm({ message: t('wizard.consent'), initialValue: false })) === true;
}
