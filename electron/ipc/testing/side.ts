import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppView, Failure } from '../../../shared/ipc/contract';
import type { SessionView } from '../../../shared/ipc/view';
import { practiceNode } from '../../../shared/practice/nodes';
import { practiceSource } from '../../../shared/practice/source';
import { CheckDesk } from '../../check-desk';
import { Desk } from '../../desk';
import { openJournals } from '../../journal/journal';
import { openKeptChecks } from '../../journal/kept-checks';
import { openSettings } from '../../settings';
import { handlersOf } from '../handlers';
import { Page } from './page';

/** All that stands behind the window, without Electron, in a folder of its own; and a page that talks to it. */
export class Side {
  readonly folder = mkdtempSync(join(tmpdir(), 'winnow-ipc-'));
  readonly desk: Desk;
  readonly check: CheckDesk;
  readonly page: Page;
  /** What the person picks in the dialogs of the system; null cancels. */
  readonly picks: { bundle: string | null; target: string | null; shell: string | null } = {
    bundle: null,
    target: null,
    shell: null,
  };
  /** What reached the system. */
  readonly done: string[] = [];
  readonly announced: AppView[] = [];
  restart: Failure | null = null;

  constructor(node: string) {
    const practice = practiceNode(node);
    if (!practice) throw new Error(node);
    const source = practiceSource(practice, { now: () => new Date().toISOString() });
    this.desk = new Desk(source, openJournals(join(this.folder, 'sessions')), '0.0.0', () => undefined);
    this.check = new CheckDesk(this.desk, openKeptChecks(join(this.folder, 'checks')), '0.0.0', () => undefined);
    this.desk.onLeave(() => this.check.leave());
    const note = (what: string, value: string): void => void this.done.push(`${what} ${value}`);
    const handlers = handlersOf(this.desk, {
      check: this.check,
      version: '0.0.0',
      settings: openSettings(join(this.folder, 'settings.json'), ['en'], () => new Date()),
      notOpened: () => null,
      shell: () => undefined,
      pickShell: () => Promise.resolve(this.picks.shell),
      onLanguage: (language) => note('menu', language),
      restartElevated: (session) => {
        note('restart', session ?? '-');
        return Promise.resolve(this.restart);
      },
      pickBundle: () => Promise.resolve(this.picks.bundle),
      pickTarget: () => Promise.resolve(this.picks.target),
      printToPdf: (html) => Promise.resolve(new TextEncoder().encode(html)),
      copy: (text) => note('copy', text),
      logPageError: (detail) => note('log', detail),
      openLink: (id) => Promise.resolve(id === 'page'),
      sessionsFolder: join(this.folder, 'sessions'),
      showInFolder: (path) => note('show', path),
      announce: (view) => void this.announced.push(view),
    });
    this.page = new Page(handlers);
  }

  /** A file in the folder. */
  file(name: string): string {
    return join(this.folder, name);
  }

  /** Starts a session, and takes every proposal up to where the walk ends or needs a person. */
  async walk(symptom: string): Promise<SessionView> {
    await this.page.send('session.start', { symptom });
    for (;;) {
      const view = await this.#settled();
      const here = view.path.at(-1);
      if (here?.answer !== null || here.proposal.kind !== 'because') return view;
      await this.page.send('session.answer', { step: here.key, answer: here.proposal.answer });
    }
  }

  /** The session, once the walk no longer asks the node. */
  async #settled(): Promise<SessionView> {
    while (this.desk.runner.busy() || this.desk.runner.walk()?.end.kind === 'asking') await turn();
    const view = await this.page.send('session.view', {});
    if (!view) throw new Error('no session');
    return view;
  }

  /** A whole check. */
  async checked(): Promise<void> {
    await this.page.send('check.start', {});
    await this.checkEnded();
  }

  async checkEnded(): Promise<void> {
    while (this.check.running) await turn();
  }

  async remove(): Promise<void> {
    await this.check.leave();
    await this.desk.runner.leave();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Lets what is going on go on. */
function turn(): Promise<void> {
  return new Promise(setImmediate);
}
