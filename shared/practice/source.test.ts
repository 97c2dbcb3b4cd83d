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
});
