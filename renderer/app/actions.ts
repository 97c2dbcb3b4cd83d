import type { AppView, CommandName, Failure, Request, Response, Settings } from '../../shared/ipc/contract';
import type { Words } from '../../shared/catalogue/words';
import type { Language } from '../../shared/i18n/language';
import type { SessionView } from '../../shared/ipc/view';
import { api } from './api';
import { served } from './served';
import { type Screen, useStore } from './store';
import { unbroken } from './unbroken';

const set = useStore.setState;

/** Starts the mirror: listens first, then asks for the state, so that nothing falls between. */
export async function connect(): Promise<void> {
  window.addEventListener('error', ({ error, message }) => tellOfBug(error ?? message));
  window.addEventListener('unhandledrejection', ({ reason }) => {
    tellOfBug(reason);
    set({ trouble: { kind: 'failed', what: 'bug', detail: '' } });
  });
  api.onNotice('session.changed', showSession);
  api.onNotice('app.changed', (app) => void showApp(app));
  api.onNotice('check.changed', (check) => set({ check }));
  // Likely the words that will be wanted: they are on their way while the trusted side still loads.
  void wordsOf(served.language);
  await showApp(await api.command('app.view', {}));
  const session = await api.command('session.view', {});
  if (session) {
    showSession(session);
    show('diagnose');
  }
  await listSessions();
}

/** As much of an error as the contract takes. */
const LONGEST_ERROR = 4000;

/** Has a bug in the page written to the log. Of a message that failed the trusted side has written down what happened. */
export function tellOfBug(error: unknown): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (detail.includes(REMOTE)) return;
  // Where even this cannot be told there is nobody else to tell; a second try would go on for ever.
  api.command('app.page-error', { detail: detail.slice(0, LONGEST_ERROR) }).catch(() => undefined);
}

/** How Electron begins what it says of a message that failed. */
const REMOTE = 'Error invoking remote method';

let views = 0;

/** What went wrong at the start is told when it is news. A language comes with its words, never before them. */
async function showApp(app: AppView): Promise<void> {
  const view = ++views;
  const words = await wordsOf(app.settings.language);
  if (view < views) return; // a newer one came while the words were loaded
  const isNews = app.trouble !== null && useStore.getState().app?.trouble?.what !== app.trouble.what;
  set(isNews ? { app, words, trouble: app.trouble } : { app, words });
}

let japanese: Words | null = null;

/** Only the language that is shown is loaded, and made ready once. */
async function wordsOf(language: Language): Promise<Words> {
  if (language === 'en') return (await import('../../shared/catalogue/words/en')).words;
  const { words } = await import('../../shared/catalogue/words/ja');
  return (japanese ??= unbroken<Words>(words));
}

/** An older view never replaces a newer one of the same session. */
function showSession(session: SessionView): void {
  const current = useStore.getState().session;
  if (current?.id === session.id && current.seq > session.seq) return;
  set({ session });
}

export function show(screen: Screen): void {
  set({ screen });
  if (screen === 'start' || screen === 'sessions') void listSessions();
}

async function listSessions(): Promise<void> {
  set({ sessions: (await api.command('session.list', {})).sessions });
}

/** Sends a command whose failure is shown to the person. True when it was carried out. */
async function send<C extends CommandName>(name: C, request: Request<C>): Promise<Success<C> | null> {
  const response: unknown = await api.command(name, request);
  if (isFailure(response)) {
    set({ trouble: response });
    return null;
  }
  set({ trouble: null });
  return response as Success<C>; // typed by the contract, and not the failure of it
}

/** What a command answers when it was carried out. */
type Success<C extends CommandName> = Exclude<Response<C>, Failure>;

function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'failed';
}

export async function loadCheck(): Promise<void> {
  set({ check: await api.command('check.view', {}) });
}

export async function startCheck(): Promise<void> {
  show('check');
  if (await send('check.start', {})) await loadCheck();
}

export const cancelCheck = () => void send('check.cancel', {});
export const answerCheck = (step: string, given: string) => void send('check.answer', { step, answer: given });
export const compareCheck = (id: string | null) => void send('check.compare', { with: id });

export async function startSession(symptom: string): Promise<void> {
  const view = await send('session.start', { symptom });
  if (!view) return;
  showSession(view);
  set({ preview: null });
  show('diagnose');
}

export async function resumeSession(session: string): Promise<void> {
  const view = await send('session.resume', { session });
  if (!view) return;
  showSession(view);
  show('diagnose');
}

export const answer = (step: string, given: string) => void send('session.answer', { step, answer: given });
export const settle = (step: string) => void send('session.settle', { step });
export const goBack = (step: string) => void send('session.back', { step });
export const askAgain = () => void send('session.ask-again', {});
/** Asks the node again, where the answers are seen. */
export function askAnew(): void {
  set({ preview: null });
  show('diagnose');
  askAgain();
}
export const cancel = () => void send('session.cancel', {});
export const copy = (text: string) => void send('app.copy', { text });
export const restartElevated = () => void send('app.restart-elevated', {});
export const openLink = (link: string) => void send('app.open-link', { link });
export const forgetTrouble = () => set({ trouble: null });

export function showProbe(probe: string): void {
  set({ probe });
  show('evidence');
}

export async function previewRemedy(remediation: string): Promise<void> {
  const preview = await send('remedy.preview', { remediation });
  if (!preview) return;
  set({ preview });
  show('remedy');
}

export async function applyRemedy(consent: Request<'remedy.apply'>): Promise<void> {
  set({ preview: null });
  await send('remedy.apply', consent);
}

export const undoRemedy = (run: number) => void send('remedy.undo', { run });

export async function chooseNode(node: string): Promise<void> {
  const app = await send('app.use-node', { node });
  if (!app) return;
  await showApp(app);
  set({ session: null, preview: null, screen: 'start', dialog: null });
}

/** Opens a bundle that the person picks; the session in it stands where it was left. */
export async function openBundle(): Promise<void> {
  const opened = await send('app.open-bundle', {});
  if (opened?.kind !== 'done') return;
  set({ session: null, preview: null, dialog: null });
  const session = await api.command('session.view', {});
  if (session) showSession(session);
  show(session ? 'diagnose' : 'start');
}

export async function chooseFromNodes(): Promise<void> {
  set({ dialog: 'nodes', trouble: null });
  await loadNodes();
}

/** The practice nodes, which are asked for once. */
export async function loadNodes(): Promise<void> {
  if (useStore.getState().nodes === null) set({ nodes: (await api.command('app.nodes', {})).nodes });
}

/** Back to where everything begins; the session stays to be resumed. */
export const startOver = () => {
  set({ session: null, preview: null, dialog: null });
  show('start');
};

export const showKeys = () => set({ dialog: 'keys' });
export const closeDialog = () => set({ dialog: null });
export const showExport = () => void send('export.show', {});
export const showJournal = () => void send('app.show-journal', {});

/** Puts the cursor into the search field, wherever the person is. */
export function search(): void {
  show('start');
  set(({ searches }) => ({ searches: searches + 1 }));
}

export async function changeSettings(settings: Settings): Promise<void> {
  const app = await api.command('app.settings', settings);
  await showApp(app);
  set({ trouble: app.trouble });
}
