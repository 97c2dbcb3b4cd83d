import { symptoms } from '../../shared/catalogue/symptoms';
import { loadAnswers } from './answers';
import { applyAlone, checkApply } from './apply';
import { json } from './clean';
import { BadInput, type Context, EXIT, type Exit } from './io';
import { recordedIn } from '../node/bundle';
import { stopAtInterrupt } from './interrupt';
import { knownSymptom, openNode } from './node';
import { appliedText, diagnosisText } from './print';
import { diagnosisOf, exitOf } from './results';
import { walkAlone } from '../session/walk-alone';
import { runnerOn } from './session';
import type { Applied } from './shapes';
import { wizard } from './wizard/wizard';

/** Diagnoses one symptom: with the person who sits at the terminal, else, and where a script's options are given, unattended. */
export async function diagnose(context: Context, id: string | undefined): Promise<Exit> {
  const { io, t, options } = context;
  const { json: asJson, answers, apply, yes } = options;
  if (io.terminal && !asJson && !yes && answers === undefined && apply === undefined) return wizard(context, id);
  if (id === undefined) throw new BadInput(t('bad.no-symptom-named', { known: Object.keys(symptoms).join(', ') }));
  return diagnoseAlone(context, id);
}

/** Walks one symptom without a person, and applies what it was told to. A proven repair leaves nothing wrong. */
async function diagnoseAlone(context: Context, id: string): Promise<Exit> {
  const { io, t, options } = context;
  const symptom = knownSymptom(context, id);
  checkApply(context);
  const answers = loadAnswers(context);
  const source = await openNode(context, options.node);
  const runner = runnerOn(io, source);
  const interrupted = stopAtInterrupt(context, runner);
  try {
    runner.start(symptom);
    await walkAlone(runner, answers, recordedIn(source));
    const walk = runner.walk();
    const state = runner.state();
    if (!walk || !state) throw new Error('the session ended by itself');
    const diagnosis = diagnosisOf(walk, state.evidence);
    const applied = await applyIfWanted(context, runner, walk.end.kind === 'finding');
    if (options.json) io.out(json({ ...diagnosis, remediation: applied }));
    else {
      io.out(diagnosisText(context, walk, diagnosis, state.evidence, source.name));
      if (applied) io.out(appliedText(context, applied));
      io.out(`\n${t('session', { id: state.id })}\n`);
    }
    const lost = runner.state()?.journalLost ?? null;
    if (lost !== null) io.err(`${t('journal-lost', { detail: lost })}\n`);
    if (interrupted()) io.err(`${t('wizard.left', { id: state.id })}\n`);
    return applied?.result === 'fixed' ? EXIT.nothing : exitOf(walk);
  } finally {
    // What was stopped half-way can be gone on with, and what was changed be undone.
    await (interrupted() ? runner.leave() : runner.close());
    await source.close();
  }
}

async function applyIfWanted(
  context: Context,
  runner: Parameters<typeof applyAlone>[1],
  found: boolean,
): Promise<Applied | null> {
  const { io, t, options } = context;
  if (options.apply === undefined) return null;
  if (found) return applyAlone(context, runner, options.apply);
  io.err(`${t('nothing-to-apply', { id: options.apply })}\n`);
  return null;
}
