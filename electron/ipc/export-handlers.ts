import type { ExportFormat } from '../../shared/ipc/contract';
import type { Language } from '../../shared/i18n/language';
import type { Desk } from '../desk';
import { saveFile } from '../export/save';
import { bundleKeeps } from '../export/texts';
import type { SettingsFile } from '../settings';
import { ownZone } from '../zone';
import { DONE, failed } from './answers';
import type { Handlers } from './serve';

/** What exporting needs of Electron. */
export interface Files {
  readonly settings: Pick<SettingsFile, 'current'>;
  /** Where to save; null where the person cancelled. */
  pickTarget(name: string): Promise<string | null>;
  showInFolder(file: string): void;
  /** A page of HTML as PDF. */
  printToPdf(html: string): Promise<Uint8Array>;
}

const ENDINGS: Readonly<Record<ExportFormat, string>> = {
  markdown: 'md',
  html: 'html',
  json: 'json',
  pdf: 'pdf',
  bundle: 'winnow.zip',
};
/** Characters of a preview that go over the wire. */
const PREVIEW = 15_000;

type Made = { readonly kind: 'made'; readonly bytes: Uint8Array } | ReturnType<typeof failed>;

/** What makes exports is large and seldom needed: it is loaded for the first one. */
const transcripts = () => import('../export/transcript');
const bundles = () => import('../export/bundle');

export function exportHandlers(
  desk: Desk,
  files: Files,
): Pick<Handlers, 'export.preview' | 'export.save' | 'export.show'> {
  let last: string | null = null;
  return {
    'export.preview': async ({ format, language }) => {
      const state = desk.runner.state();
      if (!state?.symptom) return failed('no-session');
      if (format === 'bundle') {
        const lines = desk.runner.entries().map(({ seq, at, event }) => `${seq} ${at} ${event.kind}`);
        const warning = bundleKeeps(files.settings.current().language);
        return { kind: 'preview', ...beginning(lines.join('\n')), replaced: [], warning };
      }
      const made = (await transcripts()).transcriptOf(
        state,
        format === 'pdf' ? 'markdown' : format,
        language,
        ownZone(),
      );
      if (made.leaks.length > 0) return failed('leak');
      return {
        kind: 'preview',
        ...beginning(made.text),
        replaced: made.replaced.map((item) => ({ ...item })),
        warning: null,
      };
    },
    'export.save': async ({ format, language }) => {
      const made = await make(desk, files, format, language);
      if (made.kind === 'failed') return made;
      const target = await files.pickTarget(`winnow-${new Date().toISOString().slice(0, 10)}.${ENDINGS[format]}`);
      if (target === null) return { kind: 'cancelled' };
      try {
        const saved = await saveFile(target, made.bytes);
        last = saved.path;
        desk.runner.exported(format, saved.sha256);
        return { kind: 'saved', ...saved };
      } catch (error) {
        return failed('not-saved', error instanceof Error ? error.message : '');
      }
    },
    'export.show': () => {
      if (last === null) return failed('unknown-id');
      files.showInFolder(last);
      return DONE;
    },
  };
}

function beginning(text: string): { readonly text: string; readonly cut: boolean } {
  return { text: text.slice(0, PREVIEW), cut: text.length > PREVIEW };
}

async function make(desk: Desk, files: Files, format: ExportFormat, language: Language): Promise<Made> {
  const state = desk.runner.state();
  if (!state?.symptom) return failed('no-session');
  if (format === 'bundle')
    return { kind: 'made', bytes: (await bundles()).bundleOf(desk.runner.entries(), (hash) => desk.runner.raw(hash)) };
  const made = (await transcripts()).transcriptOf(state, format === 'pdf' ? 'html' : format, language, ownZone());
  if (made.leaks.length > 0) return failed('leak');
  return {
    kind: 'made',
    bytes: format === 'pdf' ? await files.printToPdf(made.text) : new TextEncoder().encode(made.text),
  };
}
