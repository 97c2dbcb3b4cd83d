import { join } from 'node:path';
import { ERROR_CODES, errorCodeTexts } from '../../shared/catalogue/error-codes';
import { recognise } from '../../shared/engine/recognise';
import { winnow } from '../../shared/engine/winnow';
import type { AppView, Settings } from '../../shared/ipc/contract';
import type { Desk } from '../desk';
import { whyNoBundle } from '../export/texts';
import type { SettingsFile } from '../settings';
import { wait } from '../session/wait';
import { openSource } from '../sources';
import { recordedIn } from '../cli/node';
import { EVENTS } from '../journal/read';
import { DONE, failed } from './answers';
import { exportHandlers, type Files } from './export-handlers';
import { rawPart } from './raw-part';
import { sessionHandlers } from './session-handlers';
import type { Handlers } from './serve';

/** What the handlers need of Electron. */
export interface Outside extends Files {
  readonly version: string;
  readonly settings: SettingsFile;
  /** Another language was chosen. */
  onLanguage(language: Settings['language']): void;
  /** A bundle that the person picked; null where none was. */
  pickBundle(): Promise<string | null>;
  copy(text: string): void;
  openLink(id: string): Promise<boolean>;
  /** The folder that holds a folder for each session. */
  readonly sessionsFolder: string;
  /** Shows a file in its folder. */
  showInFolder(path: string): void;
  /** The app's view changed. */
  announce(view: AppView): void;
}

/** Answers to every command of the contract. */
export function handlersOf(desk: Desk, outside: Outside): Handlers {
  const app = (): AppView => ({
    version: outside.version,
    settings: outside.settings.current(),
    trouble: outside.settings.trouble(),
    node: desk.node(),
    sessionsFolder: outside.sessionsFolder,
  });
  const look = () => void desk.look().then((news) => (news ? outside.announce(app()) : undefined));
  return {
    'app.view': () => {
      look();
      return app();
    },
    'app.settings': (settings) => {
      outside.settings.keep(settings);
      outside.onLanguage(settings.language);
      return app();
    },
    'app.use-node': async ({ node }) => {
      const opened = await openSource(node, wait);
      if (opened.kind === 'failed') return failed(opened.what, opened.detail);
      await desk.use(opened.source);
      look();
      return app();
    },
    'app.nodes': () => ({ nodes: desk.nodes() }),
    'app.open-bundle': async () => {
      const file = await outside.pickBundle();
      if (file === null) return { kind: 'cancelled' };
      const opened = await openSource(`bundle:${file}`);
      if (opened.kind === 'failed') {
        const { language } = outside.settings.current();
        return failed(opened.what, 'why' in opened ? whyNoBundle(language, opened.why, opened.detail) : opened.detail);
      }
      await desk.use(opened.source);
      const recorded = recordedIn(opened.source);
      if (recorded) await desk.walkAgain(recorded);
      look();
      outside.announce(app());
      return DONE;
    },
    'app.show-journal': () => {
      const id = desk.runner.state()?.id;
      if (id === undefined) return failed('no-session');
      outside.showInFolder(join(outside.sessionsFolder, id, EVENTS));
      return DONE;
    },
    'app.open-link': async ({ link }) => ((await outside.openLink(link)) ? DONE : failed('unknown-id', link)),
    'app.copy': ({ text }) => {
      outside.copy(text);
      return DONE;
    },
    'app.recognise': ({ text }) => {
      const { symptoms, codes } = recognise(winnow, text);
      const texts = errorCodeTexts[outside.settings.current().language];
      return {
        symptoms: symptoms.map(({ matched, ...rest }) => ({ ...rest, matched: [...matched] })),
        codes: codes.map((code) => ({ code, name: ERROR_CODES[code]?.name ?? '', meaning: texts[code] ?? '' })),
      };
    },
    ...sessionHandlers(desk, () => {
      look();
      outside.announce(app());
    }),
    'evidence.raw': ({ hash, offset }) => rawPart(desk.runner.raw(hash), offset),
    'remedy.preview': async ({ remediation }) => desk.runner.preview(remediation),
    'remedy.apply': ({ remediation, ...consent }) => desk.runner.apply(remediation, consent),
    'remedy.undo': ({ run }) => desk.runner.undo(run),
    ...exportHandlers(desk, outside),
  };
}
