import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NodeSource } from '../shared/node/source';
import { practiceNodes } from '../shared/practice/nodes';
import { practiceSource } from '../shared/practice/source';
import { CheckDesk } from './check-desk';
import { openKeptChecks } from './journal/kept-checks';

const now = () => '2026-03-02T03:21:07.000Z';
const STOPPED = 'containerd-stopped-en';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'winnow-check-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function sourceOf(id: string): NodeSource {
  const node = practiceNodes.find((item) => item.id === id);
  if (!node) throw new Error(id);
  return practiceSource(node, { now });
}

/** A desk whose node can be exchanged. */
function deskOn(id: string) {
  const node = { source: sourceOf(id), runner: { busy: () => false } };
  let heard: () => void = () => undefined;
  const check = new CheckDesk(node, openKeptChecks(join(folder, 'checks')), '1', () => heard());
  const finished = (): Promise<void> =>
    new Promise((resolve) => {
      heard = () => (check.running ? undefined : resolve());
    });
  const run = async () => {
    const done = finished();
    expect(check.start()).toEqual({ kind: 'done' });
    await done;
    return check.view();
  };
  return { check, node, run, finished };
}

describe('a check of everything at the desk', () => {
  it('finds what is broken, with the value that decided', async () => {
    const { run } = deskOn(STOPPED);
    const view = await run();
    expect(view.findings.items[0]).toMatchObject({
      symptom: 'container-creating',
      verdict: 'confirmed',
      value: { value: 'Stopped' },
      remediations: ['start-runtime'],
    });
    expect(view.clean).toBe(false);
    expect(view.running).toBeNull();
  });

  it('is clean on a healthy node', async () => {
    const view = await deskOn('aks-en').run();
    expect(view.findings).toEqual({ items: [], more: 0 });
    expect(view.clean).toBe(true);
  });

  it('tells how far it is, and runs once at a time', async () => {
    const { check, finished } = deskOn('aks-en');
    const end = finished();
    check.start();
    expect(check.view().running?.done).toBe(0);
    expect(check.view().running?.total).toBeGreaterThan(20);
    expect(check.start()).toMatchObject({ kind: 'failed', what: 'busy' });
    await end;
    expect(check.view().running).toBeNull();
  });

  it('that is cancelled says what it did not come to, is never clean, and is not kept', async () => {
    const { check, finished } = deskOn('aks-en');
    const end = finished();
    check.start();
    check.cancel();
    await end;
    const view = check.view();
    expect(view.cancelled).toBe(true);
    expect(view.clean).toBe(false);
    expect(view.notChecked.items.map(({ reason }) => reason)).toContain('cancelled');
    expect(deskOn('aks-en').check.view().earlier).toEqual([]);
  });

  it('takes an answer without asking the node again, and only one that the question has', async () => {
    const { check, node, run } = deskOn('teamed-adapter-ja');
    const before = await run();
    node.source = { ...node.source, read: () => Promise.reject(new Error('asked')) };
    const step = 'no-network-adapter/hardware';
    expect(before.questions.items.find((question) => question.step === step)?.answer).toBeNull();
    expect(check.answer(step, 'maybe')).toMatchObject({ kind: 'failed', what: 'unknown-answer' });
    expect(check.answer('container-creating/runtime', 'up')).toMatchObject({ kind: 'failed', what: 'not-on-path' });
    expect(check.answer(step, 'team')).toEqual({ kind: 'done' });
    const after = check.view();
    expect(after.questions.items.find((question) => question.step === step)?.answer).toBe('team');
    expect(after.findings.items.map(({ cause }) => cause)).toContain('team-or-sriov');
    expect(after.when).toBe(before.when);
  });

  it('is compared with an earlier one, after a start anew as well', async () => {
    const first = deskOn(STOPPED);
    await first.run();
    const second = deskOn(STOPPED);
    second.node.source = { ...sourceOf('aks-en'), name: second.node.source.name };
    const { earlier } = await second.run();
    expect(earlier).toHaveLength(1);
    expect(second.check.compare('nothing')).toMatchObject({ kind: 'failed', what: 'unknown-id' });
    second.check.compare(earlier[0]?.id ?? '');
    expect(second.check.view().compared).toMatchObject({
      fresh: { items: [] },
      gone: { items: [{ symptom: 'container-creating', verdict: 'confirmed', ruledOut: true }] },
      changed: { items: [] },
    });
    second.check.compare(null);
    expect(second.check.view().compared).toBeNull();
  });

  it('is forgotten when another node comes, and says so when its node was changed', async () => {
    const { check, node, run } = deskOn(STOPPED);
    await run();
    check.outdate();
    expect(check.view().outdated).toBe(true);
    await check.leave();
    node.source = sourceOf('aks-en');
    expect(check.view()).toMatchObject({ node: 'practice:aks-en', when: null, outdated: false, earlier: [] });
  });

  it('says what went wrong with keeping it', async () => {
    const node = { source: sourceOf('aks-en'), runner: { busy: () => false } };
    const full = {
      of: () => ({ checks: [], unreadable: [] }),
      keep: () => {
        throw new Error('ENOSPC');
      },
    };
    await new Promise<void>((resolve) => {
      const check = new CheckDesk(node, full, '1', () => {
        if (check.running) return;
        expect(check.view()).toMatchObject({ clean: true, trouble: { what: 'not-saved', detail: 'ENOSPC' } });
        resolve();
      });
      check.start();
    });
  });
});
