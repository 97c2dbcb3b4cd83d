import type { CommandName, Request, Response, Settings } from '../../shared/ipc/contract';
import type { SessionView } from '../../shared/ipc/view';
import { api } from './api';
import { type Screen, useStore } from './store';

const set = useStore.setState;

/** Starts the mirror: listens first, then asks for the state, so that nothing falls between. */
export async function connect(): Promise<void> {
  api.onNotice('session.changed', showSession);
  api.onNotice('app.changed', (app) => set({ app }));
  set({ app: await api.command('app.view', {}) });
  const session = await api.command('session.view', {});
  if (session) {
    showSession(session);
    show('diagnose');
  }
  await listSessions();
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
async function send<C extends CommandName>(name: C, request: Request<C>): Promise<Response<C> | null> {
  const response: unknown = await api.command(name, request);
  if (isFailure(response)) {
    set({ trouble: { what: response.what, detail: response.detail } });
    return null;
  }
  return response as Response<C>; // typed by the contract, and not the failure of it
}

function isFailure(
  value: unknown,
): value is { readonly kind: 'failed'; readonly what: string; readonly detail: string } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'failed';
}

export async function startSession(symptom: string): Promise<void> {
  showSession(await api.command('session.start', { symptom }));
  set({ preview: null });
  show('diagnose');
}

export async function resumeSession(session: string): Promise<void> {
  const view = await send('session.resume', { session });
  if (!view || !('seq' in view)) return;
  showSession(view);
  show('diagnose');
}

export const answer = (step: string, given: string) => void send('session.answer', { step, answer: given });
export const settle = (step: string) => void send('session.settle', { step });
export const goBack = (step: string) => void send('session.back', { step });
export const askAgain = () => void send('session.ask-again', {});
export const cancel = () => void send('session.cancel', {});
export const copy = (text: string) => void send('app.copy', { text });
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

export async function applyRemedy(ticket: string, nodeName: string | null): Promise<void> {
  set({ preview: null });
  await send('remedy.apply', { ticket, nodeName });
}

export const undoRemedy = (run: number) => void send('remedy.undo', { run });

export async function chooseNode(node: string): Promise<void> {
  const app = await send('app.use-node', { node });
  if (app) set({ app, session: null, preview: null, screen: 'start' });
}

export async function openBundle(): Promise<void> {
  if (await send('app.open-bundle', {})) set({ session: null, preview: null, screen: 'start' });
}

export async function changeSettings(settings: Settings): Promise<void> {
  set({ app: await api.command('app.settings', settings) });
}
