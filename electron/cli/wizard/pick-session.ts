import type { NodeSource } from '../../../shared/node/source';
import type { Journals, Listed } from '../../journal/journal';
import type { Context } from '../io';
import { openNode } from '../node';
import { wordsIn } from '../words';
import { tried } from './room';

/** Sessions that are offered to go on with. */
const MOST = 8;
const NEW = '+new';

type Open = Extract<Listed, { kind: 'session' }>;

/** Offers the sessions that were left open, newest first; null for a new one. */
export async function pickSession(
  context: Context,
  journals: Journals,
  given: NodeSource | null,
): Promise<{ readonly id: string; readonly source: NodeSource } | null> {
  const { t, io, language, zone } = context;
  const words = wordsIn(language, t, zone);
  const open = journals.list().filter((item): item is Open => isOpen(item, given));
  if (open.length === 0) return null;
  const chosen = await io.prompts.choose(t('wizard.go-on'), [
    { value: NEW, label: t('wizard.new-session') },
    ...open.slice(0, MOST).map(({ id, symptom, source, started }) => ({
      value: id,
      label: t('wizard.resume', {
        symptom: words.symptom(symptom ?? ''),
        node: words.node(source),
        started: words.time(started),
      }),
    })),
  ]);
  const session = open.find(({ id }) => id === chosen);
  if (!session) return null;
  const source = given ?? (await tried(io.prompts, () => openNode(context, session.source)));
  return source ? { id: session.id, source } : null;
}

/** A bundle is known by its file only, so its sessions go on where the file was given. */
function isOpen(item: Listed, given: NodeSource | null): boolean {
  if (item.kind !== 'session' || item.closed || item.symptom === null) return false;
  return given ? item.source === given.name : item.sourceKind !== 'bundle';
}
