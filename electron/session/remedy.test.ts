import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeNode } from './fake';
import { mend, Place, toFinding, upTo } from './fake-session';

let place: Place;

beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

describe('a remediation', () => {
  it('shows its lines, undo lines and what cannot be undone before anything changes', async () => {
    const node = fakeNode();
    const runner = place.runnerOn(node);
    await toFinding(runner);
    const preview = await runner.preview('mend');
    expect(preview).toMatchObject({
      kind: 'writes',
      risk: 'disrupts-pods',
      irreversible: ['restart-is-done'],
      seconds: 5,
    });
    if (preview.kind === 'writes') {
      expect([preview.lines.length, preview.undoLines.length, preview.backup.length]).toEqual([3, 2, 3]);
      expect(preview.undoLines[0]).toContain("'old'");
    }
    expect(node.writes).toEqual([]);
  });

  it('backs up, writes and verifies, each journalled before the next', async () => {
    const node = fakeNode();
    const runner = place.runnerOn(node);
    await toFinding(runner);
    expect(await mend(runner)).toEqual({ kind: 'done' });
    const [run] = runner.state()?.runs ?? [];
    expect(run).toMatchObject({ status: 'verified', result: 'fixed' });
    expect(run?.values).toEqual([
      { citation: { probe: 'config', pointer: '/text' }, before: '{"mtu":9000}', after: '{"mtu":1450}' },
    ]);
    const kinds = runner.entries().map(({ event }) => event.kind);
    const one = ['backup-taken', 'write-started', 'write-ended'];
    const from = kinds.indexOf('remedy-consented');
    expect(kinds.slice(from + 1, from + 10)).toEqual([...one, ...one, ...one]);
    expect(runner.walk()?.end).toMatchObject({ kind: 'finding', finding: { cause: 'bad-config' } });
  });

  it('undoes exactly what it did, and only once', async () => {
    const node = fakeNode();
    const runner = place.runnerOn(node);
    await toFinding(runner);
    await mend(runner);
    expect(await runner.undo(0)).toEqual({ kind: 'done' });
    expect(node).toMatchObject({ config: '{"mtu":9000}', mode: 'old', service: 'Running' });
    expect(runner.state()?.runs[0]).toMatchObject({ status: 'undone', restored: true });
    expect(await runner.undo(0)).toMatchObject({ what: 'nothing-to-undo' });
    expect(node.writes.map(({ kind }) => kind)).toEqual(['file', 'registry', 'service', 'registry', 'file']);
  });

  it('says that it cannot be undone where a secret would have to be put back', async () => {
    const node = fakeNode({ mode: 'password=hunter22' });
    const runner = place.runnerOn(node);
    await toFinding(runner);
    expect(await runner.preview('mend')).toMatchObject({ irreversible: ['unknown-before', 'restart-is-done'] });
    await mend(runner);
    expect(JSON.stringify(runner.entries())).not.toContain('hunter22');
    await runner.undo(0);
    expect(node).toMatchObject({ mode: 'new', config: '{"mtu":9000}' });
    expect(runner.state()?.runs[0]).toMatchObject({ status: 'undone', restored: false });
  });

  it('is undone before an earlier one that changed the same', async () => {
    const node = fakeNode();
    const runner = place.runnerOn(node);
    await toFinding(runner);
    await mend(runner);
    Object.assign(node, { config: '{"mtu":9000}' });
    await runner.askAgain();
    expect(runner.walk()?.end).toMatchObject({ kind: 'finding' });
    await mend(runner);
    expect(await runner.undo(0)).toMatchObject({ what: 'later-run-first' });
    expect(await runner.undo(1)).toEqual({ kind: 'done' });
    expect(node).toMatchObject({ config: '{"mtu":9000}', mode: 'new' });
    expect(await runner.undo(0)).toEqual({ kind: 'done' });
    expect(node).toMatchObject({ config: '{"mtu":9000}', mode: 'old' });
  });

  it('can be verified once more, and its proof is replaced', async () => {
    const node = fakeNode();
    const runner = place.runnerOn(node);
    await toFinding(runner);
    await mend(runner);
    node.config = '{"mtu":9000}';
    expect(await runner.verifyAgain(0)).toEqual({ kind: 'done' });
    expect(runner.state()?.runs[0]?.result).toBe('no-change');
    await runner.askAgain();
    expect(await runner.verifyAgain(0)).toMatchObject({ what: 'old-evidence' });
  });

  it('looks twice where its plan asks for that, and writes nothing that the second look does not confirm', async () => {
    const node = fakeNode();
    const waits: number[] = [];
    let between = (): void => undefined;
    const runner = place.runnerOn(node, '1', undefined, (milliseconds) => {
      waits.push(milliseconds);
      between();
      return Promise.resolve();
    });
    await toFinding(runner);
    between = () => Object.assign(node, { config: '{"mtu":1500}' });
    expect(await mend(runner, 'twice')).toMatchObject({ what: 'stopped' });
    expect(waits).toEqual([60_000]);
    expect(node.writes).toEqual([]);
    expect(runner.state()?.runs[0]).toMatchObject({ status: 'stopped', why: { reason: 'not-applicable' } });
    between = () => undefined;
    await runner.askAgain();
    Object.assign(node, { config: '{"mtu":9000}' });
    await runner.askAgain();
    runner.answer('not-ready/config', 'bad', 'machine');
    expect(await mend(runner, 'twice')).toEqual({ kind: 'done' });
    expect(node.writes).toHaveLength(1);
  });

  it('is verified after the restart that it ends with, when the session is taken up again', async () => {
    const node = fakeNode();
    const runner = place.runnerOn(node);
    await toFinding(runner);
    expect(await mend(runner, 'reboot')).toEqual({ kind: 'done' });
    expect(runner.state()?.runs[0]).toMatchObject({ status: 'running', result: null });
    await runner.leave();
    const again = place.runnerOn(node);
    expect(again.resume('s1').kind).toBe('done');
    expect(await again.verifyAgain(0)).toEqual({ kind: 'done' });
    expect(again.state()?.runs[0]).toMatchObject({ result: 'fixed' });
  });

  it('can be cancelled between two writes', async () => {
    const node = fakeNode();
    const runner = place.runnerOn(node);
    await toFinding(runner);
    runner.onEvent(({ event }) => event.kind === 'write-ended' && runner.cancel());
    expect(await mend(runner)).toMatchObject({ what: 'stopped' });
    expect(runner.state()?.runs[0]?.steps.map(({ status }) => status)).toEqual(['done', 'waiting', 'waiting']);
    expect(await runner.undo(0)).toEqual({ kind: 'done' });
    expect(node.config).toBe('{"mtu":9000}');
  });

  it('stops at a write that fails, and undoes the one before it', async () => {
    const node = fakeNode({ broken: 'registry' });
    const runner = place.runnerOn(node);
    await toFinding(runner);
    expect(await mend(runner)).toMatchObject({ what: 'stopped', detail: 'crashed: access denied' });
    expect(runner.state()?.runs[0]).toMatchObject({ status: 'stopped', result: null });
    expect(runner.state()?.runs[0]?.steps.map(({ status }) => status)).toEqual(['done', 'failed', 'waiting']);
    expect(node.writes).toHaveLength(2);
    expect(await runner.undo(0)).toEqual({ kind: 'done' });
    expect(node).toMatchObject({ config: '{"mtu":9000}', mode: 'old' });
    expect(node.writes.at(-1)?.kind).toBe('file');
  });

  it('does not write where the node is not as expected', async () => {
    const node = fakeNode();
    const runner = place.runnerOn(node);
    await toFinding(runner);
    const preview = await runner.preview('spell');
    if (preview.kind !== 'writes') throw new Error('no preview');
    expect(await runner.apply('spell', { ticket: preview.ticket, nodeName: 'another' })).toMatchObject({
      what: 'wrong-name',
    });
    const outcome = await runner.apply('spell', { ticket: preview.ticket, nodeName: preview.nodeName });
    expect(outcome).toMatchObject({ what: 'stopped' });
    expect(node.writes).toEqual([]);
    expect(await runner.undo(0)).toMatchObject({ what: 'nothing-to-undo' });
  });

  it('is not applied by a preview that is older than a quarter of an hour', async () => {
    const node = fakeNode();
    let minutes = 0;
    const clock = () => new Date(Date.UTC(2026, 0, 1, 0, minutes));
    const runner = place.runnerOn(node, '1', undefined, undefined, clock);
    await toFinding(runner);
    const apply = async (after: number) => {
      const preview = await runner.preview('mend');
      if (preview.kind !== 'writes') throw new Error('no preview');
      minutes += after;
      return runner.apply('mend', { ticket: preview.ticket, nodeName: null });
    };
    expect(await apply(16)).toMatchObject({ what: 'old-preview' });
    expect(node.writes).toEqual([]);
    expect(await apply(15)).toEqual({ kind: 'done' });
  });

  it('is applied once for each preview, and only while its plan stands', async () => {
    const runner = place.runnerOn(fakeNode());
    await toFinding(runner);
    const preview = await runner.preview('mend');
    if (preview.kind !== 'writes') throw new Error('no preview');
    const consent = { ticket: preview.ticket, nodeName: null };
    runner.goBack('not-ready/config');
    expect(await runner.apply('mend', consent)).toMatchObject({ what: 'old-preview' });
    runner.answer('not-ready/config', 'bad', 'machine');
    expect(await runner.apply('mend', consent)).toMatchObject({ what: 'old-preview' });
  });

  it('is only offered by its finding, as the node is now', async () => {
    const runner = place.runnerOn(fakeNode());
    await toFinding(runner);
    expect(await runner.preview('start')).toMatchObject({ what: 'not-offered' });
    await mend(runner);
    expect(await runner.preview('mend')).toMatchObject({ what: 'no-finding' });
    expect(runner.walk()?.end).toEqual({ kind: 'question', step: 'not-ready/config' });
  });

  it('names earlier runs of other sessions on the node', async () => {
    const node = fakeNode();
    const first = place.runnerOn(node);
    await toFinding(first);
    await mend(first);
    await first.close();
    node.config = '{"mtu":9000}';
    const second = place.runnerOn(node);
    await toFinding(second);
    expect(await second.preview('mend')).toMatchObject({ earlierRuns: [{ result: 'fixed' }] });
  });
});

