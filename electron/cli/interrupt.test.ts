import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeNode } from '../session/fake';
import { Place, toFinding } from '../session/fake-session';
import { applyAlone } from './apply';
import { stopAtInterrupt } from './interrupt';
import { EXIT } from './io';
import { Desk } from './testing/start';
import { sayIn } from './texts';

const DIAGNOSE = ['diagnose', 'container-creating', '--node', 'practice:containerd-stopped-en'];
const MEND = ['--apply', 'start-runtime', '--yes'];

let desk: Desk;
beforeEach(() => void (desk = new Desk()));
afterEach(() => desk.remove());

/** A Ctrl+C that comes as soon as anybody listens for it. */
const atOnce = { onInterrupt: (stop: () => void) => stop() };

describe('Ctrl+C while nobody is asked', () => {
  it('lets the change that runs come to its end, and begins no other; both are told', async () => {
    const place = new Place();
    const node = fakeNode();
    const runner = place.runnerOn(node);
    let press: () => void = () => undefined;
    let err = '';
    const io = { onInterrupt: (stop: () => void) => void (press = stop), err: (text: string) => void (err += text) };
    const happened = stopAtInterrupt({ io, t: sayIn('en') }, runner);
    await toFinding(runner);
    runner.onEvent(({ event }) => (event.kind === 'write-started' ? press() : undefined));
    const applied = await applyAlone({ io, t: sayIn('en'), language: 'en', zone: 'UTC' }, runner, 'mend');
    expect(applied.result).toBe('stopped');
    expect(applied.steps.map(({ status }) => status)).toEqual(['done', 'waiting', 'waiting']);
    expect(node.writes).toHaveLength(1);
    expect(happened()).toBe(true);
    expect(err).toBe('Nothing more is begun. Press Ctrl+C again to end at once.\n');
    place.remove();
  });

  it('ends a diagnosis as what could not be checked, and keeps the session to go on with', async () => {
    const { exit, out, err } = await desk.pipe([...DIAGNOSE, ...MEND, '--json'], '', atOnce);
    expect(exit).toBe(EXIT.unsaid);
    expect(JSON.parse(out)).toMatchObject({ finding: null, remediation: null });
    expect(out).toContain('"reason": "cancelled"');
    expect(err).toContain('Start winnow again to go on with it.');
    const events = readFileSync(desk.file(join('sessions', 'session-0', 'events.jsonl')), 'utf8');
    expect(events).not.toContain('"kind":"closed"');
    expect(events).not.toContain('"kind":"write-started"');
  });

  it('ends a check in the same way', async () => {
    const { exit, out } = await desk.pipe(['check', '--node', 'practice:aks-en', '--json'], '', atOnce);
    expect(exit).toBe(EXIT.unsaid);
    expect(out).toContain('"reason": "cancelled"');
  });
});

/** All events of the sessions in the data folder, as they stand on the disk. */
function written(): string {
  const sessions = desk.file('sessions');
  if (!existsSync(sessions)) return '';
  return readdirSync(sessions)
    .map((id) => readFileSync(join(sessions, id, 'events.jsonl'), 'utf8'))
    .join('');
}

it('a real Ctrl+C stops a remediation that waits to look a second time, before anything is written', async () => {
  const argv = ['diagnose', 'ip-range-exhausted', '--node', 'practice:range-full-of-leases-en', '--json'];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'electron/cli/winnow.ts', ...argv, '--apply', 'move-leaked-leases', '--yes'],
    { env: { ...process.env, WINNOW_DATA: desk.data }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  const ended = new Promise((settle) => child.once('close', settle));
  await vi.waitUntil(() => written().includes('"kind":"sample-awaited"'), { timeout: 25_000 });
  child.kill('SIGINT');
  expect(await ended).toBe(EXIT.likely);
  expect(JSON.parse(out)).toMatchObject({ remediation: { id: 'move-leaked-leases', result: 'stopped' } });
  expect(err).toContain('Press Ctrl+C again to end at once.');
  expect(written()).not.toContain('"kind":"write-started"');
}, 40_000);
