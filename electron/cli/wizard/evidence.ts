import { clean } from '../clean';
import { whyText } from '../print';
import { member } from '../texts';
import type { Room } from './room';

const BACK = '+back';
/** Lines of a raw answer that are shown at once. */
const PART = 40;

/** Shows what was asked: per probe the lines that asked, how it went, and the raw answers. */
export async function evidenceWith(room: Room): Promise<void> {
  const { prompts, runner, t, words } = room;
  for (;;) {
    const { probes = {}, evidence = {} } = runner.state() ?? {};
    const choices = Object.entries(probes).map(([probe, { status }]) => {
      const outcome = evidence[probe];
      const why = outcome?.kind === 'could-not-check' ? member(t, 'reason', outcome.reason) : t('reason.answered');
      return { value: probe, label: words.probe(probe), hint: status === 'asking' ? '…' : why };
    });
    const chosen = await prompts.choose(t('wizard.evidence'), [...choices, { value: BACK, label: t('wizard.return') }]);
    if (chosen === null || chosen === BACK) return;
    await probeWith(room, chosen);
  }
}

async function probeWith(room: Room, probe: string): Promise<void> {
  const { prompts, runner, t, words } = room;
  const reads = runner.state()?.probes[probe]?.reads ?? [];
  const outcome = runner.state()?.evidence[probe];
  if (outcome?.kind === 'could-not-check' && reads.length === 0) {
    prompts.say(whyText(t, outcome), words.probe(probe));
  }
  for (const { line, at, milliseconds, outcome: how, detail, raw } of reads) {
    const ms = Math.round(milliseconds);
    prompts.say(
      [
        t('wizard.line'),
        `  ${line}`,
        t('wizard.read', { at: words.time(at), ms, outcome: member(t, 'reason', how) }),
        detail,
      ].join('\n'),
      words.probe(probe),
    );
    const text = raw === null ? null : runner.raw(raw);
    if (text !== null && !(await rawWith(room, text))) return;
  }
}

/** A raw answer, part by part; false where the person has seen enough. */
async function rawWith({ prompts, t }: Room, raw: string): Promise<boolean> {
  const lines = clean(readable(raw)).split('\n');
  for (let from = 0; from < lines.length; from += PART) {
    prompts.say(lines.slice(from, from + PART).join('\n'), from === 0 ? t('wizard.raw') : undefined);
    const left = lines.length - from - PART;
    if (left <= 0) return true;
    const chosen = await prompts.choose(t('wizard.lines-left', { count: left }), [
      { value: 'more', label: t('wizard.more') },
      { value: 'enough', label: t('wizard.return') },
    ]);
    if (chosen !== 'more') return false;
  }
  return true;
}

/** JSON with line breaks, and the texts in it with theirs. */
function readable(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2).replaceAll('\\r\\n', '\n').replaceAll('\\n', '\n');
  } catch {
    return raw;
  }
}
