import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { library } from '../../electron/powershell/script/library';
import { quote } from '../../shared/node/powershell';
import { Conversation } from './conversation';
import { onEngines } from './on-engines';

onEngines('frames', (engine) => {
  describe.each(['FullLanguage', 'ConstrainedLanguage'] as const)('in %s', (mode) => {
    let shell: Conversation;
    beforeAll(() => void (shell = new Conversation(engine, mode)));
    afterAll(() => shell.end());

    test('every character comes through', async () => {
      const text = `<winnow:x> 'a' "b" \\ \t\r\n 表ソ能 é ü 😀 $(x) \u2018\u2019 </>&`;
      expect(await shell.line(`[ordered]@{ text = ${quote(text)} }`)).toEqual({ kind: 'answered', value: { text } });
    });

    test('one bad read spoils nothing', async () => {
      const outcomes = await shell.lines([
        '@{ n = 1 }',
        "throw 'oops'",
        '@(1, 2)',
        'Get-NoSuchThing',
        "throw @{ reason = 'timed-out'; detail = 'HNS' }",
        '@{ list = @(); one = @(1); nothing = $null; yes = $true }',
      ]);
      expect(outcomes).toMatchObject([
        { value: { n: 1 } },
        { reason: 'crashed', detail: 'oops' },
        { reason: 'bad-answer', detail: '2 answers' },
        { reason: 'missing' },
        { reason: 'timed-out', detail: 'HNS' },
        { value: { list: [], one: [1], nothing: null, yes: true } },
      ]);
    });

    test('what commands print besides their answer is dropped', async () => {
      const line = "Write-Warning 'w'; Write-Verbose 'v' -Verbose; @{ n = 1 }";
      expect(await shell.line(engine.name === 'pwsh' ? line : '@{ n = 1 }')).toMatchObject({ value: { n: 1 } });
    });

    test('a detail holds no secret and is short', async () => {
      const outcome = await shell.line(`throw 'password: hunter2 ${'x'.repeat(500)}'`);
      expect(outcome).toMatchObject({
        reason: 'crashed',
        detail: expect.stringMatching(/^password: <removed> x{279,282}$/),
      });
    });
  });
});

describe('the text', () => {
  test('is ASCII with LF', () => {
    expect(library).toMatch(/^[\n\x20-\x7e]+$/);
  });

  test('can be typed: no blank line inside a function, one after each', () => {
    for (const block of library.split(/\n\n+/)) {
      const functions = block.match(/^function /gm) ?? [];
      expect(functions.length).toBeLessThanOrEqual(1);
      if (functions.length === 1) expect(block.trimEnd()).toMatch(/\n\}$/);
    }
    expect(library).toMatch(/\n$/);
  });

  test('uses nothing that hides what it does', () => {
    expect(library).not.toMatch(
      /Invoke-Expression|\biex\b|Add-Type|DownloadString|EncodedCommand|ScriptBlock\]::Create/i,
    );
  });
});
