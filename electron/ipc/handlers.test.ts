import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Response } from '../../shared/ipc/contract';
import { DOCUMENT_IDS } from '../window/link-urls';
import { Side } from './testing/side';

const DONE = { kind: 'done' };
const NODE = 'containerd-stopped-en';
const SYMPTOM = 'container-creating';
const STEP = 'container-creating/runtime-service';
const MEND = 'start-runtime';
const UNKNOWN = 'f'.repeat(64);

let side: Side;
beforeEach(() => void (side = new Side(NODE)));
afterEach(() => side.remove());

const failure = (what: string) => expect.objectContaining({ kind: 'failed', what }) as unknown;

describe('the program, as the page sees it', () => {
  it('has all symptoms, the settings, and the node that is on the desk', async () => {
    const view = await side.page.send('app.view', {});
    expect(view).toMatchObject({
      version: '0.0.0',
      settings: { language: 'en', theme: 'system', shell: 'system' },
      trouble: null,
      node: { name: `practice:${NODE}`, kind: 'practice', writable: true },
    });
    expect(view.symptoms.length).toBeGreaterThan(20);
    expect(view.node.title.en).not.toBe(view.node.title.ja);
  });

  it('keeps what was chosen, and changes the menu with the language', async () => {
    const chosen = { language: 'ja', theme: 'dark', shell: 'pwsh' } as const;
    expect(await side.page.send('app.settings', chosen)).toMatchObject({ settings: chosen, shellFile: null });
    expect(side.done).toEqual(['menu ja']);
    expect(JSON.parse(readFileSync(side.file('settings.json'), 'utf8'))).toEqual({ ...chosen, shellFile: null });
  });

  it('takes a program as shell only as the person picks it, and nothing changes without', async () => {
    const chosen = { language: 'en', theme: 'system', shell: 'file' } as const;
    expect(await side.page.send('app.settings', chosen)).toMatchObject({
      settings: { shell: 'system' },
      shellFile: null,
    });
    side.picks.shell = '/opt/pwsh';
    expect(await side.page.send('app.settings', chosen)).toMatchObject({
      settings: { shell: 'file' },
      shellFile: '/opt/pwsh',
    });
  });

  it('puts another node on the desk, and says of one that is not there that it is unknown', async () => {
    const { nodes } = await side.page.send('app.nodes', {});
    expect(nodes.map(({ name }) => name)).toContain('practice:aks-ja');
    expect(await side.page.send('app.use-node', { node: 'practice:aks-ja' })).toMatchObject({
      node: { name: 'practice:aks-ja' },
    });
    expect(await side.page.send('app.use-node', { node: 'practice:nothing' })).toEqual(failure('unknown-id'));
    expect((await side.page.send('app.view', {})).node.name).toBe('practice:aks-ja');
  });

  it('hands what is copied to the system, and opens only links that it knows', async () => {
    expect(DOCUMENT_IDS).toContain('page');
    expect(await side.page.send('app.copy', { text: 'Get-Service' })).toEqual(DONE);
    expect(side.done).toEqual(['copy Get-Service']);
    expect(await side.page.send('app.open-link', { link: 'page' })).toEqual(DONE);
    expect(await side.page.send('app.open-link', { link: 'elsewhere' })).toEqual(failure('unknown-id'));
  });

  it('restarts as administrator without the session of a practice node, or says why not', async () => {
    await side.walk(SYMPTOM);
    expect(await side.page.send('app.restart-elevated', {})).toEqual(DONE);
    expect(side.done).toEqual(['restart -']);
    side.restart = { kind: 'failed', what: 'not-restarted', detail: '' };
    expect(await side.page.send('app.restart-elevated', {})).toEqual(failure('not-restarted'));
  });

  it('recognises what is pasted, and explains codes in the language of the window', async () => {
    const text = 'hcsshim::CreateComputeSystem failed: 0x2';
    const english = await side.page.send('app.recognise', { text });
    expect(english.codes).toHaveLength(1);
    await side.page.send('app.settings', { language: 'ja', theme: 'system', shell: 'system' });
    const japanese = await side.page.send('app.recognise', { text });
    expect(japanese.codes[0]?.code).toBe(english.codes[0]?.code);
    expect(japanese.codes[0]?.meaning).toMatch(/\p{Script=Hiragana}/u);
    expect(await side.page.send('app.recognise', { text: 'x'.repeat(5_000_000) })).toEqual({ symptoms: [], codes: [] });
  });
});

it('a bug in the page is written to the log', async () => {
  expect(await side.page.send('app.page-error', { detail: 'TypeError: no' })).toEqual(DONE);
  expect(side.done).toEqual(['log TypeError: no']);
});

