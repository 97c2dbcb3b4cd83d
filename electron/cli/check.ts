import { writeFileSync } from 'node:fs';
import { type Check, checkOf, compareChecks } from '../../shared/engine/check';
import { winnow } from '../../shared/engine/winnow';
import type { NodeSource } from '../../shared/node/source';
import { messageOf } from '../journal/files';
import { nowhere } from '../journal/nowhere';
import { askEverything, recordedAnswers } from '../session/check-node';
import type { Runner } from '../session/runner';
import { type AnswerFile, loadAnswers } from './answers';
import { json, quoted } from './clean';
import { comparisonText, loadCheck } from './compare';
import { BadInput, type Context, type Exit } from './io';
import { stopAtInterrupt } from './interrupt';
import { junitOf } from './junit';
import { openNode } from './node';
import { checkText } from './print-check';
import { exitOfCheck, printedCheck } from './results';
import { runnerOn } from './session';

/** Asks the node everything in a few batches, and walks every tree over what it said. */
export async function check(context: Context): Promise<Exit> {
  const { io, options } = context;
  const file = loadAnswers(context);
  const earlier = loadCheck(context);
  const source = await openNode(context, options.node);
  try {
    const found = await checkNode(context, source, file, (runner) => void stopAtInterrupt(context, runner));
    const exit = exitOfCheck(found);
    const printed = printedCheck(found);
    if (options.junit !== undefined) writeReport(context, options.junit, junitOf(context, found, source.name));
    const compared = earlier && compareChecks(earlier.findings, printed.findings);
    if (options.json) io.out(json(compared ? { ...printed, compared } : printed));
    else io.out(checkText(context, printed, exit, source.name) + (compared ? comparisonText(context, compared) : ''));
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
): Promise<Check> {
  const runner = runnerOn(io, source, nowhere);
  hear(runner);
  try {
    return checkOf(winnow, await askEverything(runner), { ...recordedAnswers(source), ...file });
  } finally {
    await runner.close();
  }
}

function writeReport({ t }: Pick<Context, 't'>, file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new BadInput(t('bad.not-written', { file: quoted(file), detail: quoted(messageOf(error)) }));
  }
}
