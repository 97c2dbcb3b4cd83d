import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { Desk } from './testing/start';

const desk = new Desk();
afterAll(() => desk.remove());

const DIAGNOSE = ['diagnose', 'container-creating', '--node', 'practice:containerd-stopped-en'];

/** A file with this content. */
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(desk.file(name), content);
  return desk.file(name);
}

/** One sentence or two on stderr, nothing on stdout, exit code 4. */
async function refused(argv: readonly string[], piped: string | Uint8Array = ''): Promise<string> {
  const { exit, out, err } = await desk.pipe(argv, piped);
  expect({ exit, out }).toEqual({ exit: 4, out: '' });
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(err.length).toBeLessThan(2000);
  expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  return err;
}

describe('a file of answers', () => {
  it.each([
    ['is truncated', '{"container-creating/kubelet": "ru', 'must be one JSON object'],
    ['is a list', '["container-creating/kubelet"]', 'must be one JSON object'],
    ['has a number for an answer', '{"container-creating/kubelet": 1}', 'must be one JSON object'],
    ['is binary', new Uint8Array([0x89, 0x50, 0xff, 0x00]), 'must be one JSON object'],
    ['is empty', '', 'must be one JSON object'],
    ['is larger than 1 MB', new Uint8Array(1024 * 1024 + 1).fill(32), 'larger than 1 MB'],
    [
      'names a step that is not there',
      '{"container-creating/kubelets": "runs"}',
      'Did you mean container-creating/kubelet?',
    ],
    ['names a prototype', '{"constructor/prototype": "runs"}', 'there is no step'],
    [
      'has an answer that the step has not',
      '{"container-creating/kubelet": "perhaps"}',
      'Known: runs, stopped, no-service, unsure',
    ],
    ['steers the terminal', '{"\\u001b[2J\\u0007": "runs"}', 'there is no step'],
  ])('that %s is refused', async (_what, content, sentence) => {
    expect(await refused([...DIAGNOSE, '--answers', file('answers.json', content)])).toContain(sentence);
  });

  it('that is missing, or a folder, is refused', async () => {
    expect(await refused([...DIAGNOSE, '--answers', desk.file('none.json')])).toContain('does not exist');
    mkdirSync(desk.file('folder'));
    expect(await refused([...DIAGNOSE, '--answers', desk.file('folder')])).toContain('is not a file');
  });

  it('may be as Windows PowerShell writes it', async () => {
    const text = '{"container-creating/kubelet": "runs"}';
    const wide = file('wide.json', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
    expect((await desk.pipe([...DIAGNOSE, '--answers', wide])).exit).toBe(2);
    expect((await desk.pipe([...DIAGNOSE, '--answers', file('bom.json', `\ufeff${text}`)])).exit).toBe(2);
  });
});

describe('arguments', () => {
  it.each([
    [['diagnose', 'container-creatin'], 'Did you mean container-creating?'],
    [['diagnose', '__proto__'], 'There is no symptom'],
    [['diagnose'], 'needs a symptom'],
    [
      ['diagnose', 'container-creating', '--node', 'practice:containerd-stoped-en'],
      'Did you mean practice:containerd-stopped-en?',
    ],
    [['diagnose', 'container-creating', '--node', 'nonsense'], 'practice:<id>'],
    [['check', '--node', 'bundle:/no/such/file'], 'cannot be opened as a bundle'],
    [['check', '--node', 'bundle:.'], 'cannot be opened as a bundle'],
    [[...DIAGNOSE, '--apply', 'start-runtim', '--yes'], 'Did you mean start-runtime?'],
    [[...DIAGNOSE, '--apply', 'start-runtime'], 'Add --yes'],
    [[...DIAGNOSE, '--yes'], '--apply <remediation> --yes'],
    [['export', 'no-such-session'], 'There is no session'],
    [['export', '../../etc'], 'There is no session'],
    [['export', '--format', 'docx'], 'cannot have this value'],
    [['check', '--lang', 'fr'], 'cannot have this value'],
    [['check', '--node'], 'needs a value'],
    [['check', '--frobnicate'], 'There is no option "--frobnicate"'],
    [['frobnicate'], 'There is no command "frobnicate"'],
    [['chek', '--json'], 'Did you mean check?'],
    [['symptoms', 'a', 'b'], 'more arguments than "symptoms" takes'],
    [['diagnose', '\u001b[31mred\u0007'], 'There is no symptom'],
    [['diagnose', 'x'.repeat(100_000)], 'There is no symptom'],
  ])('%j are refused', async (argv, sentence) => {
    expect(await refused(argv)).toContain(sentence);
  });

  it('are refused in Japanese too', async () => {
    expect(await refused(['frobnicate', '--lang', 'ja'])).toBe(
      'コマンド "frobnicate" はありません。winnow --help で一覧を確認できます。\n',
    );
  });
});

describe('text on stdin', () => {
  it('of more than 5 MB is refused', async () => {
    expect(await refused(['recognise'], 'x'.repeat(5 * 1024 * 1024 + 1))).toContain('larger than 5 MB');
  });

  it('of 5 MB with control characters is read to its end', async () => {
    const noise = '\u001b[31m\u0000\u0007\u009b'.repeat(500_000).slice(0, 4_000_000);
    const { exit, out } = await desk.pipe(
      ['recognise'],
      `${noise}\nFailed to create pod sandbox: rpc error 0xc0370101`,
    );
    expect(exit).toBe(0);
    expect(out).toContain('container-creating');
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('that is no text, or nothing, is not recognised', async () => {
    for (const bytes of [new Uint8Array([0xff, 0xfe, 0x00]), new Uint8Array(0), new Uint8Array(1000).fill(0xc3)]) {
      const { exit, out } = await desk.pipe(['recognise', '--json'], bytes);
      expect({ exit, found: JSON.parse(out) }).toEqual({ exit: 0, found: { symptoms: [], codes: [] } });
    }
  });
});

describe('a session', () => {
  it('whose journal is damaged says so and is left as it is', async () => {
    await desk.pipe(DIAGNOSE);
    const [id = ''] = readdirSync(desk.file('sessions'));
    const journal = desk.file(`sessions/${id}/events.jsonl`);
    const damaged = readFileSync(journal, 'utf8').replace('"started"', '"\u001b[2Jstarted"');
    writeFileSync(journal, damaged);
    expect(await refused(['export', id])).toContain(`Session ${id} cannot be read`);
    expect(readFileSync(journal, 'utf8')).toBe(damaged);
  });

  it('that cannot be saved leaves what is there', async () => {
    await desk.pipe(DIAGNOSE);
    expect(await refused(['export', '--output', desk.data])).toContain('was not saved');
    expect(await refused(['export', '--output', desk.file('no/such/folder/a.md')])).toContain('Choose another file');
    expect(await refused(['export', '--format', 'bundle'])).toContain('--output');
  });
});
