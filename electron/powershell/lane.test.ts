import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { couldNotCheck } from '../../shared/node/outcome';
import type { Result } from './call';
import type { FoundHost } from './host';
import { Lane } from './lane';
import { childrenOf, fakeHost, isRunning, until } from './testing/fake-host';

const open: Lane[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((lane) => lane.close()));
});

function laneOn(host: FoundHost = fakeHost(), callsPerShell = 100): Lane {
  const lane = new Lane({ host, library: 'function Say {\n}\n', startLimit: 1_000, callsPerShell });
  open.push(lane);
  return lane;
}

/** What comes of jobs, each the key of its own result. */
async function run(lane: Lane, lines: readonly string[], limit = 5_000, signal = new AbortController().signal) {
  const results: Result[] = [];
  const jobs = lines.map((line, index) => ({ key: String(index), line, limit }));
  await lane.run(jobs, (result) => results.push(result), signal);
  expect(results.map(({ key }) => key)).toEqual(jobs.map(({ key }) => key)); // each once, in order
  return results.map(({ outcome }) => (outcome.kind === 'answered' ? outcome.value : outcome));
}

// The stand-in is started by its first line, which Windows does not know.
describe.skipIf(process.platform === 'win32')('a lane', () => {
  it('answers a batch by one call of one shell', async () => {
    const lane = laneOn();
    const [first, text, second] = await run(lane, ['pid', 'say 語', 'pid']);
    expect(text).toBe('語');
    expect(second).toBe(first);
    expect(await run(lane, ['pid'])).toEqual([first]);
  });

  it('hands out each answer as soon as it is there', async () => {
    const lane = laneOn();
    const seen: unknown[] = [];
    let all = false;
    const jobs = ['say first', 'hang'].map((line, index) => ({ key: String(index), line, limit: 60_000 }));
    const abort = new AbortController();
    const running = lane
      .run(jobs, ({ outcome }) => seen.push(outcome.kind), abort.signal)
      .then(() => {
        all = true;
      });
    await until(() => seen.length === 1);
    expect({ seen, all }).toEqual({ seen: ['answered'], all: false });
    abort.abort();
    await running;
  });

  it('takes the node’s own could-not-check as it is', async () => {
    expect(await run(laneOn(), ['refuse'])).toEqual([couldNotCheck('not-elevated', '0x80070005')]);
  });

  it('ends a job that is past its limit with all that it started; the others are answered', async () => {
    const lane = laneOn();
    const answers = run(lane, ['say before', 'hang-with-child', 'say after'], 400);
    let tree: readonly number[] = [];
    await until(() => (tree = childrenOf(process.pid, 'fake-shell')).length === 2);
    expect(await answers).toEqual(['before', couldNotCheck('timed-out', '400 ms'), 'after']);
    await until(() => !tree.some(isRunning));
  });

  it('measures each limit from the end of the job before', async () => {
    expect(await run(laneOn(), ['sleep 300', 'sleep 300', 'sleep 300'], 700)).toEqual(['300', '300', '300']);
  });

  it('starts a new shell after one that died, and blames the job that ran', async () => {
    const [before, died, after] = await run(laneOn(), ['pid', 'die 9', 'pid']);
    expect(died).toMatchObject({ reason: 'crashed', detail: expect.stringContaining('exit 9') as string });
    expect(after).not.toBe(before);
  });

  it('blames nobody for a shell that was killed while nothing ran', async () => {
    const lane = laneOn();
    const [pid] = await run(lane, ['pid']);
    process.kill(Number(pid), 'SIGKILL');
    await until(() => !existsSync(`/proc/${String(pid)}`)); // collected: the lane knows
    expect(await run(lane, ['say still here'])).toEqual(['still here']);
  });

  it('keeps the last answer of a shell that dies', async () => {
    expect((await run(laneOn(), ['say-and-die', 'say next']))[0]).toBe('last');
  });

  it('gives up a batch whose every job kills its shell', async () => {
    const answers = await run(
      laneOn(),
      Array.from({ length: 9 }, () => 'die 1'),
    );
    expect(answers).toHaveLength(9);
    expect(answers.at(-1)).toEqual(couldNotCheck('crashed', '3 shells in a row ended'));
  });

  it('does not mind what is printed beside the frames', async () => {
    expect(await run(laneOn(), ['chatter loud', 'complain 20000', 'wrapped text', 'complain 1'])).toEqual([
      'loud',
      'complained',
      'text',
      'complained',
    ]);
  });

  it.each([
    ['half a frame', 'half', 'the answer was cut short'],
    ['garbage', 'garbage', 'the answer is not base64 of UTF-8'],
    ['no frame', 'nothing', 'no answer came'],
    ['a frame of another shell', 'as-other-shell 1', 'no answer came'],
    ['a frame without an outcome', 'json {"yes":1}', 'neither ok nor failed: {"yes":1}'],
    ['a frame that is no JSON', 'json {', 'neither ok nor failed: {'],
    ['an answer above the cap', 'big 30000000', 'more than 33554432 characters'],
  ])('takes %s for a bad answer, and the next one for its own', async (_name, job, detail) => {
    expect(await run(laneOn(), ['say one', job, 'say two'])).toEqual([
      'one',
      couldNotCheck('bad-answer', detail),
      'two',
    ]);
  });

  it('never takes the frame of a read that has its answer for another', async () => {
    expect(await run(laneOn(), ['say mine', 'as-another 0', 'say last'])).toEqual([
      'mine',
      couldNotCheck('bad-answer', 'no answer came'),
      'last',
    ]);
  });

  it('lets answers of 5 MB pass', async () => {
    expect(await run(laneOn(), ['big 5000000'])).toEqual(['x'.repeat(5_000_000)]);
  });

  it('replaces a shell after its share of calls', async () => {
    const lane = laneOn(fakeHost(), 2);
    const pids: unknown[] = [];
    for (let call = 0; call < 5; call++) pids.push((await run(lane, ['pid']))[0]);
    expect(pids[1]).toBe(pids[0]);
    expect(pids[3]).toBe(pids[2]);
    expect(new Set(pids).size).toBe(3);
    await until(() => !isRunning(Number(pids[0])));
  });

  it('runs batches one after the other', async () => {
    const lane = laneOn();
    const both = await Promise.all([run(lane, ['sleep 100', 'pid']), run(lane, ['pid'])]);
    expect(both[0][1]).toBe(both[1][0]);
  });
});

