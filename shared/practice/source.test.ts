import { describe, expect, it } from 'vitest';
import type { Question, Reply } from '../node/source';
import { practiceNode } from './nodes';
import { practiceSource } from './source';

const now = (): string => '2026-03-02T03:21:07.000Z';
const QUESTIONS: readonly Question[] = ['a', 'b', 'c'].map((key) => ({ key, read: { kind: 'shell' }, limit: 1000 }));

function open(id: string): ReturnType<typeof practiceSource> {
  const node = practiceNode(id);
  if (node === undefined) throw new Error(id);
  return practiceSource(node, { now });
}

describe('practice source', () => {
  it('answers one read after the other', async () => {
    const replies: Reply[] = [];
    await open('aks-en').read(QUESTIONS, (reply) => replies.push(reply), new AbortController().signal);
    expect(replies.map(({ key, outcome, at }) => [key, outcome.kind, at])).toEqual(
      ['a', 'b', 'c'].map((key) => [key, 'answered', now()]),
    );
  });

  it('cancels what was not yet asked', async () => {
    const controller = new AbortController();
    const replies: Reply[] = [];
    await open('aks-en').read(
      QUESTIONS,
      (reply) => {
        replies.push(reply);
        controller.abort();
      },
      controller.signal,
    );
    expect(replies.map(({ outcome }) => (outcome.kind === 'answered' ? 'answered' : outcome.reason))).toEqual([
      'answered',
      'cancelled',
      'cancelled',
    ]);
  });

  it('keeps what was written, on its own node only', async () => {
    const source = open('containerd-stopped-ja');
    const { signal } = new AbortController();
    expect(await source.write({ kind: 'service', name: 'containerd', action: 'start' }, signal)).toMatchObject({
      kind: 'answered',
    });
    expect(source.state().services.containerd?.state).toBe('Running');
    expect(open('containerd-stopped-ja').state().services.containerd?.state).toBe('Stopped');
  });

  it('does not write when it was cancelled', async () => {
    const source = open('containerd-stopped-ja');
    const before = source.state();
    expect(
      await source.write({ kind: 'service', name: 'containerd', action: 'start' }, AbortSignal.abort()),
    ).toMatchObject({ reason: 'cancelled' });
    expect(source.state()).toBe(before);
  });

  it('says that a hung HNS took as long as it was given', async () => {
    const replies: Reply[] = [];
    await open('hns-times-out-ja').read(
      [{ key: 'h', read: { kind: 'hns', path: '/networks' }, limit: 5000 }],
      (reply) => replies.push(reply),
      new AbortController().signal,
    );
    expect(replies[0]).toMatchObject({ outcome: { reason: 'timed-out' }, milliseconds: 5000 });
  });

  it('keeps nothing else waiting while HNS hangs, and says so when that was cancelled', async () => {
    const node = practiceNode('hns-times-out-ja');
    if (node === undefined) throw new Error('no such node');
    const waits: Array<{ readonly milliseconds: number; readonly end: () => void }> = [];
    const source = practiceSource(node, {
      now,
      pass: (milliseconds) => new Promise((resolve) => waits.push({ milliseconds, end: resolve })),
    });
    const cancel = new AbortController();
    const replies: Reply[] = [];
    const reading = source.read(
      [{ key: 'h', read: { kind: 'hns', path: '/networks' }, limit: 5000 }, ...QUESTIONS],
      (reply) => replies.push(reply),
      cancel.signal,
    );
    for (let turn = 0; turn <= QUESTIONS.length; turn++) await Promise.resolve();
    expect(replies.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([5000]);
    cancel.abort();
    waits[0]?.end();
    await reading;
    expect(replies.at(-1)).toMatchObject({ key: 'h', outcome: { reason: 'cancelled' } });
  });
});