describe('a remediation that was killed', () => {
  it.each(['remedy-consented', 'backup-taken', 'write-started', 'write-ended', 'verified'])(
    'is offered for undo of what was done, killed behind %s',
    async (kind) => {
      const node = fakeNode();
      const first = place.runnerOn(node);
      await toFinding(first);
      await mend(first);
      const keep = upTo(first, kind);
      await first.leave();
      place.killedAfter('s1', keep, 5);
      // The node as the first write left it, or as it was before.
      const written = kind === 'write-ended' || kind === 'verified';
      Object.assign(
        node,
        kind === 'verified' ? {} : { mode: 'old', config: written ? '{"mtu":1450}' : '{"mtu":9000}' },
      );
      node.writes.length = 0;
      const runner = place.runnerOn(node);
      runner.resume('s1');
      const offered = kind === 'write-started' || written;
      expect(await runner.undo(0)).toMatchObject(offered ? { kind: 'done' } : { what: 'nothing-to-undo' });
      expect(node).toMatchObject({ config: '{"mtu":9000}', mode: 'old' });
      expect(node.writes).toHaveLength({ 'write-ended': 1, verified: 2 }[kind] ?? 0);
    },
  );

  it('is undone also where the write was done and its end was not seen', async () => {
    const node = fakeNode();
    const first = place.runnerOn(node);
    await toFinding(first);
    await mend(first);
    const keep = upTo(first, 'write-started');
    await first.leave();
    place.killedAfter('s1', keep);
    node.mode = 'old';
    const runner = place.runnerOn(node);
    runner.resume('s1');
    expect(runner.state()?.runs[0]).toMatchObject({ status: 'interrupted' });
    await runner.undo(0);
    expect(node.config).toBe('{"mtu":9000}');
  });

  it('goes on with an undo that was killed, without running anything twice', async () => {
    const node = fakeNode();
    const first = place.runnerOn(node);
    await toFinding(first);
    await mend(first);
    await first.undo(0);
    const keep = upTo(first, 'undo-started');
    await first.leave();
    place.killedAfter('s1', keep);
    node.writes.length = 0;
    const runner = place.runnerOn(node);
    runner.resume('s1');
    expect(await runner.undo(0)).toEqual({ kind: 'done' });
    expect(node.writes).toEqual([]);
    expect(runner.state()?.runs[0]).toMatchObject({ status: 'undone', restored: true });
  });
});
