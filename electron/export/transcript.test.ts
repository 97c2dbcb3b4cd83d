import { describe, expect, it } from 'vitest';
import { winnow } from '../../shared/engine/winnow';
import { type PracticeNode, practiceNode, practiceNodes } from '../../shared/practice/nodes';
import { practiceSource } from '../../shared/practice/source';
import type { Entry } from '../../shared/session/events';
import { fold, type SessionState } from '../../shared/session/reduce';
import { recordSchema } from '../../shared/transcript/record';
import { inMemory } from '../journal/testing/in-memory';
import { createRunner } from '../session/runner';
import { walkAlone } from '../session/walk-alone';
import { transcriptOf } from './transcript';

const NOW = '2026-03-02T03:21:07.000Z';
let ids = 0;

/** A session on a practice node, walked to its end as the machine proposes. */
async function session(node: PracticeNode, symptom: string) {
  const runner = createRunner({
    catalogue: winnow,
    source: practiceSource(node, { now: () => NOW }),
    journal: inMemory(),
    clock: () => new Date(NOW),
    newId: () => `s${ids++}`,
    version: '1',
    wait: () => Promise.resolve(),
  });
  runner.start(symptom);
  await walkAlone(runner, node.answers ?? {}, null);
  const state = (): SessionState => runner.state() ?? fold([]);
  return { runner, state };
}

function nodeOf(id: string): PracticeNode {
  const node = practiceNode(id);
  if (!node) throw new Error(id);
  return node;
}

const faulty = practiceNodes.filter(({ symptom }) => symptom !== null && Object.hasOwn(winnow.symptoms, symptom));

describe('the transcript of every practice node', () => {
  it.each(faulty.map((node) => [node.id, node] as const))('%s leaks nothing in any format', async (_id, node) => {
    const { runner, state } = await session(node, node.symptom ?? '');
    for (const [format, language] of [
      ['markdown', 'en'],
      ['html', 'ja'],
      ['json', 'en'],
    ] as const) {
      const made = transcriptOf(state(), format, language, 'UTC');
      expect(made.leaks).toEqual([]);
      expect(made.text).not.toMatch(
        /winnode-01|akswin000002|\b192\.168\.10\.|\b10\.24[04]\.|undefined|\{\w+\}(?!["'}])/i,
      );
      if (format === 'json') recordSchema.parse(JSON.parse(made.text));
    }
    await runner.close();
  });
});

describe('a transcript says', () => {
  it('what was found, changed, proven and undone, in both languages', async () => {
    const { runner, state } = await session(nodeOf('containerd-stopped-ja'), 'container-creating');
    const preview = await runner.preview('start-runtime');
    if (preview.kind !== 'writes') throw new Error(preview.kind);
    await runner.apply('start-runtime', { ticket: preview.ticket, nodeName: null });
    expect(transcriptOf(state(), 'markdown', 'en', 'UTC').text).toContain('Start containerd and kubelet: Fixed.');
    expect(transcriptOf(state(), 'markdown', 'ja', 'UTC').text).toContain(
      'containerd と kubelet を開始する: 解消しました。',
    );
    expect(transcriptOf(state(), 'markdown', 'ja', 'UTC').text).toContain('| containerd の状態 | Stopped | Running |');
    await runner.undo(0);
    const { text } = transcriptOf(state(), 'markdown', 'en', 'UTC');
    expect(text).toContain('Start containerd and kubelet: Undone.');
    expect(text).toContain('The question asked again after the change: Fixed.');
    await runner.close();
  });

  it('whom an answer is from, and what the machine said where a person overruled it', async () => {
    const { runner, state } = await session(nodeOf('containerd-stopped-en'), 'container-creating');
    runner.answer('container-creating/runtime-service', 'runs', 'person');
    runner.settle('container-creating/runtime-service');
    const { text } = transcriptOf(state(), 'markdown', 'en', 'UTC');
    expect(text).toContain('Yes, it is running (answered by the operator)');
    expect(text).toMatch(/The machine told otherwise: No, /);
    expect(text).toContain('The operator was shown this and stood by the answer.');
    await runner.close();
  });

  it('what evidence is in words, and times in the zone of its reader; JSON keeps places, and times in UTC', async () => {
    const { runner, state } = await session(nodeOf('containerd-stopped-en'), 'container-creating');
    const { text } = transcriptOf(state(), 'markdown', 'en', 'Asia/Tokyo');
    expect(text).toContain('State of containerd: Stopped');
    expect(text).toContain('Started: 2026-03-02 12:21:07 UTC+09:00');
    expect(text).not.toMatch(/containerd\.state|\dT\d\d:/);
    const json = transcriptOf(state(), 'json', 'en', 'Asia/Tokyo').text;
    expect(json).toContain('"/containerd/state"');
    expect(json).toContain(NOW);
    await runner.close();
  });

  it('what could not be checked, and why', async () => {
    const { runner, state } = await session(nodeOf('not-elevated-ja'), 'no-network-adapter');
    expect(transcriptOf(state(), 'markdown', 'ja', 'UTC').text).toContain('管理者権限がありません');
    expect(transcriptOf(state(), 'html', 'en', 'UTC').text).toContain('not elevated');
    const result = transcriptOf(state(), 'markdown', 'en', 'UTC').text.split('\n## ')[1] ?? '';
    expect(result.match(/HNS networks: not elevated/g)).toHaveLength(1);
    await runner.close();
  });
});

it('of a session whose host is named by words of the transcript is handed out, without the name', async () => {
  for (const name of ['host', 'address', 'user', 'node', 'services']) {
    const { runner } = await session(nodeOf('leftover-cni-file-ja'), 'container-creating');
    const entries = JSON.parse(JSON.stringify(runner.entries()).replaceAll(/winnode-01/gi, name)) as Entry[];
    for (const format of ['markdown', 'html', 'json'] as const) {
      const made = transcriptOf(fold(entries), format, 'en', 'UTC');
      expect([name, format, made.leaks]).toEqual([name, format, []]);
      expect(made.text).not.toContain(`spec.nodeName=${name}`);
    }
    await runner.close();
  }
});

it('of thousands of reads is made in seconds', async () => {
  const { runner, state } = await session(nodeOf('leftover-cni-file-ja'), 'container-creating');
  const { probes, ...rest } = state();
  const [probe] = Object.values(probes);
  if (!probe) throw new Error('nothing was asked');
  const many = Object.fromEntries(
    Array.from({ length: 5000 }, (_, index) => [`probe-${index}`, { ...probe, reads: probe.reads.slice(0, 1) }]),
  );
  const started = performance.now();
  for (const format of ['markdown', 'html', 'json'] as const)
    transcriptOf({ ...rest, probes: many }, format, 'ja', 'UTC');
  expect(performance.now() - started).toBeLessThan(10_000);
  await runner.close();
});
