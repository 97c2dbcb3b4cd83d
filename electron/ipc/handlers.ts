import { ERROR_CODES, errorCodeTexts } from '../../shared/catalogue/error-codes';
import { recognise } from '../../shared/engine/recognise';
import { winnow } from '../../shared/engine/winnow';
import type { AppView, Settings } from '../../shared/ipc/contract';
import type { Desk } from '../desk';
import type { Done } from '../session/core';
import { openSource } from '../sources';
import { DONE, failed } from './answers';
import { exportHandlers, type Files } from './export-handlers';
import { rawPart } from './raw-part';
import { sessionHandlers } from './session-handlers';
import type { Handlers } from './serve';

/** What the handlers need of Electron. */
export interface Outside extends Files {
  readonly version: string;
  settings(): Settings;
  keepSettings(settings: Settings): void;
  /** A bundle that the person picked; null where none was. */
  pickBundle(): Promise<string | null>;
  copy(text: string): void;
  openLink(id: string): Promise<boolean>;
  /** The app's view changed. */
  announce(view: AppView): void;
}

/** Answers to every command of the contract. */
export function handlersOf(desk: Desk, outside: Outside): Handlers {
  const app = (): AppView => ({
    version: outside.version,
    settings: outside.settings(),
    node: desk.node(),
    nodes: desk.nodes(),
  });
  return {
    'app.view': () => app(),
    'app.settings': (settings) => {
      outside.keepSettings(settings);
      return app();
    },
    'app.use-node': async ({ node }) => {
      const opened = await openSource(node);
      if (opened.kind === 'opened') await desk.use(opened.source);
      return app();
    },
    'app.open-bundle': async () => {
      const file = await outside.pickBundle();
      if (file === null) return DONE;
      const opened = await openSource(`bundle:${file}`);
      if (opened.kind === 'failed') return failed(opened.what, opened.detail);
      await desk.use(opened.source);
      outside.announce(app());
      return DONE;
    },
    'app.open-link': async ({ link }) => ((await outside.openLink(link)) ? DONE : failed('unknown-id', link)),
    'app.copy': ({ text }) => {
      outside.copy(text);
      return DONE;
    },
    'app.recognise': ({ text }) => {
      const { symptoms, codes } = recognise(winnow, text);
      const texts = errorCodeTexts[outside.settings().language];
      return {
        symptoms: symptoms.map(({ matched, ...rest }) => ({ ...rest, matched: [...matched] })),
        codes: codes.map((code) => ({ code, name: ERROR_CODES[code]?.name ?? '', meaning: texts[code] ?? '' })),
      };
    },
    ...sessionHandlers(desk, () => outside.announce(app())),
    'evidence.raw': ({ hash, offset }) => rawPart(desk.runner.raw(hash), offset),
    'remedy.preview': async ({ remediation }) => desk.runner.preview(remediation),
    'remedy.apply': ({ ticket, nodeName }) => {
      const remediation = desk.view()?.finding?.remediations ?? [];
      return applyWith(desk, remediation, ticket, nodeName);
    },
    'remedy.undo': ({ run }) => desk.runner.undo(run),
    ...exportHandlers(desk, outside),
  };
}

/** The ticket names its plan; the remediation is whichever of the finding's it was given for. */
async function applyWith(
  desk: Desk,
  remediations: readonly string[],
  ticket: string,
  nodeName: string | null,
): Promise<Done> {
  let last: Done = { kind: 'failed', what: 'old-preview', detail: '' };
  for (const remediation of remediations) {
    last = await desk.runner.apply(remediation, { ticket, nodeName });
    if (last.kind === 'done' || last.what !== 'old-preview') return last;
  }
  return last;
}
