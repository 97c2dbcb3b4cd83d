import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Side } from './testing/side';

const DONE = { kind: 'done' };
const NODE = 'containerd-stopped-en';
const SYMPTOM = 'container-creating';
const STEP = 'container-creating/runtime-service';
const MEND = 'start-runtime';

let side: Side;
beforeEach(() => void (side = new Side(NODE)));
afterEach(() => side.remove());

const failure = (what: string) => expect.objectContaining({ kind: 'failed', what }) as unknown;

describe('a session', () => {
  it('is walked to its finding, by the machine where its proposals were taken', async () => {
    const view = await side.walk(SYMPTOM);
    expect(view.finding).toMatchObject({ cause: 'containerd-stopped', verdict: 'confirmed', by: 'machine' });
    expect(view.path.map(({ by }) => by)).not.toContain('person');
  });

  it('stops at a contradiction where the person says otherwise, until the person stands by it or goes back', async () => {
    await side.walk(SYMPTOM);
    const contradicted = async () => (await side.page.send('session.view', {}))?.end;
    expect(await side.page.send('session.answer', { step: STEP, answer: 'runs' })).toEqual(DONE);
    expect(await contradicted()).toEqual({ kind: 'contradiction', step: STEP });
    expect(await side.page.send('session.settle', { step: STEP })).toEqual(DONE);
    expect((await contradicted())?.kind).not.toBe('contradiction');
    expect(await side.page.send('session.settle', { step: STEP })).toEqual(failure('nothing-to-settle'));
    expect(await side.page.send('session.back', { step: STEP })).toEqual(DONE);
    expect(await side.page.send('session.back', { step: STEP })).toEqual(failure('not-on-path'));
  });

  it('takes no answer that the question does not have, and none to a question that is not on the path', async () => {
    const { seq } = await side.walk(SYMPTOM);
    expect(await side.page.send('session.answer', { step: STEP, answer: 'constructor' })).toEqual(
      failure('unknown-answer'),
    );
    expect(await side.page.send('session.answer', { step: 'container-creating/nothing', answer: 'runs' })).toEqual(
      failure('not-on-path'),
    );
    expect((await side.page.send('session.view', {}))?.seq).toBe(seq);
  });

  it('asks the node again when the person wants it', async () => {
    const { seq } = await side.walk(SYMPTOM);
    expect(await side.page.send('session.ask-again', {})).toEqual(DONE);
    const again = await side.page.send('session.view', {});
    expect(again?.seq).toBeGreaterThan(seq);
    expect(again?.finding?.cause).toBe('containerd-stopped');
  });

  it('is listed, and resumed where it was, with the node that it is of', async () => {
    const { id, finding } = await side.walk(SYMPTOM);
    await side.page.send('app.use-node', { node: 'practice:aks-en' });
    expect(await side.page.send('session.view', {})).toBeNull();
    expect((await side.page.send('session.list', {})).sessions).toEqual([
      expect.objectContaining({ id, symptom: SYMPTOM, source: `practice:${NODE}`, ended: false, trouble: null }),
    ]);
    expect(await side.page.send('session.resume', { session: id })).toMatchObject({ id, finding });
    expect(side.announced.at(-1)?.node.name).toBe(`practice:${NODE}`);
    expect(await side.page.send('app.show-journal', {})).toEqual(DONE);
    expect(side.done).toEqual([`show ${side.file(`sessions/${id}/events.jsonl`)}`]);
    expect(await side.page.send('session.close', {})).toEqual(DONE);
    expect((await side.page.send('session.list', {})).sessions[0]?.ended).toBe(true);
  });

  it('that cannot be read is listed with the reason, and stays closed', async () => {
    const { id } = await side.walk(SYMPTOM);
    await side.page.send('session.close', {});
    writeFileSync(side.file(`sessions/${id}/events.jsonl`), 'no events\n');
    expect((await side.page.send('session.list', {})).sessions).toEqual([
      expect.objectContaining({ id, symptom: null, trouble: failure('journal-damaged') }),
    ]);
    expect(await side.page.send('session.resume', { session: id })).toEqual(failure('journal-damaged'));
  });

  it('of a bundle is not resumed before that bundle is open again', async () => {
    await side.walk(SYMPTOM);
    side.picks.target = side.picks.bundle = side.file('one.zip');
    await side.page.send('export.save', { format: 'bundle', language: 'en' });
    await side.page.send('app.open-bundle', {});
    const session = (await side.page.send('session.view', {}))?.id ?? '';
    await side.page.send('app.use-node', { node: `practice:${NODE}` });
    expect(await side.page.send('session.resume', { session })).toEqual(failure('bundle-first'));
  });
});

describe('a remediation', () => {
  it('runs only with the ticket of its preview, once, and is undone', async () => {
    await side.walk(SYMPTOM);
    const apply = (ticket: string) => side.page.send('remedy.apply', { remediation: MEND, ticket, nodeName: null });
    expect(await apply('guessed')).toEqual(failure('old-preview'));
    const preview = await side.page.send('remedy.preview', { remediation: MEND });
    if (preview.kind !== 'writes') throw new Error(preview.kind);
    expect(await apply(preview.ticket)).toEqual(DONE);
    expect(await apply(preview.ticket)).toEqual(failure('old-preview'));
    const run = (await side.page.send('session.view', {}))?.runs[0];
    expect(run).toMatchObject({ status: 'verified', result: 'fixed', undoable: true });
    expect(await side.page.send('remedy.undo', { run: 1 })).toEqual(failure('no-such-run'));
    expect(await side.page.send('remedy.undo', { run: 0 })).toEqual(DONE);
    expect(await side.page.send('remedy.undo', { run: 0 })).toEqual(failure('nothing-to-undo'));
  });

  it('is not offered by a finding that is about something else', async () => {
    await side.walk(SYMPTOM);
    expect(await side.page.send('remedy.preview', { remediation: 'update-windows' })).toEqual(failure('not-offered'));
  });

  it('waits while everything is checked, and makes an earlier check outdated', async () => {
    await side.checked();
    expect((await side.page.send('check.view', {})).outdated).toBe(false);
    await side.walk(SYMPTOM);
    const preview = await side.page.send('remedy.preview', { remediation: MEND });
    if (preview.kind !== 'writes') throw new Error(preview.kind);
    const consent = { remediation: MEND, ticket: preview.ticket, nodeName: null };
    await side.page.send('check.start', {});
    expect(await side.page.send('remedy.apply', consent)).toEqual(failure('busy'));
    expect(await side.page.send('remedy.undo', { run: 0 })).toEqual(failure('busy'));
    await side.page.send('check.cancel', {});
    await side.checkEnded();
    expect(await side.page.send('remedy.apply', consent)).toEqual(DONE);
    expect((await side.page.send('check.view', {})).outdated).toBe(true);
  });
});

describe('a check of everything', () => {
  it('takes only answers that its questions have, and only checks that there are', async () => {
    await side.page.send('app.use-node', { node: 'practice:teamed-adapter-ja' });
    const step = { step: 'no-network-adapter/hardware' };
    expect(await side.page.send('check.answer', { ...step, answer: 'team' })).toEqual(failure('not-on-path'));
    await side.checked();
    expect(await side.page.send('check.answer', { ...step, answer: 'maybe' })).toEqual(failure('unknown-answer'));
    expect(await side.page.send('check.compare', { with: 'nothing' })).toEqual(failure('unknown-id'));
    expect(await side.page.send('check.compare', { with: null })).toEqual(DONE);
  });
});
