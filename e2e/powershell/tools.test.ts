import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '../../shared/node/outcome';
import { quote } from '../../shared/node/powershell';
import { cutSecrets } from '../../shared/node/secrets';
import { TOOLS } from '../../shared/node/tools';
import { Conversation } from './conversation';
import { onEngines } from './on-engines';

const NODE = process.execPath;
const hasCompiler = spawnSync('gcc', ['--version']).status === 0;

onEngines('programs, for real', (engine) => {
  let shell: Conversation;
  beforeAll(() => {
    shell = new Conversation(engine);
    shell.type(`function Get-WinnowCodePage { '932' }`);
  });
  afterAll(() => shell.end());

  /** Node stands where kubectl would be looked for. */
  const run = async (script: string, ...args: readonly string[]) => {
    shell.type(`function Get-WinnowToolPlaces { @{ 'kubectl' = @('/nowhere/kubectl.exe', ${quote(NODE)}) } }`);
    const answer = must(await shell.read({ kind: 'tool', tool: 'kubectl', args: ['-e', script, '--', ...args] }));
    if (!answer.found) throw new Error('not found');
    return answer;
  };
  const prints = (bytes: readonly number[]) => run(`process.stdout.write(Buffer.from([${bytes.join(',')}]))`);

  test('the list is the one of the vocabulary', async () => {
    const fresh = new Conversation(engine);
    expect(must(await fresh.line('Get-WinnowToolPlaces'))).toEqual(TOOLS);
    expect(await fresh.read({ kind: 'tool', tool: 'fltmc', args: ['filters'] })).toEqual({
      kind: 'answered',
      value: { found: false },
    });
    expect(await fresh.line("Read-WinnowTool -Tool 'cmd' -Arguments @('/c', 'dir')")).toMatchObject({
      reason: 'policy',
    });
    await fresh.end();
  });

  test('both streams and the exit code', async () => {
    expect(await run("console.log('out'); console.error('err'); process.exitCode = 3")).toEqual({
      found: true,
      path: NODE,
      exit: 3,
      stdout: 'out\n',
      stderr: 'err\n',
      truncated: false,
    });
  });

  test('standard input is closed: nothing waits for it', async () => {
    expect(await run("process.stdin.on('end', () => console.log('end')).resume()")).toMatchObject({ stdout: 'end\n' });
  });

  test('much on both streams at once does not block', async () => {
    const { stdout, stderr, truncated } = await run(
      "for (let i = 0; i < 40; i++) { process.stdout.write('o'.repeat(50000)); process.stderr.write('e'.repeat(50000)); }",
    );
    expect([stdout.length, stderr.length, truncated]).toEqual([2_000_000, 2_000_000, false]);
  });

  test('100 MB are cut to 8, and the program ends as it would', async () => {
    const { stdout, truncated, exit } = await run(
      "const chunk = 'x'.repeat(1e6); let n = 0; (function go() { if (n++ < 100) process.stdout.write(chunk, go); else process.exitCode = 7; })()",
    );
    expect([stdout.length, truncated, exit]).toEqual([8_388_608, true, 7]);
  });

  test.each([
    ['UTF-8', [...Buffer.from('表 ok')], '表 ok'],
    ['UTF-8 with a mark', [...Buffer.from('\ufeff表 ok')], '表 ok'],
    ['UTF-16', [...Buffer.from('\ufeff表 ok', 'utf16le')], '表 ok'],
    ['UTF-16 without a mark', [...Buffer.from('ok 表', 'utf16le')], 'ok 表'],
    [
      'the code page of the console, with a backslash as second byte',
      [0x95, 0x5c, 0x83, 0x5c, 0x20, 0x6f, 0x6b],
      '表ソ ok',
    ],
  ])('output in %s', async (_name, bytes, text) => {
    expect((await prints(bytes)).stdout).toBe(text);
  });

  test('secrets do not leave the shell', async () => {
    expect((await run("console.log('token: hunter2-hunter2')")).stdout).toBe('token: <removed>\n');
  });

  test('every argument arrives as it is', async () => {
    const list = [
      '',
      ' ',
      '"',
      '\\',
      '\\\\"',
      'a b\\',
      '$(x)',
      '`',
      "'",
      '%PATH%',
      '^&|<>',
      '表 ソ',
      '\t',
      '--x="y z"',
      '*',
      '“',
    ];
    expect(JSON.parse((await run('console.log(JSON.stringify(process.argv.slice(1)))', ...list)).stdout)).toEqual(list);
  });

  test('and so does any other', async () => {
    const argument = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .filter((text) => !text.includes('\0') && Buffer.from(text, 'utf8').toString('utf8') === text);
    await fc.assert(
      fc.asyncProperty(fc.array(argument, { maxLength: 6 }), async (list) => {
        const { stdout } = await run('process.stdout.write(JSON.stringify(process.argv.slice(1)))', ...list);
        expect(JSON.parse(stdout)).toEqual(list.map(cutSecrets));
      }),
      { numRuns: 25 },
    );
  });

  test('a child that outlives its program and holds its streams is not waited for', async () => {
    const child =
      "require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20000)'], { stdio: 'inherit', detached: true }).unref(); console.log('done')";
    const began = Date.now();
    expect(await run(child)).toMatchObject({ stdout: 'done\n', exit: 0 });
    expect(Date.now() - began).toBeLessThan(5000);
  });

  test.each([
    'plain text',
    'client-key-data: QUJD',
    '"token": "abc"',
    '{\\"password\\": \\"abc\\"}',
    "token='abc def'",
    'token: |\n  abcdef',
    'password: null',
    '--token abc --password="x y"',
    'Authorization: Bearer abc.def-1',
    'bearer abcdefg1',
    'https://user:pass@host/',
    'eyJhbGciOiJI.eyJzdWIiOiIx.SflKxwRJSMeK',
    'abcdef.0123456789abcdef',
    '-----BEGIN RSA PRIVATE KEY-----\nAAA\n-----END RSA PRIVATE KEY-----\nafter',
    '-----BEGIN PRIVATE KEY-----\nAAA',
  ])('secrets are cut as the rest of Winnow cuts them: %j', async (text) => {
    expect(must(await shell.line(`@{ text = Hide-WinnowSecrets ${quote(text)} }`))).toEqual({ text: cutSecrets(text) });
  });

  test('and in any mixture of such texts', async () => {
    const piece = fc.constantFrom(
      'token',
      'password',
      ':',
      '=',
      ' ',
      '"',
      "'",
      '\\',
      '\n',
      'abc1',
      'bearer ',
      '--token',
      'null',
      '{',
      '}',
      '://',
      '@',
      '|',
      'abcdef.0123456789abcdef',
      '-----BEGIN PRIVATE KEY-----',
      '<removed>',
      '表',
    );
    const texts = fc.sample(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      400,
    );
    const outcomes = await shell.lines(texts.map((text) => `@{ text = Hide-WinnowSecrets ${quote(text)} }`));
    expect(outcomes.map(must)).toEqual(texts.map((text) => ({ text: cutSecrets(text) })));
  });

  /** A library of the same signature in the place of Windows' own. */
  test.runIf(process.platform === 'linux' && hasCompiler)('HNSCall is called with its signature', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'winnow-hns-'));
    const source = join(folder, 'hns.c');
    writeFileSync(source, HNS);
    const { status, stderr } = spawnSync('gcc', [
      '-shared',
      '-fPIC',
      '-fshort-wchar',
      '-o',
      join(folder, 'root\\System32\\vmcompute.dll'),
      source,
    ]);
    expect([status, String(stderr)]).toEqual([0, '']);
    const other = new Conversation(engine, 'FullLanguage', { SystemRoot: join(folder, 'root') });
    other.type('function Assert-WinnowHns { }');
    expect(await other.read({ kind: 'hns', path: '/networks' })).toEqual({
      kind: 'answered',
      value: { json: 'GET/networks', via: 'HNSCall' },
    });
    expect(await other.line("Invoke-WinnowHnsCall 'DELETE' '/denied'")).toEqual({
      kind: 'could-not-check',
      reason: 'not-elevated',
      detail: 'HNSCall DELETE /denied returned 0x80070005',
    });
    await other.end();
    rmSync(folder, { recursive: true });
  });
});

/** Answers method and path; DELETE of anything has no answer and is refused. */
const HNS = `
#include <stdlib.h>
typedef unsigned short text;
int HNSCall(const text *method, const text *path, const text *request, text **response) {
  text *out = calloc(64, sizeof(text));
  int n = 0;
  if (*request) return 1;
  if (method[0] == 'D') return 0x80070005;
  while (*method) out[n++] = *method++;
  while (*path) out[n++] = *path++;
  *response = out;
  return 0;
}
`;
