import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packBundle, unpackBundle } from '../../electron/export/bundle';
import { openJournals } from '../../electron/journal/journal';
import { bundleSource } from '../../electron/node/bundle';
import { createRunner, type Runner } from '../../electron/session/runner';
import { nextAnswer } from '../../shared/engine/unattended';
import { walk } from '../../shared/engine/walk';
import { winnow } from '../../shared/engine/winnow';
import { viewOf } from '../../shared/ipc/view-of';
import { sessionViewSchema } from '../../shared/ipc/view';
import type { NodeSource } from '../../shared/node/source';
import { bigNode } from '../../shared/practice/big';
import { practiceNodes } from '../../shared/practice/nodes';
import { practiceSource } from '../../shared/practice/source';
import { inKb, inMb, inMs, limited, median, once, type Row, told } from './measure';
import { wantedProbes } from './trees';

const AT = '2026-03-02T03:21:07.000Z';
const BUNDLE_BYTES = 10_000_000;
const BUNDLE_LIMIT = 1000;
const MESSAGE_LIMIT = 64_000;

let ids = 0;

/** Runs work with a runner whose journal is gone afterwards. */
async function withRunner<T>(source: NodeSource, work: (runner: Runner) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-bench-'));
  const runner = createRunner({
    catalogue: winnow,
    source,
    journal: openJournals(folder),
    clock: () => new Date(AT),
    newId: () => `bench-${ids++}`,
    version: '0.0.0',
  });
  try {
    return await work(runner);
  } finally {
    await runner.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Walks to the end, as a person would who takes every proposal. */
async function walkToEnd(runner: Runner, symptom: string, file: Readonly<Record<string, string>>): Promise<void> {
  runner.start(symptom);
  for (;;) {
    const current = runner.walk();
    if (!current) throw new Error('the session has no walk');
    if (current.end.kind === 'asking') {
      await runner.ask();
      continue;
    }
    const next = nextAnswer(current, file);
    if (!next) return;
    runner.answer(next.step, next.answer, next.by);
  }
}

const SYMPTOM = 'container-creating';

/** The archive of a session on a node of that size, everything asked. */
async function bundleOf(scale: number) {
  const node = bigNode(scale);
  const source = practiceSource({ id: node.id, state: () => node }, { now: () => AT });
  return withRunner(source, async (runner) => {
    await walkToEnd(runner, SYMPTOM, {});
    await runner.askFor(wantedProbes());
    const entries = [...runner.entries()];
    const raw = new Map<string, string>();
    for (const { event } of entries) {
      if (event.kind !== 'probe-ended') continue;
      for (const { raw: hash } of event.reads) {
        const text = hash === null ? null : runner.raw(hash);
        if (hash !== null && text !== null) raw.set(hash, text);
      }
    }
    const held = [JSON.stringify(entries), ...raw.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    return { bytes: packBundle(entries, raw), held };
  });
}

function open(bytes: Uint8Array) {
  const unpacked = unpackBundle(bytes);
  if ('kind' in unpacked) throw new Error(unpacked.detail);
  return unpacked;
}

/** What opening a bundle costs: unpacked and checked, folded, and its walk repeated to the same end. */
export async function measureBundle(): Promise<readonly Row[]> {
  let scale = 1;
  let bundle = await bundleOf(scale);
  while (bundle.held < BUNDLE_BYTES) bundle = await bundleOf((scale += 1));
  const { bytes, held } = bundle;
  const read = open(bytes);
  const recorded = () => bundleSource('bench', read).recorded;
  const state = recorded();
  const rewalk = median(5, () => {
    const opened = bundleSource('bench', open(bytes)).recorded;
    return walk(winnow, SYMPTOM, opened.answers, opened.evidence);
  });
  const fresh = once(() => open(bytes));
  const again = await withRunner(bundleSource('bench', read), async (runner) => {
    const began = performance.now();
    await walkToEnd(runner, SYMPTOM, {});
    const end = runner.walk()?.end;
    const was = walk(winnow, SYMPTOM, state.answers, state.evidence).end;
    if (JSON.stringify(end) !== JSON.stringify(was)) throw new Error('the bundle leads to another end');
    return performance.now() - began;
  });
  return [
    told('the bundle', `${inMb(held)} of events and raw answers, packed ${inMb(bytes.length)}`),
    limited('that bundle opened, its walk repeated', rewalk, BUNDLE_LIMIT, inMs),
    told('… of which unpacking, checking and parsing', inMs(fresh.milliseconds)),
    limited('the same asked anew of the bundle, with a journal', fresh.milliseconds + again, BUNDLE_LIMIT, inMs),
  ];
}

/** The largest view of a session that goes to the window, over the walks of all practice nodes and the busy one. */
export async function measureMessages(): Promise<readonly Row[]> {
  const busy = bigNode(1);
  const nodes = [...practiceNodes, { id: busy.id, symptom: null, answers: {}, state: () => busy }];
  let largest = { size: 0, where: '' };
  let views = 0;
  for (const node of nodes) {
    const symptoms = node.symptom === null ? Object.keys(winnow.symptoms) : [node.symptom];
    for (const symptom of symptoms) {
      await withRunner(practiceSource(node, { now: () => AT }), async (runner) => {
        await walkToEnd(runner, symptom, node.answers ?? {});
        await runner.askFor(wantedProbes());
        const state = runner.state();
        if (!state) throw new Error('the session ended by itself');
        const view = sessionViewSchema.parse(viewOf(winnow, state, symptom));
        const size = Buffer.byteLength(JSON.stringify(view));
        views += 1;
        if (size > largest.size) largest = { size, where: `${node.id}, ${symptom}` };
      });
    }
  }
  return [
    limited('largest session message to the window', largest.size, MESSAGE_LIMIT, inKb),
    told('… of so many walks, everything asked', `${views} (${largest.where})`),
  ];
}
