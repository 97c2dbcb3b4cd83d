import { winnow } from '../../shared/engine/winnow';
import type { Run } from '../../shared/session/runs';
import type { Runner } from '../session/runner';
import { quoted } from './clean';
import { BadInput, type Context } from './io';
import type { Applied } from './shapes';
import { wordsIn } from './words';

/** Refuses what may not be applied without a person, before anything is asked. */
export function checkApply({ t, options: { apply, yes } }: Context): void {
  if (apply === undefined) {
    if (yes) throw new BadInput(t('bad.yes-alone'));
    return;
  }
  const known = Object.keys(winnow.remediations);
  const remediation = Object.hasOwn(winnow.remediations, apply) ? winnow.remediations[apply] : undefined;
  if (!remediation) throw new BadInput(t('bad.remediation', { id: quoted(apply), known: known.join(', ') }));
  if (remediation.risk === 'destructive') throw new BadInput(t('bad.destructive', { id: apply }));
  if (!yes) throw new BadInput(t('bad.no-yes', { id: apply }));
}

/** Previews, applies and verifies a remediation without a person; what it is told on stderr says why it did not. */
export async function applyAlone(context: Context, runner: Runner, id: string): Promise<Applied> {
  return applyPreviewed(context, runner, id, await runner.preview(id));
}

/** Applies and verifies what was previewed. */
export async function applyPreviewed(
  context: Context,
  runner: Runner,
  id: string,
  preview: Awaited<ReturnType<Runner['preview']>>,
): Promise<Applied> {
  const { t, io, language } = context;
  const none = (result: string, lines: readonly string[] = []): Applied => ({
    id,
    result,
    values: [],
    steps: lines.map((line) => ({ line, status: 'copy', detail: '' })),
  });
  if (preview.kind === 'failed') {
    io.err(`${t('not-applied', { id, detail: quoted(preview.detail || preview.what) })}\n`);
    return none(preview.what);
  }
  if (preview.kind === 'copy') return none('copy', preview.lines);
  if (preview.kind === 'not-here') {
    io.err(`${wordsIn(language, t).notHere(id, preview.why)}\n`);
    return none('not-here');
  }
  if (preview.risk === 'destructive') {
    io.err(`${t('bad.destructive', { id })}\n`);
    return none('destructive');
  }
  const last = preview.earlierRuns[0];
  if (last) io.err(`${t('applied-before', { at: last.at, result: last.result })}\n`);
  const done = await runner.apply(id, { ticket: preview.ticket, nodeName: null });
  const run = runner.state()?.runs.at(-1);
  if (run) return appliedOf(run);
  return none(done.kind === 'failed' ? done.what : 'no-change');
}

/** A run as it is printed. */
export function appliedOf(run: Run): Applied {
  return {
    id: run.remediation,
    result: run.result ?? run.status,
    values: run.values.map(({ citation, before, after }) => ({ ...citation, before, after: after ?? null })),
    steps: run.steps.map(({ line, status, detail }) => ({ line, status, detail })),
  };
}
