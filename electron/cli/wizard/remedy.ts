import { assertNever } from '../../../shared/node/outcome';
import type { Preview } from '../../session/remedy';
import type { Io } from '../io';
import { member } from '../texts';
import { whileBusy } from './live';
import { type Room, sayFailed } from './room';
import { latestRun, showRun } from './runs';

/** What applying a remediation needs of the room. */
type Ward = Pick<Room, 'prompts' | 'runner' | 't' | 'language' | 'zone' | 'words'> & { readonly io: Pick<Io, 'now'> };

type Writes = Extract<Preview, { kind: 'writes' }>;

/** Shows what a remediation would do, asks for consent as its risk demands, applies it and shows what it brought. */
export async function remedyWith(room: Ward, id: string): Promise<void> {
  const { prompts, runner, t, words } = room;
  const preview = await whileBusy(room, 'wizard.previewing', (hear) => {
    hear(runner);
    return runner.preview(id);
  });
  switch (preview.kind) {
    case 'failed':
      sayFailed(room, preview);
      return;
    case 'copy':
      prompts.say([words.touches(id), '', ...preview.lines.map((line) => `  ${line}`)].join('\n'), t('result.copy'));
      return;
    case 'not-here':
      prompts.say(words.notHere(id, preview.why), t('result.not-here'));
      return;
    case 'writes':
      prompts.say(previewText(room, preview), words.remediation(id));
      return applyWith(room, preview);
    default:
      return assertNever(preview);
  }
}

async function applyWith(room: Ward, { remediation, risk, ticket, nodeName }: Writes): Promise<void> {
  const { runner, t } = room;
  for (;;) {
    const name = risk === 'destructive' ? await room.prompts.ask(t('wizard.type-name', { name: nodeName })) : null;
    if (risk === 'destructive' ? name === null || name === '' : !(await agreed(room, remediation, risk))) {
      room.prompts.say(t('wizard.nothing-changed'));
      return;
    }
    const before = latestRun(room)?.run;
    const done = await whileBusy(room, 'wizard.applying', (hear) => {
      hear(runner);
      return runner.apply(remediation, { ticket, nodeName: name });
    });
    if (done.kind === 'failed') sayFailed(room, done);
    if (done.kind === 'failed' && done.what === 'wrong-name') continue;
    const run = latestRun(room);
    if (run && run.run !== before) showRun(room, run);
    return;
  }
}

/** Consent to the preview; what disrupts Pods wants the summary to be confirmed. Nothing is preselected but "no". */
async function agreed({ prompts, t, words }: Ward, id: string, risk: Writes['risk']): Promise<boolean> {
  const chosen = await prompts.choose(t('wizard.consent'), [
    { value: 'no', label: t('wizard.nothing') },
    {
      value: 'yes',
      label: t(risk === 'safe' ? 'wizard.apply' : 'wizard.apply-agreed', { remediation: words.remediation(id) }),
    },
  ]);
  return chosen === 'yes';
}

function previewText(room: Ward, preview: Writes): string {
  const { t, words } = room;
  const { lines, backup, undoLines, irreversible, risk, remediation } = preview;
  const part = (title: string, items: readonly string[]) => [title, ...items.map((item) => `  ${item}`)];
  return [
    ...earlierLines(room, preview),
    words.touches(remediation),
    '',
    ...part(t('wizard.lines'), lines),
    ...part(t('wizard.risk'), [t(`risk.${risk}`), hurtsLine(room, preview)]),
    ...part(t('wizard.backup'), backup),
    ...part(t('wizard.undo-lines'), undoLines.length > 0 ? undoLines : ['-']),
    ...irreversible.map((why) => `  ${member(t, 'why', why)}`),
  ].join('\n');
}

function hurtsLine({ t }: Ward, { pods, seconds }: Writes): string {
  if (pods === null) return t('wizard.hurts-unknown');
  if (pods.length === 0) return t('wizard.hurts-nobody');
  const names = pods.join(', ');
  return seconds === null
    ? t('wizard.hurts-pods', { pods: names })
    : t('wizard.hurts-pods-seconds', { pods: names, seconds });
}

/** What ran on this node before, first of all; and whether that was too short ago to judge it. */
function earlierLines({ t, io, words }: Ward, { earlierRuns, cooldown }: Writes): readonly string[] {
  const [last] = earlierRuns;
  if (!last) return [];
  const seconds = Math.round((io.now().getTime() - Date.parse(last.at)) / 1000);
  return [
    ...earlierRuns
      .slice(0, 3)
      .map(({ at, result }) => t('applied-before', { at: words.time(at), result: member(t, 'result', result) })),
    ...(seconds < cooldown ? [t('wizard.cooldown', { seconds, cooldown })] : []),
    '',
  ];
}