// As above.
describe.skipIf(process.platform === 'win32')('a cancel', () => {
  it('before it began starts nothing', async () => {
    const cancelled = couldNotCheck('cancelled', '');
    expect(await run(laneOn(), ['say 1'], 5_000, AbortSignal.abort())).toEqual([cancelled]);
    expect(childrenOf(process.pid, 'fake-shell')).toEqual([]);
  });

  it.each([
    ['while the shell starts', fakeHost('never-ready'), 'say 1', (tree: number) => tree >= 1],
    ['while a job runs', fakeHost(), 'hang', (tree: number) => tree >= 1],
    ['while a program runs', fakeHost(), 'hang-with-child', (tree: number) => tree >= 2],
  ])('%s leaves no process and gives every job a result', async (_name, host, job, begun) => {
    const abort = new AbortController();
    const answers = run(laneOn(host), [job, job], 60_000, abort.signal);
    await until(() => begun(childrenOf(process.pid, 'fake-shell').length));
    const tree = childrenOf(process.pid, 'fake-shell');
    abort.abort();
    expect(await answers).toEqual([couldNotCheck('cancelled', ''), couldNotCheck('cancelled', '')]);
    await until(() => !tree.some(isRunning) && childrenOf(process.pid, 'fake-shell').length === 0);
  });
});

// As above.
describe.skipIf(process.platform === 'win32')('a shell that does not start', () => {
  it.each([
    ['is not there', { ...fakeHost(), executable: '/no/such/shell' }, 'missing', '/no/such/shell'],
    ['may not be started', { ...fakeHost(), executable: '/etc/passwd' }, 'policy', '/etc/passwd'],
    ['ends at once', fakeHost('dies'), 'crashed', 'exit 3 cannot load'],
    ['says nothing', fakeHost('never-ready'), 'timed-out', 'no sign of life in 1 s'],
    ['is no PowerShell', fakeHost('echo'), 'bad-answer', 'does not speak PowerShell: '],
    ['is a Unix tool', { ...fakeHost(), executable: '/bin/cat' }, 'crashed', '/bin/cat: exit'],
  ])('because it %s makes each job a could-not-check with its reason', async (_name, host, reason, detail) => {
    const expected = { kind: 'could-not-check', reason, detail: expect.stringContaining(detail) as string };
    expect(await run(laneOn(host), ['say 1', 'say 2'])).toEqual([expected, expected]);
    expect(childrenOf(process.pid, 'fake-shell')).toEqual([]);
  });
});
