import { existsSync } from 'node:fs';
import { transcriptOf } from '../../export/transcript';
import { saveFile } from '../../export/save';
import { messageOf } from '../../journal/files';
import { quoted } from '../clean';
import { bytesOf } from '../export';
import { FORMATS, type Format } from '../options';
import { member } from '../texts';
import { type Room, tried } from './room';

const ENDINGS: Readonly<Record<Format, string>> = { markdown: 'md', html: 'html', json: 'json', bundle: 'winnow.zip' };
const BACK = '+back';

/** Shows what would be handed out and what is hidden in it, and writes it into a file of the person's choice. */
export async function exportWith(room: Room): Promise<void> {
  const { prompts, t } = room;
  const chosen = await prompts.choose(t('wizard.format'), [
    ...FORMATS.map((format) => ({ value: format, label: t(`format.${format}`) })),
    { value: BACK, label: t('wizard.return') },
  ]);
  const format = FORMATS.find((item) => item === chosen);
  if (!format) return;
  const { runner } = room;
  const bytes = await tried(prompts, () => bytesOf(room, format, runner.entries(), (hash) => runner.raw(hash)));
  if (!bytes) return;
  prompts.say(hiddenText(room, format), t('wizard.hidden'));
  for (;;) {
    const next = await prompts.choose(t('wizard.export-next'), [
      { value: 'save', label: t('wizard.save') },
      ...(format === 'bundle' ? [] : [{ value: 'look', label: t('wizard.look') }]),
      { value: BACK, label: t('wizard.return') },
    ]);
    if (next === 'look') prompts.say(new TextDecoder().decode(bytes));
    else if (next !== 'save' || (await saveWith(room, format, bytes))) return;
  }
}

/** False where it was not saved and may be tried again. */
async function saveWith({ prompts, runner, t, io }: Room, format: Format, bytes: Uint8Array): Promise<boolean> {
  const name = `winnow-${io.now().toISOString().slice(0, 10)}.${ENDINGS[format]}`;
  const target = await prompts.ask(t('wizard.file'), name);
  if (target === null || target === '') return false;
  if (existsSync(target)) {
    const over = await prompts.choose(t('wizard.exists', { file: quoted(target) }), [
      { value: 'no', label: t('wizard.other-name') },
      { value: 'yes', label: t('wizard.replace') },
    ]);
    if (over !== 'yes') return false;
  }
  try {
    const { path, size, sha256 } = await saveFile(target, bytes);
    runner.exported(format, sha256);
    prompts.say(t('saved', { path, size, hash: sha256 }));
    return true;
  } catch (error) {
    prompts.say(t('bad.not-saved', { file: quoted(target), detail: quoted(messageOf(error)) }));
    return false;
  }
}

/** What is hidden in a transcript, by kind; a bundle hides nothing but secrets. */
function hiddenText({ runner, t, language, zone }: Room, format: Format): string {
  const state = runner.state();
  if (format === 'bundle' || !state) return t('hidden.bundle');
  const { replaced } = transcriptOf(state, format, language, zone);
  if (replaced.length === 0) return t('hidden.none');
  return replaced.map(({ what, count }) => t('hidden.item', { what: member(t, 'hidden', what), count })).join('\n');
}
