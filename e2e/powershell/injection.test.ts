import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../../shared/node/outcome';
import { quote, renderRead, renderWrite } from '../../shared/node/powershell';
import type { Read } from '../../shared/node/read';
import type { Write } from '../../shared/node/write';
import { Conversation } from './conversation';
import { onEngines } from './on-engines';

const MARK = '/tmp/winnow-injected';

/** Letters that mean something to PowerShell, in runs. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        '‘',
        '’',
        '‚',
        '‛',
        '“',
        '”',
        '„',
        '$',
        '`',
        '(',
        ')',
        '{',
        '}',
        ';',
        '|',
        '&',
        '#',
        '\n',
        '\r',
        '\0',
      ),
      fc.constantFrom(
        `$([IO.File]::WriteAllText('${MARK}',''))`,
        `'; [IO.File]::WriteAllText('${MARK}', ''); '`,
        '@{',
        '-Path',
        '--%',
        '--',
        '表',
        '😀',
        '\ud83d',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''));

/** Lone halves of characters cannot stand in UTF-8 and come back as the replacement character. */
const expected = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

onEngines('whatever stands in a parameter', (engine) => {
  describe.each(['FullLanguage', 'ConstrainedLanguage'] as const)('in %s', (mode) => {
    let shell: Conversation;
    beforeAll(() => {
      shell = new Conversation(engine, mode);
      // Each command says what it was given and does nothing.
      for (const name of ECHOED)
        shell.type(`function ${name} { $null = $args; @{ given = @($args | ForEach-Object { $_ }) } }`);
    });
    afterAll(() => shell.end());

    test('arrives as that string and runs nothing', async () => {
      const texts = fc.sample(hostile, 300).map((text) => (mode === 'FullLanguage' ? text : expected(text)));
      const lines = texts.map((text) => `@{ text = ${quote(text)} }`);
      const values = (await shell.lines(lines)).map(must);
      expect(values).toEqual(texts.map((text) => ({ text: expected(text) })));
      expect(existsSync(MARK)).toBe(false);
    });

    test('arrives in reads and writes as well', async () => {
      const texts = fc.sample(hostile, 60).map(expected);
      const reads = texts.flatMap((text): Read[] => [
        { kind: 'file', path: text },
        { kind: 'tool', tool: 'kubectl', args: [text, text] },
        { kind: 'registry', path: text, names: [text] },
      ]);
      const writes = texts.flatMap((text): Write[] => [
        { kind: 'process', name: text, processId: 4, commandLine: text },
        { kind: 'file', path: text, change: { kind: 'edit', from: text, to: text } },
      ]);
      const values = (await shell.lines([...reads.map(renderRead), ...writes.map(renderWrite)])).map(must);
      const given = texts.flatMap((text) => [
        ['-Path', text],
        ['-Tool', 'kubectl', '-Arguments', text, text],
        ['-Path', text, '-Names', text],
      ]);
      const written = texts.flatMap((text) => [
        ['-Name', text, '-ProcessId', 4, '-CommandLine', text],
        ['-Path', text, '-Change', 'edit', '-From', text, '-To', text],
      ]);
      expect(values.map((value) => flat(value))).toEqual([...given, ...written]);
      expect(existsSync(MARK)).toBe(false);
    });
  });
});

const ECHOED = ['Read-WinnowFile', 'Read-WinnowTool', 'Read-WinnowRegistry', 'Restart-WinnowProcess', 'Set-WinnowFile'];

function flat(value: unknown): unknown {
  return (value as { given: unknown[] }).given.flat();
}
