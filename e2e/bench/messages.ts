import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CheckDesk } from '../../electron/check-desk';
import { Desk } from '../../electron/desk';
import { handlersOf } from '../../electron/ipc/handlers';
import { openJournals } from '../../electron/journal/journal';
import { openKeptChecks } from '../../electron/journal/kept-checks';
import { openSource } from '../../electron/sources';
import { allProbes } from '../../shared/engine/check';
import { lookUp } from '../../shared/engine/catalogue';
import { winnow } from '../../shared/engine/winnow';
import type { Kept } from '../../electron/settings';
import { type CommandName, commands, type Request, type Response } from '../../shared/ipc/contract';
import type { SessionView } from '../../shared/ipc/view';
import { bigNode } from '../../shared/practice/big';
import { practiceNodes } from '../../shared/practice/nodes';
import { practiceSource } from '../../shared/practice/source';
import { inKb, limited, type Row, told } from './measure';

const MESSAGE_LIMIT = 64_000;
const FORMATS = ['markdown', 'html', 'json', 'pdf', 'bundle'] as const;

type Send = <C extends CommandName>(name: C, request: Request<C>) => Promise<Response<C>>;

/** The largest message of each name, in bytes of its JSON. */
class Sizes {
  readonly largest = new Map<string, number>();
  count = 0;

  take(name: string, message: unknown): void {
    const size = Buffer.byteLength(JSON.stringify(message ?? null));
    this.count += 1;
    this.largest.set(name, Math.max(size, this.largest.get(name) ?? 0));
  }
}

/** Every message of whole sessions between window and trusted side: each practice node, and the busy one, to the end. */
export async function measureMessages(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-bench-'));
  const sizes = new Sizes();
  const busy = bigNode(1);
  const first = practiceSource({ id: busy.id, state: () => busy }, { now: () => new Date().toISOString() });
  const desk = new Desk(first, openJournals(folder), '0.0.0', () => sizes.take('session.changed', desk.view()));
  const check = new CheckDesk(desk, openKeptChecks(join(folder, 'checks')), '0.0.0', () =>
    sizes.take('check.changed', check.view()),
  );
  const { send, announced } = wire(desk, check, sizes, join(folder, 'export'));
  try {
    for (const symptom of Object.keys(winnow.symptoms)) await session(desk, send, symptom, {});
    await settled(desk);
    await send('check.start', {});
    while (check.running) await new Promise(setImmediate);
    await send('check.view', {});
    for (const node of practiceNodes) {
      await send('app.use-node', { node: `practice:${node.id}` });
      const opened = await openSource(`practice:${node.id}`);
      if (opened.kind === 'failed') throw new Error(opened.detail);
      // Opened anew: here what hangs keeps nobody waiting.
      await desk.use(opened.source);
      const symptoms = node.symptom === null ? Object.keys(winnow.symptoms) : [node.symptom];
      for (const symptom of symptoms) await session(desk, send, symptom, node.answers ?? {});
    }
    const { sessions } = await send('session.list', {});
    await send('session.resume', { session: sessions[0]?.id ?? '' });
  } finally {
    await desk.runner.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const sorted = [...sizes.largest].toSorted(([, one], [, other]) => other - one);
  const [[name, size] = ['', 0], ...others] = sorted;
  return [
    limited(`largest message between window and trusted side (${name})`, size, MESSAGE_LIMIT, inKb),
    told(
      '… the next ones',
      others
        .slice(0, 4)
        .map(([other, bytes]) => `${other} ${inKb(bytes)}`)
        .join(', '),
    ),
    told('… of so many messages', `${sizes.count}, of ${sizes.largest.size} kinds, ${announced()} sessions`),
  ];
}

/** The handlers of the window's commands, with every request, answer and notice weighed on its way. */
function wire(desk: Desk, check: CheckDesk, sizes: Sizes, target: string) {
  let settings: Kept = { language: 'en', theme: 'system', shell: 'system', shellFile: null };
  const handlers = handlersOf(desk, {
    check,
    version: '0.0.0',
    settings: { current: () => settings, trouble: () => null, keep: (chosen) => (settings = chosen) },
    notOpened: () => null,
    restartElevated: () => Promise.resolve(null),
    shell: () => undefined,
    pickShell: () => Promise.resolve(null),
    onLanguage: () => undefined,
    pickBundle: () => Promise.resolve(null),
    pickTarget: () => Promise.resolve(target),
    printToPdf: (html) => Promise.resolve(new TextEncoder().encode(html)),
    copy: () => undefined,
    logPageError: () => undefined,
    openLink: () => Promise.resolve(true),
    sessionsFolder: '',
    showInFolder: () => undefined,
    announce: (view) => sizes.take('app.changed', view),
  });
  let sessions = 0;
  const send: Send = async (name, request) => {
    if (name === 'session.start') sessions += 1;
    sizes.take(`${name}, asked`, request);
    const response: unknown = await handlers[name](request);
    sizes.take(name, response);
    return commands[name].response.parse(response) as Response<typeof name>; // parsed by this very command's schema
  };
  return { send, announced: () => sessions };
}

/** A whole session, as a person would have it who looks at everything. */
async function session(desk: Desk, send: Send, symptom: string, file: Readonly<Record<string, string>>): Promise<void> {
  await send('session.start', { symptom });
  for (;;) {
    await settled(desk);
    const view = await send('session.view', {});
    const here = view?.path.at(-1);
    if (!view || !here || (view.end.kind !== 'question' && view.end.kind !== 'contradiction')) break;
    const answer = here.proposal.kind === 'because' ? here.proposal.answer : (file[here.key] ?? 'unsure');
    await send('session.answer', { step: here.key, answer });
    if (view.end.kind === 'contradiction') await send('session.settle', { step: here.key });
  }
  await desk.runner.askFor(allProbes(winnow));
  const view = await send('session.view', {});
  if (!view) throw new Error('the session ended by itself');
  await readAll(send, view);
  await repair(send, view);
  for (const format of FORMATS) {
    await send('export.preview', { format, language: 'ja' });
    await send('export.save', { format, language: 'ja' });
  }
}

/** The walk goes on by itself; when it does not, it waits for somebody. */
async function settled(desk: Desk): Promise<void> {
  while (desk.runner.busy() || desk.runner.walk()?.end.kind === 'asking') await new Promise(setImmediate);
}

async function readAll(send: Send, view: SessionView): Promise<void> {
  const raws = new Set<string>();
  for (const { probe } of view.probes) {
    for (let from: number | null = 0; from !== null;) {
      const page: Response<'evidence.reads'> = await send('evidence.reads', { probe, from });
      if (page.kind === 'failed') throw new Error(page.what);
      for (const { raw } of page.reads) if (raw !== null) raws.add(raw);
      from = page.next;
    }
  }
  for (const raw of raws) {
    let offset: number | null = 0;
    // The first pages and the last are like the others.
    for (let page = 0; page < 3 && offset !== null; page += 1) {
      const part: Response<'evidence.raw'> = await send('evidence.raw', { hash: raw, offset });
      offset = part.kind === 'text' ? part.next : null;
    }
  }
}

async function repair(send: Send, view: SessionView): Promise<void> {
  for (const remediation of view.finding?.remediations ?? []) {
    // What looks at the node twice waits in real time, and its messages are like the others.
    if (lookUp(winnow.remediations, remediation).resample) continue;
    const preview = await send('remedy.preview', { remediation });
    if (preview.kind !== 'writes') continue;
    await send('remedy.apply', { remediation, ticket: preview.ticket, nodeName: preview.nodeName });
    await send('remedy.undo', { run: 0 });
    return;
  }
}
