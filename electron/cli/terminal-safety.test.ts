import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { sha256 } from '../journal/files';
import { said } from './prompts/said';
import { Desk } from './testing/start';

const desk = new Desk();
afterAll(() => desk.remove());

/** Clears the screen, sets the window's title, hides what follows, turns the direction of text. */
const STEERING = '\u001b[2J\u001b]0;owned\u0007\u009b8m\u202e';

/** A bundle in which the node answers that its pause image has this name. */
async function bundleWith(image: string): Promise<string> {
  const path = desk.file('node.zip');
  await desk.pipe(['diagnose', 'container-creating', '--node', 'practice:pause-image-old-ja']);
  await desk.pipe(['export', '--format', 'bundle', '--output', path]);
  const packed = unzipSync(readFileSync(path));
  let events = strFromU8(packed['events.jsonl'] ?? new Uint8Array());
  const files: Record<string, Uint8Array> = {};
  for (const [name, bytes] of Object.entries(packed).filter(([key]) => key.startsWith('raw/'))) {
    const changed = strToU8(strFromU8(bytes).replaceAll('kubeletwin/pause', JSON.stringify(image).slice(1, -1)));
    files[`raw/${sha256(changed)}`] = changed;
    events = events.replaceAll(name.slice('raw/'.length), sha256(changed));
  }
  files['events.jsonl'] = strToU8(events);
  const hashes = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)]));
  const manifest = strToU8(JSON.stringify({ format: 'winnow-bundle-1', files: hashes }));
  writeFileSync(path, zipSync({ 'manifest.json': manifest, ...files }));
  return `bundle:${path}`;
}

describe('what a node says never steers the terminal', () => {
  const steers = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

  it.each([[[]], [['--json']]])('in what diagnose and check print %j', async (how) => {
    const node = await bundleWith(`kubeletwin/pause${STEERING}`);
    for (const command of [['diagnose', 'container-creating'], ['check']]) {
      const { out, err } = await desk.pipe([...command, '--node', node, ...how]);
      if (command[0] === 'diagnose') expect(out).toContain('owned'); // it was printed
      expect(out).not.toMatch(steers);
      expect(err).not.toMatch(steers);
    }
  });

  it('in what the wizard says', () => {
    expect(said(STEERING, STEERING).replaceAll(/\u001b\[(?:1|22)m/g, '')).not.toMatch(steers);
  });
});

/** Runs the program itself and stops reading after the first part of what it prints. */
function readOnlyTheStart(...argv: readonly string[]): Promise<{ readonly code: number | null; readonly err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'electron/cli/winnow.ts', ...argv], {
    env: { ...process.env, WINNOW_DATA: desk.data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  return new Promise((settle) => child.once('close', (code) => settle({ code, err })));
}

it('a reader that goes away early ends the program quietly', async () => {
  expect(await readOnlyTheStart('check', '--json', '--node', 'practice:kubeadm-vxlan-2025-ja')).toEqual({
    code: expect.any(Number) as number,
    err: '',
  });
}, 30_000);
