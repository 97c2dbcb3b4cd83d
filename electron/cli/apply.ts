import { winnow } from '../../shared/engine/winnow';
import type { Run } from '../../shared/session/runs';
import type { Runner } from '../session/runner';
import { quoted } from './clean';
import { BadInput, type Context, type Io } from './io';
import type { Applied } from './shapes';
import { member, nearText } from './texts';
import { wordsIn } from './words';

/** Refuses what may not be applied without a person, before anything is asked. */
export function checkApply({ t, options: { apply, yes } }: Context): void {
  if (apply === undefined) {
    if (yes) throw new BadInput(t('bad.yes-alone'));
    return;
  }
  const known = Object.keys(winnow.remediations);
  const remediation = Object.hasOwn(winnow.remediations, apply) ? winnow.remediations[apply] : undefined;
  if (!remediation) {
    const near = nearText(t, apply, known);
    throw new BadInput(t('bad.remediation', { id: quoted(apply), near, known: known.join(', ') }));
  }
  if (remediation.risk === 'destructive') throw new BadInput(t('bad.destructive', { id: apply }));
  if (!yes) throw new BadInput(t('bad.no-yes', { id: apply }));
}

/** What says on stderr why something was not done. */
type Telling = Pick<Context, 't' | 'language' | 'zone'> & { readonly io: Pick<Io, 'err'> };

/** Previews, applies and verifies a remediation without a person; what it is told on stderr says why it did not. */
export async function applyAlone(context: Telling, runner: Runner, id: string): Promise<Applied> {
  const { t, io, language, zone } = context;
  const words = wordsIn(language, t, zone);
  const preview = await runner.preview(id);
  const none = (result: string, lines: readonly string[] = []): Applied => ({
    id,
    result,
    values: [],
    steps: lines.map((line) => ({ line, status: 'copy', detail: '' })),
  });
  if (preview.kind === 'failed') {
    io.err(
      `${t('not-applied', { id, detail: [member(t, 'trouble', preview.what), quoted(preview.detail)].join(' ') })}\n`,
    );
    return none(preview.what);
  }
  if (preview.kind === 'copy') return none('copy', preview.lines);
  if (preview.kind === 'not-here') {
    io.err(`${words.notHere(id, preview.why)}\n`);
    return none('not-here');
  }
  if (preview.risk === 'destructive') {
    io.err(`${t('bad.destructive', { id })}\n`);
    return none('destructive');
  }
  const last = preview.earlierRuns[0];
  if (last) io.err(`${t('applied-before', { at: words.time(last.at), result: member(t, 'result', last.result) })}\n`);
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
