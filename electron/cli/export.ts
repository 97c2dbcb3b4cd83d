import type { Entry } from '../../shared/session/events';
import { fold } from '../../shared/session/reduce';
import { bundleOf } from '../export/bundle';
import { saveFile } from '../export/save';
import { bundleKeeps } from '../export/texts';
import { transcriptOf } from '../export/transcript';
import { messageOf } from '../journal/files';
import { openJournals, readRaw } from '../journal/journal';
import { quoted } from './clean';
import { BadInput, type Context, EXIT, type Exit } from './io';
import type { Format } from './options';
import { sessionsIn } from './session';
import { member } from './texts';

/** The name that stands for the newest session. */
export const LATEST = 'latest';

/** Hands out a kept session, to stdout or into a file. */
export async function exportSession(context: Context, wanted: string): Promise<Exit> {
  const { io, t, options } = context;
  const format = options.json ? 'json' : (options.format ?? 'markdown');
  if (format === 'bundle' && options.output === undefined) throw new BadInput(t('bad.bundle-output'));
  const { id, entries } = readSession(context, wanted);
  const bytes = bytesOf(context, format, entries, (hash) => readRaw(sessionsIn(io), id, hash));
  if (options.output === undefined) {
    io.out(new TextDecoder().decode(bytes));
    return EXIT.nothing;
  }
  try {
    const { path, size, sha256 } = await saveFile(options.output, bytes);
    io.out(`${t('saved', { path, size, hash: sha256 })}\n`);
    if (format === 'bundle') io.err(`${bundleKeeps(context.language)}\n`);
    return EXIT.nothing;
  } catch (error) {
    throw new BadInput(t('bad.not-saved', { file: quoted(options.output), detail: quoted(messageOf(error)) }));
  }
}

function readSession({ io, t }: Context, wanted: string): { readonly id: string; readonly entries: readonly Entry[] } {
  const journals = openJournals(sessionsIn(io));
  const newest = () => journals.list().filter(({ kind }) => kind === 'session');
  const id = wanted === LATEST ? newest()[0]?.id : wanted;
  if (id === undefined) throw new BadInput(t('bad.no-sessions'));
  const read = journals.read(id);
  if (read.kind === 'read') return read;
  if (read.why !== 'missing') {
    const why = member(t, 'unreadable', read.why);
    throw new BadInput(t('bad.session-unreadable', { id, why, detail: quoted(read.detail) }));
  }
  const known = newest()
    .slice(0, 5)
    .map((session) => session.id);
  if (known.length === 0) throw new BadInput(t('bad.no-sessions'));
  throw new BadInput(t('bad.session', { id: quoted(id), known: known.join(', ') }));
}

/** A session in a format; a transcript in which something to be hidden still stands is not handed out. */
export function bytesOf(
  { t, language, zone }: Pick<Context, 't' | 'language' | 'zone'>,
  format: Format,
  entries: readonly Entry[],
  raw: (hash: string) => string | null,
): Uint8Array {
  if (format === 'bundle') return bundleOf(entries, raw);
  const state = fold(entries);
  if (state.symptom === null) throw new BadInput(t('bad.no-symptom'));
  let made: ReturnType<typeof transcriptOf>;
  try {
    made = transcriptOf(state, format, language, zone);
  } catch (error) {
    throw new BadInput(t('bad.other-catalogue', { version: state.version, detail: quoted(messageOf(error)) }));
  }
  if (made.leaks.length > 0) throw new BadInput(t('bad.leak', { count: made.leaks.length }));
  return new TextEncoder().encode(made.text);
}