describe('without a session', () => {
  it('every command that needs one says so', async () => {
    const step = { step: STEP };
    const none = failure('no-session');
    expect(await side.page.send('session.view', {})).toBeNull();
    expect(await side.page.send('app.show-journal', {})).toEqual(none);
    expect(await side.page.send('session.answer', { ...step, answer: 'runs' })).toEqual(failure('not-on-path'));
    expect(await side.page.send('session.settle', step)).toEqual(failure('nothing-to-settle'));
    expect(await side.page.send('session.ask-again', {})).toEqual(none);
    expect(await side.page.send('remedy.preview', { remediation: MEND })).toEqual(none);
    expect(await side.page.send('remedy.apply', { remediation: MEND, ticket: '', nodeName: null })).toEqual(none);
    expect(await side.page.send('remedy.undo', { run: 0 })).toEqual(none);
    expect(await side.page.send('export.preview', { format: 'html', language: 'ja' })).toEqual(none);
    expect(await side.page.send('export.save', { format: 'bundle', language: 'ja' })).toEqual(none);
    expect(await side.page.send('evidence.raw', { hash: UNKNOWN, offset: 0 })).toEqual(failure('unknown-id'));
    expect(await side.page.send('evidence.reads', { probe: 'constructor', from: 0 })).toEqual(failure('unknown-id'));
    expect(await side.page.send('session.cancel', {})).toEqual(DONE);
    expect(side.page.log).toEqual([]);
  });

  it('one is not started for a symptom that does not exist, nor resumed where there is none', async () => {
    expect(await side.page.send('session.start', { symptom: 'constructor' })).toEqual(failure('unknown-symptom'));
    expect(await side.page.send('session.resume', { session: 'constructor' })).toEqual(failure('journal-missing'));
    expect(side.page.log).toEqual([]);
  });
});

describe('evidence', () => {
  it('comes in parts that make up the whole answer', async () => {
    const view = await side.walk(SYMPTOM);
    const pages = await Promise.all(
      view.probes.map(({ probe }) => side.page.send('evidence.reads', { probe, from: 0 })),
    );
    const reads = pages.flatMap((page) => (page.kind === 'reads' ? page.reads : [])).filter(({ raw }) => raw !== null);
    expect(reads.length).toBeGreaterThan(3);
    for (const { raw, size } of reads) {
      let text = '';
      let offset: number | null = 0;
      while (offset !== null) {
        const part: Response<'evidence.raw'> = await side.page.send('evidence.raw', { hash: raw ?? '', offset });
        if (part.kind === 'failed') throw new Error(part.what);
        text += part.text;
        expect(part.total).toBeLessThanOrEqual(size);
        offset = part.next;
        if (offset === null) expect(text).toHaveLength(part.total);
      }
    }
    expect(await side.page.send('evidence.raw', { hash: reads[0]?.raw ?? '', offset: 1e9 })).toMatchObject({
      kind: 'text',
      text: '',
      next: null,
    });
  });
});

describe('an export', () => {
  it.each(['markdown', 'html', 'json', 'pdf', 'bundle'] as const)(
    'as %s is previewed, saved where the person says, and noted in the session',
    async (format) => {
      await side.walk(SYMPTOM);
      expect(await side.page.send('export.preview', { format, language: 'ja' })).toMatchObject({ kind: 'preview' });
      expect(await side.page.send('export.save', { format, language: 'ja' })).toEqual({ kind: 'cancelled' });
      side.picks.target = side.file('out');
      const saved = await side.page.send('export.save', { format, language: 'ja' });
      expect(saved).toMatchObject({ kind: 'saved', size: readFileSync(side.file('out')).length });
      expect(side.desk.runner.state()?.exports.map((item) => item.format)).toEqual([format]);
    },
  );

  it('is shown in its folder once there is one', async () => {
    await side.walk(SYMPTOM);
    expect(await side.page.send('export.show', {})).toEqual(failure('unknown-id'));
    side.picks.target = side.file('out');
    await side.page.send('export.save', { format: 'json', language: 'en' });
    expect(await side.page.send('export.show', {})).toEqual(DONE);
    expect(side.done).toContain(`show ${side.file('out')}`);
  });

  it('too long for a preview is previewed by its beginning, which says so', async () => {
    await side.walk('api-server-connect');
    side.picks.target = side.file('out');
    const shown = await side.page.send('export.preview', { format: 'html', language: 'en' });
    await side.page.send('export.save', { format: 'html', language: 'en' });
    const whole = readFileSync(side.file('out'), 'utf8');
    if (shown.kind !== 'preview') throw new Error(shown.what);
    expect(whole.length).toBeGreaterThan(shown.text.length);
    expect(shown.cut).toBe(true);
    expect(await side.page.send('export.preview', { format: 'bundle', language: 'en' })).toMatchObject({ cut: false });
  });

  it('that cannot be written says so, and is not noted', async () => {
    await side.walk(SYMPTOM);
    side.picks.target = join(side.folder, 'nowhere', 'out');
    expect(await side.page.send('export.save', { format: 'json', language: 'en' })).toEqual(failure('not-saved'));
    expect(side.desk.runner.state()?.exports).toEqual([]);
  });

  it('as bundle is opened again at the same finding, and changes nothing', async () => {
    const { finding } = await side.walk(SYMPTOM);
    side.picks.target = side.picks.bundle = side.file('one.zip');
    await side.page.send('export.save', { format: 'bundle', language: 'en' });
    expect(await side.page.send('app.open-bundle', {})).toEqual(DONE);
    expect((await side.page.send('app.view', {})).node).toMatchObject({ kind: 'bundle', writable: false });
    expect((await side.page.send('session.view', {}))?.finding).toEqual(finding);
    expect(await side.page.send('remedy.preview', { remediation: MEND })).toEqual(failure('read-only'));
  });

  it('is not opened where the person picks none, or what is none; the desk stays as it is', async () => {
    expect(await side.page.send('app.open-bundle', {})).toEqual({ kind: 'cancelled' });
    side.picks.bundle = side.file('bad.zip');
    expect(await side.page.send('app.open-bundle', {})).toEqual(failure('unreadable'));
    writeFileSync(side.picks.bundle, 'no archive');
    expect(await side.page.send('app.open-bundle', {})).toEqual(failure('unreadable'));
    expect((await side.page.send('app.view', {})).node.name).toBe(`practice:${NODE}`);
  });
});
