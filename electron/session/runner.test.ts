import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fold } from '../../shared/session/reduce';
import { openJournals } from '../journal/journal';
import { fakeNode } from './fake';
import { mend, Place, toFinding } from './fake-session';

let place: Place;

beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

describe('a diagnosis', () => {
  it('walks from the symptom to a finding, asking only what the walk stands at', async () => {
    const runner = place.runnerOn(fakeNode());
    runner.start('not-ready');
    expect(runner.walk()?.end).toEqual({ kind: 'question', step: 'not-ready/seen' });
    runner.answer('not-ready/seen', 'yes', 'person');
    await runner.ask();
    expect(Object.keys(runner.state()?.evidence ?? {})).toEqual(['service']);
    runner.answer('not-ready/service', 'up', 'machine');
    await runner.ask();
    runner.answer('not-ready/config', 'bad', 'machine');
    expect(runner.walk()?.end).toMatchObject({ kind: 'finding', finding: { cause: 'bad-config' } });
  });

  it('asks what a probe needs in a round before it', async () => {
    const runner = place.runnerOn(fakeNode());
    runner.start('not-ready');
    await runner.askFor(['config']);
    const ended = runner.entries().flatMap(({ event }) => (event.kind === 'probe-ended' ? [event.probe] : []));
    expect(ended).toEqual(['service', 'config']);
  });

  it('writes no secret anywhere', async () => {
    const runner = place.runnerOn(fakeNode());
    await toFinding(runner);
    await mend(runner);
    const folder = join(place.root, 's1');
    const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.join()).not.toContain('hunter22');
    expect(texts.join()).toContain('<removed>');
  });

  it('keeps the raw answer of every read that has one', async () => {
    const runner = place.runnerOn(fakeNode());
    await toFinding(runner);
    const reads = runner.entries().flatMap(({ event }) => (event.kind === 'probe-ended' ? event.reads : []));
    expect(reads.map(({ raw }) => (raw === null ? null : typeof runner.raw(raw)))).toEqual([
      'string',
      'string',
      'string',
    ]);
  });

  it('gives what was cancelled a reason and lets it be asked again', async () => {
    const node = fakeNode({ hangs: 'registry' });
    const runner = place.runnerOn(node);
    runner.start('not-ready');
    const asking = runner.askFor(['config']);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await runner.ask()).toMatchObject({ what: 'busy' });
    runner.cancel();
    await asking;
    expect(runner.state()?.evidence.config).toMatchObject({ reason: 'cancelled' });
    expect(runner.state()?.probes.config?.reads.map(({ outcome }) => outcome)).toEqual(['answered', 'cancelled']);
    runner.answer('not-ready/seen', 'yes', 'person');
    runner.answer('not-ready/service', 'up', 'machine');
    node.hangs = null;
    await runner.askAgain();
    expect(runner.state()?.evidence.config).toMatchObject({ kind: 'answered' });
  });

  it('stops at a contradiction until the person settles it', async () => {
    const runner = place.runnerOn(fakeNode());
    runner.start('not-ready');
    runner.answer('not-ready/seen', 'yes', 'person');
    await runner.ask();
    runner.answer('not-ready/service', 'down', 'person');
    expect(runner.walk()?.end.kind).toBe('contradiction');
    expect(runner.settle('not-ready/seen')).toMatchObject({ what: 'nothing-to-settle' });
    runner.settle('not-ready/service');
    expect(runner.walk()?.end.kind).toBe('finding');
    runner.goBack('not-ready/seen');
    expect(runner.state()?.answers).toEqual([]);
  });

  it('refuses what the walk does not offer', () => {
    const runner = place.runnerOn(fakeNode());
    expect(runner.answer('not-ready/seen', 'yes', 'person')).toMatchObject({ what: 'not-on-path' });
    expect(runner.start('nonsense')).toMatchObject({ what: 'unknown-symptom' });
    runner.start('not-ready');
    expect(runner.start('not-ready')).toMatchObject({ what: 'session-open' });
    expect(runner.answer('not-ready/config', 'bad', 'person')).toMatchObject({ what: 'not-on-path' });
    expect(runner.answer('not-ready/seen', 'toString', 'person')).toMatchObject({ what: 'unknown-answer' });
  });
});

describe('a session that is resumed', () => {
  it('stands at the same step after a kill behind any event, and in any event', async () => {
    const first = place.runnerOn(fakeNode());
    await toFinding(first);
    const whole = readFileSync(join(place.root, 's1', 'events.jsonl'), 'utf8');
    const entries = [...first.entries()];
    await first.leave();
    for (let keep = 1; keep < entries.length; keep++) {
      for (const bytes of [0, 1, 30]) {
        writeFileSync(join(place.root, 's1', 'events.jsonl'), whole);
        place.killedAfter('s1', keep, bytes);
        const runner = place.runnerOn(fakeNode());
        expect(runner.resume('s1')).toEqual({ kind: 'done', torn: bytes });
        expect(runner.state()?.answers).toEqual(fold(entries.slice(0, keep)).answers);
        expect(runner.state()?.evidence).toEqual(fold(entries.slice(0, keep)).evidence);
        await runner.leave();
      }
    }
  });

  it('asks again what another version understood', async () => {
    const first = place.runnerOn(fakeNode());
    await toFinding(first);
    await first.leave();
    const runner = place.runnerOn(fakeNode(), '2');
    runner.resume('s1');
    expect(runner.state()?.evidence).toEqual({});
    expect(runner.state()?.answers).toHaveLength(3);
  });

  it('is refused for another node and for a catalogue that does not know it, and nothing is written', async () => {
    const first = place.runnerOn(fakeNode());
    await toFinding(first);
    await first.leave();
    const file = join(place.root, 's1', 'events.jsonl');
    for (const [from, to, what] of [
      ['practice:fake', 'live', 'other-node'],
      ['"symptom":"not-ready"', '"symptom":"gone"', 'other-catalogue'],
      ['"answer":"up"', '"answer":"constructor"', 'other-catalogue'],
    ] as const) {
      const before = readFileSync(file, 'utf8');
      const changed = before.replace(from, to);
      writeFileSync(file, changed);
      expect(place.runnerOn(fakeNode()).resume('s1')).toMatchObject({ what });
      expect(readFileSync(file, 'utf8')).toBe(changed);
      writeFileSync(file, before);
    }
  });
});

describe('a full disk', () => {
  it('lets the session go on in memory and says so once', async () => {
    const full = {
      append: () => {
        throw new Error('no space left');
      },
      flush: () => undefined,
      create: () => undefined,
    };
    const node = fakeNode();
    const runner = place.runnerOn(node, '1', openJournals(place.root, full));
    await toFinding(runner);
    await mend(runner);
    await runner.undo(0);
    expect(runner.state()).toMatchObject({ journalLost: 'no space left', runs: [{ restored: true }] });
    expect(runner.entries().filter(({ event }) => event.kind === 'journal-lost')).toHaveLength(1);
  });
});
