import { isSymptomId, symptoms } from '../../shared/catalogue/symptoms';
import { winnow } from '../../shared/engine/winnow';
import { practiceNodes } from '../../shared/practice/nodes';
import type { Runner } from '../session/runner';
import { clean, json, quoted } from './clean';
import { BadInput, type Context, EXIT, type Exit } from './io';
import { openNode } from './node';
import { nowhere } from '../journal/nowhere';
import { walkAlone } from '../session/walk-alone';
import { runnerOn } from './session';
import type { Lines } from './shapes';
import { nearText } from './texts';
import { wordsIn } from './words';

/** Prints all PowerShell text that Winnow sends to a shell before it asks or changes anything. */
export async function printScript({ io }: Context): Promise<Exit> {
  const { library } = await import('../powershell/script/library');
  io.out(library);
  return EXIT.nothing;
}

/**
 * Prints the lines that a probe, a symptom or a remediation would run. What is asked may depend on what was answered
 * before, so a node is asked: the one that was named, else a practice node to which the thing belongs. A remediation
 * is previewed, never applied.
 */
export async function printLines(context: Context, id: string): Promise<Exit> {
  const { io, t, options, language } = context;
  const known = kindOf(id);
  if (!known) {
    const { probes, remediations } = winnow;
    const near = nearText(
      t,
      id,
      [probes, symptoms, remediations].flatMap((items: object) => Object.keys(items)),
    );
    throw new BadInput(t('bad.lines', { id: quoted(id), near }));
  }
  const nodes = options.node === undefined ? nodesFor(id) : [options.node];
  for (const node of nodes) {
    const result = await linesOn(context, id, known === 'remediation', node);
    if (!result) continue;
    const words = wordsIn(language, t);
    const name = (of: string): string => (known === 'remediation' ? of : words.probe(of));
    const text = result.lines.map(({ of, line }) => `# ${name(of)}\n${line}\n`).join('');
    io.out(options.json ? json(result) : clean(`# ${t('node', { node: result.node })}\n${text}`));
    return EXIT.nothing;
  }
  throw new BadInput(t('bad.lines-not-here', { id, node: quoted(nodes[0] ?? '') }));
}

/** The lines on one node; null: it does not need this remediation. */
async function linesOn(
  context: Context,
  id: string,
  isRemediation: boolean,
  node: string | undefined,
): Promise<Lines | null> {
  const source = await openNode(context, node);
  const runner = runnerOn(context.io, source, nowhere);
  try {
    const lines = isRemediation ? await writesOf(runner, id, node) : await readsOf(runner, probesOf(id));
    return lines && { id, node: source.name, lines: [...lines] };
  } finally {
    await runner.leave();
    await source.close();
  }
}

function kindOf(id: string): 'probe' | 'symptom' | 'remediation' | null {
  if (Object.hasOwn(winnow.probes, id)) return 'probe';
  if (isSymptomId(id)) return 'symptom';
  return Object.hasOwn(winnow.remediations, id) ? 'remediation' : null;
}

/** The practice nodes that have the symptom, or a cause that the remediation mends; else the one that is opened anyhow. */
function nodesFor(id: string): ReadonlyArray<string | undefined> {
  const nodes = practiceNodes.filter(({ symptom, cause }) => symptom === id || offers(symptom, cause, id));
  return nodes.length === 0 ? [undefined] : nodes.map((node) => `practice:${node.id}`);
}

function offers(symptom: string | null, cause: string | null, remediation: string): boolean {
  const causes = symptom === null ? undefined : winnow.symptoms[symptom]?.causes;
  return cause !== null && causes?.[cause]?.remediations.includes(remediation) === true;
}

function probesOf(id: string): readonly string[] {
  if (!isSymptomId(id)) return [id];
  return [...new Set(Object.values(symptoms[id].steps).flatMap(({ probes, also }) => [...probes, ...also]))];
}

async function readsOf(runner: Runner, probes: readonly string[]): Promise<Lines['lines']> {
  runner.start(Object.keys(symptoms)[0] ?? '');
  await runner.askFor(probes);
  return runner
    .entries()
    .flatMap(({ event }) =>
      event.kind === 'probe-started' ? event.reads.map(({ line }) => ({ of: event.probe, line })) : [],
    );
}

/** What a remediation backs up, changes and undoes on the node that needs it; null: this one does not. */
async function writesOf(runner: Runner, remediation: string, name: string | undefined): Promise<Lines['lines'] | null> {
  const fitting = practiceNodes.filter(({ symptom, cause }) => offers(symptom, cause, remediation));
  const node = fitting.find(({ id }) => name === `practice:${id}`) ?? fitting[0];
  for (const symptom of node?.symptom ? [node.symptom] : Object.keys(symptoms)) {
    runner.start(symptom);
    await walkAlone(runner, node?.answers ?? {}, null);
    const preview = await runner.preview(remediation);
    await runner.leave();
    if (preview.kind === 'copy') return preview.lines.map((line) => ({ of: 'copy', line }));
    if (preview.kind !== 'writes') continue;
    const part = (of: string, lines: readonly string[]) => lines.map((line) => ({ of, line }));
    return [...part('backup', preview.backup), ...part('change', preview.lines), ...part('undo', preview.undoLines)];
  }
  return null;
}
