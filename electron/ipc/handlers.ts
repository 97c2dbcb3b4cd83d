import { join } from 'node:path';
import { ERROR_CODES, errorCodeTexts } from '../../shared/catalogue/error-codes';
import { recognise } from '../../shared/engine/recognise';
import { winnow } from '../../shared/engine/winnow';
import type { AppView, Failure, Settings } from '../../shared/ipc/contract';
import type { CheckDesk } from '../check-desk';
import type { Desk } from '../desk';
import { whyNoBundle } from '../export/texts';
import type { Kept, SettingsFile } from '../settings';
import { wait } from '../session/wait';
import { openSource } from '../sources';
import { recordedIn } from '../node/bundle';
import { EVENTS } from '../journal/read';
import { DONE, failed } from './answers';
import { checkHandlers } from './check-handlers';
import { evidenceHandlers } from './evidence-handlers';
import { exportHandlers, type Files } from './export-handlers';
import { remedyHandlers } from './remedy-handlers';
import { sessionHandlers } from './session-handlers';
import type { Handlers } from './serve';

/** What the handlers need of Electron. */
export interface Outside extends Files {
  readonly check: CheckDesk;
  readonly version: string;
  readonly settings: SettingsFile;
  /** Another language was chosen. */
  onLanguage(language: Settings['language']): void;
  /** A program that the person picked as shell; null where none was. */
  pickShell(): Promise<string | null>;
  /** Why the node that the window was started for is not on the desk. */
  notOpened(): Failure | null;
  /** The shell for the live node, as `findHost` takes it. */
  shell(): string | undefined;
  /** Restarts as administrator with this session; why not, where that was not done. */
  restartElevated(session: string | undefined): Promise<Failure | null>;
  /** A bundle that the person picked; null where none was. */
  pickBundle(): Promise<string | null>;
  copy(text: string): void;
  /** Writes down a bug in the page. */
  logPageError(detail: string): void;
  openLink(id: string): Promise<boolean>;
  /** The folder that holds a folder for each session. */
  readonly sessionsFolder: string;
  /** Shows a file in its folder. */
  showInFolder(path: string): void;
  /** The app's view changed. */
  announce(view: AppView): void;
}

const CARDS = Object.values(winnow.symptoms).map(({ id, group, example }) => ({ id, group, example }));

/** Answers to every command of the contract. */
export function handlersOf(desk: Desk, outside: Outside): Handlers {
  const app = (): AppView => {
    const { shellFile, ...settings } = outside.settings.current();
    const { version, sessionsFolder } = outside;
    const trouble = outside.settings.trouble() ?? outside.notOpened();
    return { version, symptoms: CARDS, settings, shellFile, trouble, node: desk.node(), sessionsFolder };
  };
  const look = () => void desk.look().then((news) => (news ? outside.announce(app()) : undefined));
  return {
    'app.view': () => {
      look();
      return app();
    },
    'app.settings': async (chosen) => {
      outside.settings.keep(await withShell(chosen, outside));
      outside.onLanguage(chosen.language);
      return app();
    },
    'app.use-node': async ({ node }) => {
      const opened = await openSource(node, { pass: wait, shell: outside.shell() });
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
    'app.restart-elevated': async () => {
      const session = desk.source.kind === 'live' ? desk.runner.state()?.id : undefined;
      return (await outside.restartElevated(session)) ?? DONE;
    },
    ...systemHandlers(outside),
    'app.recognise': ({ text }) => {
      const { symptoms, codes } = recognise(winnow, text);
      const texts = errorCodeTexts[outside.settings.current().language];
      return {
        symptoms: symptoms.map(({ matched, ...rest }) => ({ ...rest, matched: [...matched] })),
        codes: codes.map((code) => ({ code, name: ERROR_CODES[code]?.name ?? '', meaning: texts[code] ?? '' })),
      };
    },
    ...sessionHandlers(
      desk,
      () => outside.shell(),
      () => {
        look();
        outside.announce(app());
      },
    ),
    ...evidenceHandlers(desk),
    ...remedyHandlers(desk, outside.check),
    ...checkHandlers(outside.check),
    ...exportHandlers(desk, outside),
  };
}

/** What is handed on to the system as it is. */
function systemHandlers(outside: Outside): Pick<Handlers, 'app.open-link' | 'app.copy' | 'app.page-error'> {
  return {
    'app.open-link': async ({ link }) => ((await outside.openLink(link)) ? DONE : failed('unknown-id', link)),
    'app.copy': ({ text }) => {
      outside.copy(text);
      return DONE;
    },
    'app.page-error': ({ detail }) => {
      outside.logPageError(detail);
      return DONE;
    },
  };
}

/** The choice with its program: who turns to `file` picks one now, and without one nothing changes. */
async function withShell(chosen: Settings, outside: Outside): Promise<Kept> {
  const { shell, shellFile } = outside.settings.current();
  if (chosen.shell !== 'file' || shell === 'file') return { ...chosen, shellFile };
  const picked = await outside.pickShell();
  return picked === null ? { ...chosen, shell, shellFile } : { ...chosen, shellFile: picked };
}
