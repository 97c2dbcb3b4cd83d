import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lane, type LaneParts } from '../../electron/powershell/lane';
import { Shell } from '../../electron/powershell/shell';
import { started, type Result } from '../../electron/powershell/call';
import { runnerOn } from '../../electron/cli/session';
import { nowhere } from '../../electron/journal/nowhere';
import { winnow } from '../../shared/engine/winnow';
import { renderRead } from '../../shared/node/powershell';
import { practiceNode } from '../../shared/practice/nodes';
import { practiceSource } from '../../shared/practice/source';
import { ENGINE_ENVIRONMENT, findEngines } from '../powershell/engine';
import { asRatio, inMs, limited, middle, type Row, told } from './measure';

const NEVER = new AbortController().signal;

/** What asking through a shell costs beside what the engine itself takes. By the clock: most of it is waiting. */
export async function measureShell(): Promise<readonly Row[]> {
  const calls = limited('calls of a check of everything', await batchesOfACheck(), 4, String);
  const { engines, without } = findEngines();
  const engine = engines.find(({ name }) => name === 'engine');
  if (!engine) return [calls, told('shells', `not measured: ${without ?? 'no engine'}`)];
  const { PATH = '', HOME = '' } = process.env;
  const parts: LaneParts = {
    host: { kind: 'found', executable: engine.executable, environment: { PATH, HOME, ...ENGINE_ENVIRONMENT } },
    // As it is built: the text that is sent.
    library: execFileSync(process.execPath, ['out/main/winnow.cjs', 'script'], { encoding: 'utf8' }),
    startLimit: 60_000,
    callsPerShell: 1_000,
  };
  const folder = mkdtempSync(join(tmpdir(), 'winnow-bench-'));
  try {
    return [
      calls,
      ...(await measureFirst(parts)),
      ...(await measureBatch(parts, folder)),
      await measureProgress(parts),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A batch is one call of each shell it needs, side by side. */
async function batchesOfACheck(): Promise<number> {
  const node = practiceNode('containerd-stopped-en');
  if (!node) throw new Error('no practice node');
  const source = practiceSource(node, { now: () => new Date().toISOString() });
  let batches = 0;
  const counted: typeof source = { ...source, read: (...batch) => ((batches += 1), source.read(...batch)) };
  const io = { now: () => new Date(), newId: () => 'bench', version: '0', data: '' };
  const runner = runnerOn(io as Parameters<typeof runnerOn>[0], counted, nowhere);
  runner.start(Object.keys(winnow.symptoms)[0] ?? '');
  const steps = Object.values(winnow.symptoms).flatMap((symptom) => Object.values(symptom.steps));
  await runner.askFor([...new Set(steps.flatMap(({ probes, also }) => [...probes, ...also]))]);
  await runner.close();
  return batches;
}

async function measureFirst(parts: LaneParts): Promise<readonly Row[]> {
  const ours = async (): Promise<void> => {
    const lane = new Lane(parts);
    await run(lane, ['@{ n = 1 }']);
    void lane.close();
  };
  const [own, first] = await mediansOf(5, [() => engineAlone(parts), ours]);
  return [
    told('the engine with the library typed into it, from its start to its first answer', inMs(own)),
    limited('… Winnow’s first answer beside it', first / own, 1.3, asRatio),
  ];
}

/** The engine with the library typed into it by hand, up to its first answer. */
function engineAlone({ host, library }: LaneParts): Promise<void> {
  return new Promise((resolve) => {
    const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-NoExit', '-Command', '-'];
    const child = spawn(host.executable, args, { env: { ...host.environment } });
    child.stdout.once('data', () => {
      child.kill('SIGKILL');
      resolve();
    });
    child.stdin.write(`${library}\n\nWrite-WinnowFrame 'x' '1' { @{ n = 1 } }\n`);
  });
}

async function measureBatch(parts: LaneParts, folder: string): Promise<readonly Row[]> {
  const lines = Array.from({ length: 40 }, (_item, index) => {
    const path = join(folder, `${index}.txt`);
    writeFileSync(path, 'small');
    return renderRead({ kind: 'file', path });
  });
  const lane = new Lane(parts);
  const shell = new Shell(parts.host, parts.library);
  await started(shell, 60_000, NEVER);
  const byHand = (each: string): Promise<void> =>
    new Promise((resolve, reject) => {
      shell.listener = { onFrame: () => resolve(), onEnd: ({ detail }) => reject(new Error(detail)) };
      const blocks = lines.map((line) => `{ ${line} }`).join(',');
      shell.send(`foreach ($each in @(${blocks})) { ${each} }; Write-WinnowEnd '${shell.nonce}' 'hand'`);
    });
  const [mute, hand, batch] = await mediansOf(25, [
    () => byHand('$null = & $each'),
    () => byHand('[Console]::Out.Write("$(ConvertTo-Json -InputObject (& $each) -Depth 8 -Compress)`n")'),
    () => run(lane, lines),
  ]);
  await Promise.all([lane.close(), shell.kill()]);
  return [
    told('40 small reads, written by hand as one script that prints its answers', inMs(hand)),
    told('… as one that throws its answers away', inMs(mute)),
    limited('… as a batch, beside the one that prints them', batch / hand, 1.5, asRatio),
  ];
}

/** From the end of a read in the shell to its answer here; both look at the same clock. */
async function measureProgress(parts: LaneParts): Promise<Row> {
  const lane = new Lane(parts);
  const delays: number[] = [];
  const line = '@{ at = [DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds() }';
  const lines = Array.from({ length: 40 }, () => line);
  await run(lane, [line]);
  await run(lane, lines, ({ outcome }) => {
    const { at } = outcome.kind === 'answered' ? (outcome.value as { at: number }) : { at: 0 };
    delays.push(Date.now() - at);
  });
  await lane.close();
  return limited('from the end of a read to its answer, the slowest of 40', Math.max(...delays), 50, inMs);
}

async function run(
  lane: Lane,
  lines: readonly string[],
  take: (result: Result) => void = () => undefined,
): Promise<void> {
  const jobs = lines.map((line, index) => ({ key: String(index), line, limit: 60_000 }));
  await lane.run(jobs, take, NEVER);
}

/** The median of each, measured in turn, so that what else the machine does meets all of them. */
async function mediansOf<W extends ReadonlyArray<() => Promise<void>>>(
  runs: number,
  works: readonly [...W],
): Promise<{ [I in keyof W]: number }> {
  const times = works.map(() => new Array<number>());
  for (let turn = 0; turn <= runs; turn++) {
    for (const [index, work] of works.entries()) {
      const from = performance.now();
      await work();
      if (turn > 0) times[index]?.push(performance.now() - from);
    }
  }
  return times.map(middle) as { [I in keyof W]: number }; // one for each of the works
}
