import { join } from 'node:path';
import { isSymptomId, type SymptomId, symptoms } from '../../shared/catalogue/symptoms';
import type { NodeSource } from '../../shared/node/source';
import { practiceNodes } from '../../shared/practice/nodes';
import { whyNoBundle } from '../export/texts';
import { openSettings, shellOf } from '../settings';
import { DEFAULT_NODE, openSource } from '../sources';
import { quoted } from './clean';
import { BadInput, type Context } from './io';
import { nearText } from './texts';

/** The node that was asked for, or why it cannot be opened. */
export async function openNode(
  context: Pick<Context, 'io' | 't' | 'language' | 'options'>,
  name: string = DEFAULT_NODE,
): Promise<NodeSource> {
  const { t, language, options } = context;
  const shell = options.shell ?? (name === 'live' ? shellOfSettings(context) : undefined);
  const opened = await openSource(name, { shell });
  if (opened.kind === 'opened') return opened.source;
  if ('why' in opened) {
    const file = quoted(name.slice(name.indexOf(':') + 1));
    throw new BadInput(t('bad.bundle', { file, detail: whyNoBundle(language, opened.why, opened.detail) }));
  }
  if (opened.what === 'unknown-id') {
    const near = nearText(t, name, ['live', ...practiceNodes.map(({ id }) => `practice:${id}`)]);
    throw new BadInput(t('bad.node', { node: quoted(name), near }));
  }
  throw new BadInput(`${t(`live.${opened.what}`, { detail: quoted(opened.detail) })} ${t('live.instead')}`);
}

/** The PowerShell that was chosen in the window; undefined where none was. Settings that cannot be read are told. */
function shellOfSettings({ io, t }: Pick<Context, 'io' | 't'>): string | undefined {
  const settings = openSettings(join(io.data, 'settings.json'), io.locales, () => io.now());
  const trouble = settings.trouble();
  if (trouble) io.err(`${t('live.settings-damaged', { detail: quoted(trouble.detail) })}\n`);
  return shellOf(settings.current());
}

/** The symptom of this id, or which ones there are. */
export function knownSymptom({ t }: Pick<Context, 't'>, id: string): SymptomId {
  if (isSymptomId(id)) return id;
  const known = Object.keys(symptoms);
  throw new BadInput(t('bad.symptom', { symptom: quoted(id), near: nearText(t, id, known), known: known.join(', ') }));
}
