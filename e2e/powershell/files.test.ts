import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
  closeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { must } from '../../shared/node/outcome';
import { renderWrite } from '../../shared/node/powershell';
import { inverseOf, type FileChange } from '../../shared/node/write';
import { Conversation } from './conversation';
import { onEngines } from './on-engines';

const BOM = '\ufeff';
/** Quotes of every kind, brackets, a dollar, blanks and letters of Japan: each is only a letter of a name. */
const ODD = "it's a [strange] $(name) `‘’“” 表ソ.txt";

onEngines('files, for real', (engine) => {
  let shell: Conversation;
  let folder: string;
  beforeAll(() => void (shell = new Conversation(engine)));
  afterAll(() => shell.end());
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'winnow-files-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const put = (content: string | Buffer, name = 'file.txt'): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const read = async (path: string, tail?: number) => {
    const answer = must(await shell.read({ kind: 'file', path, ...(tail === undefined ? {} : { tail }) }));
    if (!answer.exists) throw new Error('absent');
    return answer;
  };
  const change = (path: string, what: FileChange) => shell.line(renderWrite({ kind: 'file', path, change: what }));
  const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

  test('a text in UTF-8 is read with its length and time', async () => {
    const path = put('a: 値\r\nb\n');
    utimesSync(path, 1_770_000_000, 1_770_000_000);
    expect(await read(path)).toEqual({
      exists: true,
      text: 'a: 値\r\nb\n',
      length: 10,
      truncated: false,
      encoding: 'utf-8',
      bom: false,
      modified: '2026-02-02T02:40:00.000Z',
    });
  });

  test.each([
    ['UTF-8 with a byte order mark', Buffer.from(`${BOM}表 a`), 'utf-8', true],
    ['UTF-16', Buffer.from(`${BOM}表 a`, 'utf16le'), 'utf-16le', true],
    ['UTF-16, big end first', utf16be(`${BOM}表 a`), 'utf-16be', true],
  ])('%s', async (_name, content, encoding, bom) => {
    expect(await read(put(content))).toMatchObject({ text: '表 a', encoding, bom, length: content.length });
  });

  test('UTF-16 without a mark is known by its zeros', async () => {
    expect(await read(put(Buffer.from('abc 表', 'utf16le')))).toMatchObject({
      text: 'abc 表',
      encoding: 'utf-16le',
      bom: false,
    });
  });

  test('an empty file is a file', async () => {
    expect(await read(put(''))).toMatchObject({ text: '', length: 0, truncated: false });
  });

  test('what is not there is an answer', async () => {
    const absent = { kind: 'answered', value: { exists: false } };
    expect(await shell.read({ kind: 'file', path: join(folder, 'none') })).toEqual(absent);
    expect(await shell.read({ kind: 'file', path: join(folder, 'no', 'folder') })).toEqual(absent);
    expect(await shell.read({ kind: 'directory', path: join(folder, 'none') })).toEqual(absent);
    expect(await shell.read({ kind: 'directory', path: put('a file') })).toEqual(absent);
  });

  test('a folder is no text', async () => {
    expect(await shell.read({ kind: 'file', path: folder })).toMatchObject({ reason: 'bad-answer' });
  });

  test('a path is only a path', async () => {
    expect(await read(put('odd', ODD))).toMatchObject({ text: 'odd' });
  });

  test('the tail of a log, cut between characters', async () => {
    const path = put(`${'x'.repeat(1000)}表ソ`);
    expect(await read(path, 4)).toMatchObject({ text: 'ソ', truncated: true, length: 1006 });
    expect(await read(path, 6)).toMatchObject({ text: '表ソ', truncated: true });
    expect(await read(path, 5000)).toMatchObject({ truncated: false });
    expect(await read(put(Buffer.from(`${BOM}abc表`, 'utf16le')), 5)).toMatchObject({ text: 'c表', truncated: true });
  });

  test('more than 8 MB is cut', async () => {
    expect(await read(put(Buffer.alloc(9_000_000, 'a')))).toMatchObject({ truncated: true, length: 9_000_000 });
  });

  test('five million characters come whole', async () => {
    const text = '表 ok\n'.repeat(700_000);
    expect((await read(put(text))).text === text).toBe(true);
  });

  test('a file that is being written and removed by others is read', async () => {
    const path = put('held');
    const handle = openSync(path, 'r+');
    expect(await read(path)).toMatchObject({ text: 'held' });
    closeSync(handle);
  });

  test('secrets stay in the shell', async () => {
    const { text } = await read(
      put('token: abcdef.0123456789abcdef\n-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'),
    );
    expect(text).toBe('token: <removed>\n-----BEGIN PRIVATE KEY-----<removed>\n');
  });

  // Nothing is forbidden to root.
  test.skipIf(process.getuid?.() === 0)('a file that may not be read needs rights', async () => {
    const path = put('secret');
    chmodSync(path, 0);
    expect(await shell.read({ kind: 'file', path })).toMatchObject({ reason: 'not-elevated' });
  });

  test('a folder is listed by name, with a pattern that means what it says', async () => {
    for (const name of ['b.conf', 'a.conf', 'a.conf.old', 'Z.CONF', '[1].conf']) put('1234', name);
    mkdirSync(join(folder, 'sub'));
    const all = must(await shell.read({ kind: 'directory', path: folder }));
    if (!all.exists) throw new Error('absent');
    expect(all.entries.map(({ name }) => name)).toEqual([
      'Z.CONF',
      '[1].conf',
      'a.conf',
      'a.conf.old',
      'b.conf',
      'sub',
    ]);
    expect(all.entries.at(-1)).toMatchObject({ folder: true, length: 0 });
    expect(all.entries[0]).toMatchObject({ folder: false, length: 4, modified: expect.stringMatching(/^\d{4}-.*Z$/) });
    const some = must(await shell.read({ kind: 'directory', path: folder, pattern: '*.conf' }));
    expect(some.exists && some.entries.map(({ name }) => name)).toEqual(['[1].conf', 'a.conf', 'b.conf']);
  });

  test.each([
    ['UTF-8', Buffer.from('a: 1\r\n表\n')],
    ['UTF-8 with a mark', Buffer.from(`${BOM}a: 1\r\n表\n`)],
    ['UTF-16', Buffer.from(`${BOM}a: 1\r\n表\n`, 'utf16le')],
    ['UTF-16, big end first', utf16be(`${BOM}a: 1\r\n表\n`)],
  ])('an edit of %s changes that text alone, and its inverse brings back every byte', async (_name, content) => {
    const path = put(content, ODD);
    const write = { kind: 'file', path, change: { kind: 'edit', from: 'a: 1', to: 'a: 値' } } as const;
    expect(await shell.line(renderWrite(write))).toEqual({ kind: 'answered', value: { detail: path } });
    expect((await read(path)).text).toBe('a: 値\r\n表\n');
    const inverse = inverseOf(write, await read(path));
    for (const back of inverse.kind === 'writes' ? inverse.writes : []) await shell.line(renderWrite(back));
    expect(readFileSync(path)).toEqual(content);
    expect(readdirSync(folder)).toEqual([ODD]);
  });

  test.each([
    ['twice', 'one one', 0],
    ['not at all', 'two', 0],
  ])('a text that occurs %s is not replaced', async (_name, content) => {
    const path = put(content);
    expect(await change(path, { kind: 'edit', from: 'one', to: 'x' })).toMatchObject({ reason: 'not-applicable' });
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  test('what is no Unicode text is not edited', async () => {
    const path = put(Buffer.from([0x61, 0x93, 0xfa, 0x96, 0x7b]));
    expect(await change(path, { kind: 'edit', from: 'a', to: 'b' })).toMatchObject({ reason: 'not-applicable' });
  });

  test('a move and its inverse', async () => {
    const path = put('kept');
    const to = join(folder, ODD);
    expect(await change(path, { kind: 'move', to })).toMatchObject({ kind: 'answered' });
    expect(readdirSync(folder)).toEqual([ODD]);
    put('in the way');
    expect(await change(to, { kind: 'move', to: path })).toMatchObject({ reason: 'not-applicable' });
    rmSync(path);
    await change(to, { kind: 'move', to: path });
    expect(readFileSync(path, 'utf8')).toBe('kept');
    expect(await change(to, { kind: 'move', to: path })).toMatchObject({ reason: 'missing' });
  });

  test('a file is moved into a folder that is not there', async () => {
    const to = join(folder, 'aside', 'leases', '10.244.4.2');
    expect(await change(put('dummy'), { kind: 'move', to })).toMatchObject({ kind: 'answered' });
    expect(readFileSync(to, 'utf8')).toBe('dummy');
  });

  test('a file is created with its folder, never over another, and removed only as it was created', async () => {
    const path = join(folder, 'run', 'flannel', 'subnet.env');
    const text = 'FLANNEL_MTU=1450\n値\n';
    expect(await change(path, { kind: 'create', text })).toMatchObject({ kind: 'answered' });
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(await change(path, { kind: 'create', text: 'other' })).toMatchObject({ reason: 'not-applicable' });
    writeFileSync(path, `${text}more`);
    expect(await change(path, { kind: 'remove-created', text })).toMatchObject({ reason: 'not-applicable' });
    writeFileSync(path, text);
    await change(path, { kind: 'remove-created', text });
    expect(existsSync(path)).toBe(false);
    expect(await change(path, { kind: 'remove-created', text })).toMatchObject({ reason: 'missing' });
  });
});

onEngines('files in Constrained Language Mode', (engine) => {
  test('are refused by policy, and nothing hangs', async () => {
    const shell = new Conversation(engine, 'ConstrainedLanguage');
    const outcomes = await shell.reads([
      { kind: 'file', path: '/etc/hosts' },
      { kind: 'directory', path: '/etc' },
      { kind: 'certificates', paths: ['/etc/hosts'] },
      { kind: 'connect', targets: ['127.0.0.1:1'] },
      { kind: 'tls', target: '127.0.0.1:1', path: '/' },
      { kind: 'dns', names: ['localhost'] },
      { kind: 'tool', tool: 'kubectl', args: [] },
      { kind: 'firewall', ports: [1] },
      { kind: 'updates' },
    ]);
    const write = await shell.line(renderWrite({ kind: 'file', path: '/etc/x', change: { kind: 'create', text: '' } }));
    await shell.end();
    for (const outcome of [...outcomes, write])
      expect(outcome).toMatchObject({ reason: 'policy', detail: 'ConstrainedLanguage' });
  });
});
