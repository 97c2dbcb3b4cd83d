import { afterEach, describe, expect, it } from 'vitest';
import { shell } from '../../shared/catalogue/probes/testing/values';
import { answered, couldNotCheck } from '../../shared/node/outcome';
import { renderRead } from '../../shared/node/powershell';
import type { Answer, Read } from '../../shared/node/read';
import type { Reply } from '../../shared/node/source';
import type { Job, Result } from '../powershell/call';
import type { LaneName } from '../powershell/lanes';
import { fakeHost } from '../powershell/testing/fake-host';
import { liveSource, type LiveLanes } from './live';
import { openBy } from './this-machine';

const SHELL: Answer<'shell'> = { ...shell, edition: 'Desktop' };

const calls: Array<{ readonly lane: LaneName; readonly lines: readonly string[] }> = [];
afterEach(() => void calls.splice(0));

/** Lanes that answer each line at once. */
function lanesThat(answer: (job: Job, signal: AbortSignal) => Result['outcome']): LiveLanes {
  return {
    run(lane, jobs, take, signal) {
      if (jobs.length > 0) calls.push({ lane, lines: jobs.map(({ line }) => line) });
      for (const job of jobs) {
        take({ key: job.key, outcome: answer(job, signal), at: new Date('2026-03-02T03:21:07Z'), milliseconds: 4 });
      }
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
}

async function ask(lanes: LiveLanes, reads: readonly Read[], shell: Partial<Answer<'shell'>> = {}) {
  const replies: Reply[] = [];
  const questions = reads.map((read, index) => ({ key: String(index), read, limit: 1_000 }));
  const source = liveSource(lanes, { ...SHELL, ...shell });
  await source.read(questions, (reply) => replies.push(reply), new AbortController().signal);
  return reads.map((_read, index) => replies.find(({ key }) => key === String(index))?.outcome);
}

const HNS: Read = { kind: 'hns', path: '/networks' };
const FILE: Read = { kind: 'file', path: 'C:\\k\\config' };
const CRICTL: Read = { kind: 'tool', tool: 'crictl', args: ['info'] };
const NOT_ELEVATED = couldNotCheck('not-elevated', '0x80070005');

describe('the live node', () => {
  it('asks the Host Networking Service, what is slow and the rest in a shell each, one call for all', async () => {
    const tls: Read = { kind: 'tls', target: '10.0.0.10:6443', path: '/livez' };
    await ask(
      lanesThat(() => answered({})),
      [FILE, HNS, tls, { kind: 'sockets' }, CRICTL],
    );
    expect(calls).toEqual([
      { lane: 'hns', lines: [renderRead(HNS)] },
      { lane: 'slow', lines: [renderRead(tls), renderRead(CRICTL)] },
      { lane: 'normal', lines: [renderRead(FILE), renderRead({ kind: 'sockets' })] },
    ]);
  });

  it('takes an answer of another shape for a bad one', async () => {
    const lanes = lanesThat(() => answered({ exists: 'yes' }));
    expect(await ask(lanes, [FILE])).toMatchObject([{ reason: 'bad-answer' }]);
  });

  it('cuts what is secret out of answers and refusals', async () => {
    const lanes = lanesThat(({ key }) =>
      key === '0' ? answered({ json: 'password: hunter22', via: 'HNSCall' }) : couldNotCheck('crashed', '--token abc1'),
    );
    expect(JSON.stringify(await ask(lanes, [HNS, FILE]))).not.toMatch(/hunter22|abc1/);
  });

  it('does not ask what only administrators are told, when it is none', async () => {
    const outcomes = await ask(
      lanesThat(() => couldNotCheck('missing', '')),
      [HNS, CRICTL, FILE],
      { elevated: false },
    );
    expect(outcomes).toEqual([NOT_ELEVATED, NOT_ELEVATED, couldNotCheck('missing', '')]);
    expect(calls.map(({ lane }) => lane)).toEqual(['normal']);
  });

  it('does not take the files that a 32-bit PowerShell sees for those of the node', async () => {
    const outcomes = await ask(
      lanesThat(() => answered({ exists: false })),
      [FILE],
      { process64: false },
    );
    expect(outcomes).toEqual([couldNotCheck('not-applicable', '32-bit PowerShell')]);
  });

  it('never runs a program in a form that might change something', async () => {
    const outcomes = await ask(
      lanesThat(() => answered({})),
      [{ kind: 'tool', tool: 'kubectl', args: ['delete', 'pod', 'x'] }],
    );
    expect(outcomes).toEqual([couldNotCheck('policy', 'kubectl delete pod x')]);
    expect(calls).toEqual([]);
  });
});

describe('a write on the live node', () => {
  const write = { kind: 'service', name: 'kubelet', action: 'start' } as const;

  it('is not broken off by a cancel once it has begun', async () => {
    const abort = new AbortController();
    const lanes = lanesThat((_job, signal) => {
      abort.abort();
      return signal.aborted ? couldNotCheck('cancelled', '') : answered({ detail: 'kubelet: Running' });
    });
    expect(await liveSource(lanes, SHELL).write(write, abort.signal)).toEqual(answered({ detail: 'kubelet: Running' }));
    expect(await liveSource(lanes, SHELL).write(write, abort.signal)).toEqual(couldNotCheck('cancelled', ''));
  });

  it('needs an administrator', async () => {
    const lanes = lanesThat(() => answered({ detail: '' }));
    const source = liveSource(lanes, { ...SHELL, elevated: false });
    expect(await source.write(write, new AbortController().signal)).toEqual(NOT_ELEVATED);
    expect(calls).toEqual([]);
  });

  it('that answers something else is a bad answer', async () => {
    const lanes = lanesThat(() => answered('done'));
    const outcome = await liveSource(lanes, SHELL).write(write, new AbortController().signal);
    expect(outcome).toMatchObject({ reason: 'bad-answer' });
  });
});

// The stand-in is started by its first line, which Windows does not know.
describe.skipIf(process.platform === 'win32')('this machine cannot be opened', () => {
  it.each([
    ['without a shell', { ...fakeHost(), executable: '/no/such/shell' }, 'no-shell'],
    ['where it may not start', { ...fakeHost(), executable: '/etc/passwd' }, 'shell-forbidden'],
    ['where it ends', fakeHost('dies'), 'shell-failed'],
    ['where it is silent', fakeHost('never-ready'), 'shell-silent'],
    ['by another program', fakeHost('echo'), 'not-powershell'],
    ['off Windows', fakeHost(), 'not-windows'],
  ])('%s, and says which of these it is', async (_name, host, what) => {
    expect(await openBy(host, 500)).toMatchObject({ kind: 'failed', what });
  });
});
