import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '../app/launch';
import { winnow } from '../../shared/engine/winnow';
import type { WinnowApi } from '../../shared/ipc/contract';
import { busyBundle } from './bundle';
import { inMs, limited, type Row, told } from './measure';

const LIMIT = 50;
/** Events that a session writes down and tells the window of. */
const EVENTS_PER_SECOND = 100;
const SECONDS = 10;
/** Below this share of the wanted events the figure would say nothing. */
const ENOUGH = 0.9;

/**
 * How long the main process of real Electron does not answer while everything on a busy node is asked and judged, over
 * and over, its answers coming from a recorded bundle: every tree is walked to its end.
 */
export async function measureLoop(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-bench-'));
  const file = join(folder, 'busy.winnow.zip');
  writeFileSync(file, await busyBundle());
  const { app, page } = await start(join(folder, 'data'));
  try {
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, file);
    const work = { symptoms: Object.keys(winnow.symptoms), perSecond: EVENTS_PER_SECOND, seconds: SECONDS };
    await page.evaluate(walkEverything, { ...work, seconds: 1, open: true });
    await app.evaluate(() => {
      const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      Reflect.set(globalThis, 'benchDelay', delay);
    });
    const { events, checks, took } = await page.evaluate(walkEverything, { ...work, open: false });
    const { p99, max } = await app.evaluate(() => {
      // Put there a moment ago, above.
      const delay = Reflect.get(globalThis, 'benchDelay') as { percentile(of: number): number; max: number };
      return { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
    });
    const rate = (events * 1000) / took;
    if (rate < EVENTS_PER_SECOND * ENOUGH) throw new Error(`only ${rate.toFixed(0)} events a second came`);
    return [
      limited('main’s event loop while a busy node is checked, 99th percentile of its delay', p99, LIMIT, inMs),
      told('… at its longest', inMs(max)),
      told('… with so much going on', `${rate.toFixed(0)} events a second, ${checks} walks in ${SECONDS} s`),
    ];
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Work {
  readonly symptoms: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
  readonly open: boolean;
}

/** Run in the page: walks one tree after the other as a person would who takes every proposal, at so many events a second. */
async function walkEverything({ symptoms, perSecond, seconds, open }: Work) {
  const api = Reflect.get(globalThis, 'winnow') as WinnowApi; // what the preload script puts there
  if (open) await api.command('app.open-bundle', {});
  if ((await api.command('app.view', {})).node.kind !== 'bundle') throw new Error('the bundle was not opened');
  const began = performance.now();
  let events = 0;
  let checks = 0;
  while (performance.now() - began < seconds * 1000) {
    await api.command('session.start', { symptom: symptoms[checks % symptoms.length] ?? '' });
    checks += 1;
    let seq = 0;
    for (;;) {
      const view = await api.command('session.view', {});
      const here = view?.path.at(-1);
      if (!view || !here) throw new Error('the session has no walk');
      events += view.seq - seq;
      seq = view.seq;
      const early = (events / perSecond) * 1000 - (performance.now() - began);
      await new Promise((go) => setTimeout(go, early));
      if (view.end.kind === 'asking') continue;
      if (view.end.kind !== 'question' && view.end.kind !== 'contradiction') break;
      const answer = here.proposal.kind === 'because' ? here.proposal.answer : 'unsure';
      await api.command('session.answer', { step: here.key, answer });
    }
  }
  return { events, checks, took: performance.now() - began };
}
