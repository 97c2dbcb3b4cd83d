import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { liveSource, type ShellFacts } from '../../electron/node/live';
import type { Job, Result } from '../../electron/powershell/call';
import { Lane, type LaneParts } from '../../electron/powershell/lane';
import { Lanes } from '../../electron/powershell/lanes';
import { library } from '../../electron/powershell/script/library';
import { childrenOf, isRunning, until } from '../../electron/powershell/testing/fake-host';
import { couldNotCheck } from '../../shared/node/outcome';
import { renderRead } from '../../shared/node/powershell';
import { backupOf, inverseOf, type Write } from '../../shared/node/write';
import { ENGINE_ENVIRONMENT, findEngines } from './engine';

const { engines, without } = findEngines();
if (without !== null) console.warn(`Skipped: ${without}`);

const folder = mkdtempSync(join(tmpdir(), 'winnow-faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open: Array<{ close(): Promise<void> }> = [];
afterEach(() => Promise.all(open.splice(0).map((each) => each.close())));

// What is watched here is watched in /proc.
describe.skipIf(process.platform !== 'linux').each(engines)('shells of $name', ({ executable, name }) => {
  const parts = (mode = 'FullLanguage'): LaneParts => ({
    host: {
      kind: 'found',
      executable,
      environment: {
        PATH: process.env.PATH ?? '',
        HOME: process.env.HOME ?? '',
        ...ENGINE_ENVIRONMENT,
        WINNOW_ENGINE_LANGUAGE: mode,
      },
    },
    library,
    startLimit: 30_000,
    callsPerShell: 200,
  });
  const laneOn = (mode?: string): Lane => {
    const lane = new Lane(parts(mode));
    open.push(lane);
    return lane;
  };
  const run = async (lane: Lane, lines: readonly string[], limit = 20_000, signal = new AbortController().signal) => {
    const results: Result[] = [];
    const jobs: Job[] = lines.map((line, index) => ({ key: String(index), line, limit }));
    await lane.run(jobs, (result) => results.push(result), signal);
    return results;
  };
  const values = (results: readonly Result[]) =>
    results.map(({ outcome }) => (outcome.kind === 'answered' ? outcome.value : outcome));
  // A program of its own that never ends, waited for as a tool would be.
  const HANG = `$p = [Diagnostics.Process]::Start('/bin/sleep', '1000'); $p.WaitForExit(); @{ n = 0 }`;
  const shells = () => childrenOf(process.pid, 'engine').concat(childrenOf(process.pid, 'pwsh'));

  test('a read past its limit is ended with its grandchild, at most 2 s later; the others are answered', async () => {
    const lane = laneOn();
    await run(lane, ['@{ n = 0 }']);
    const answers = run(lane, ['@{ n = 1 }', HANG, '@{ n = 2 }'], 1_500);
    let tree: readonly number[] = [];
    await until(() => (tree = shells()).length >= 2, 5_000);
    const sent = performance.now();
    await until(() => !tree.some(isRunning), 1_500 + 2_000);
    expect(performance.now() - sent).toBeLessThan(1_500 + 2_000);
    expect(values(await answers)).toEqual([{ n: 1 }, couldNotCheck('timed-out', '1500 ms'), { n: 2 }]);
  });

  test('a shell that is killed from outside costs one read, and the next one has another shell', async () => {
    const lane = laneOn();
    const [first] = values(await run(lane, ['@{ pid = $PID }']));
    const answers = run(lane, [HANG, '@{ pid = $PID }']);
    await until(() => shells().length >= 2, 5_000);
    const tree = shells();
    process.kill((first as { pid: number }).pid, 'SIGKILL');
    const [killed, next] = values(await answers);
    expect(killed).toMatchObject({ reason: 'crashed', detail: expect.stringMatching(/SIGKILL|exit 137/) });
    expect(next).not.toEqual(first);
    for (const pid of tree.filter(isRunning)) process.kill(pid, 'SIGKILL'); // its orphan
  });

  test('stderr is noise, however much of it there is', async () => {
    const noise = `foreach ($i in 1..3000) { [Console]::Error.WriteLine('x' * 200) }; @{ n = 1 }`;
    expect(values(await run(laneOn(), [noise, noise, '@{ n = 2 }']))).toEqual([{ n: 1 }, { n: 1 }, { n: 2 }]);
  });

  test('answers of 5 MB come whole', async () => {
    const path = join(folder, 'big.log');
    const text = '2026-03-02 INFO \u8a9e kubelet is fine\n'.repeat(120_000);
    writeFileSync(path, text);
    const [result] = values(await run(laneOn(), [renderRead({ kind: 'file', path, tail: 5_000_000 })]));
    expect(result).toMatchObject({ exists: true });
    expect(text.endsWith((result as { text: string }).text.slice(1_000))).toBe(true);
    expect((result as { text: string }).text.length).toBeGreaterThan(4_000_000);
  });

  test('a thousand reads in a row grow neither handles nor memory', async () => {
    const path = join(folder, 'small.txt');
    writeFileSync(path, 'small');
    const lane = laneOn();
    const batch = Array.from({ length: 20 }, () => renderRead({ kind: 'file', path }));
    const [first] = values(await run(lane, ['@{ pid = $PID }']));
    const { pid } = first as { pid: number };
    const handles = () => readdirSync(`/proc/${pid}/fd`).length;
    const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) / 1024;
    for (let call = 0; call < 10; call++) await run(lane, batch); // until it is warm
    const before = { handles: handles(), memory: memory() };
    for (let call = 0; call < 50; call++) expect(values(await run(lane, batch))).toHaveLength(20);
    expect(values(await run(lane, ['@{ pid = $PID }']))).toEqual([first]);
    expect(handles()).toBeLessThanOrEqual(before.handles + 3);
    expect(memory()).toBeLessThan(before.memory + 40);
  });

  test.each([
    ['while the shell starts', '@{ n = 1 }', 1],
    ['while a read runs', 'while ($true) { $null = 1 }', 1],
    ['while a program runs', HANG, 2],
  ])('a cancel %s leaves no process', async (_name, line, processes) => {
    const abort = new AbortController();
    const answers = run(laneOn(), [line, line], 60_000, abort.signal);
    await until(() => shells().length >= processes, 10_000);
    const tree = shells();
    abort.abort();
    const cancelled = couldNotCheck('cancelled', '');
    expect(values(await answers)).toEqual([cancelled, cancelled]);
    await until(() => !tree.some(isRunning) && shells().length === 0);
  });

  // Only the test engine can be started constrained; for pwsh a policy of the whole machine does that.
  test.skipIf(name === 'pwsh')('in Constrained Language Mode nothing hangs, call after call', async () => {
    const lane = laneOn('ConstrainedLanguage');
    for (let call = 0; call < 3; call++) {
      const [n, file] = values(await run(lane, ['@{ n = 1 }', HANG]));
      expect([n, file]).toMatchObject([{ n: 1 }, { reason: 'policy' }]);
    }
  });

  test('a file is moved, and moved back by the undo that its backup gave', async () => {
    const lanes = new Lanes(parts());
    open.push(lanes);
    const shell = { elevated: true, os64: true, process64: true, languageMode: 'FullLanguage', missingModules: [] };
    const source = liveSource(lanes, shell as unknown as ShellFacts); // the engine is no administrator of Windows
    const path = join(folder, `it's 10-flannel [old].conf`);
    writeFileSync(path, '{"cniVersion":"0.3.0"}');
    const write: Write = { kind: 'file', path, change: { kind: 'move', to: `${path}.moved` } };
    const signal = new AbortController().signal;
    const backup = new Promise<Parameters<typeof inverseOf>[1]>((resolve, reject) => {
      const question = { key: 'b', read: backupOf(write), limit: 20_000 };
      void source.read(
        [question],
        ({ outcome }) => (outcome.kind === 'answered' ? resolve(outcome.value) : reject(new Error(outcome.detail))),
        signal,
      );
    });
    const inverse = inverseOf(write, await backup);
    expect(await source.write(write, signal)).toMatchObject({ kind: 'answered' });
    expect([existsSync(path), readFileSync(`${path}.moved`, 'utf8')]).toEqual([false, '{"cniVersion":"0.3.0"}']);
    if (inverse.kind !== 'writes') throw new Error(inverse.kind);
    for (const undo of inverse.writes) expect(await source.write(undo, signal)).toMatchObject({ kind: 'answered' });
    expect([existsSync(`${path}.moved`), readFileSync(path, 'utf8')]).toEqual([false, '{"cniVersion":"0.3.0"}']);
  });
});
