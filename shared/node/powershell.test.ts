import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quote, renderRead, renderWrite } from './powershell';
import type { Read } from './read';
import type { Write } from './write';

const PRINTABLE = /^[\x20-\x7e]*$/;
const ONE = /^'([\x20-\x26\x28-\x7e]*)'$/;
const TERM = /\+(?:'([\x20-\x26\x28-\x7e]+)'|\[char\]0x([0-9a-f]{1,4}))/y;

/** A piece of a whole line: a literal, a number, a constant, a parameter, or the signs between them. */
const PIECE = new RegExp(
  String.raw`'[\x20-\x26\x28-\x7e]*'|\(''(?:${TERM.source})+\)| -[A-Z][A-Za-z]* |\(-\d+\)|\d+|\$(?:true|false|null)|@[({]|[,;=)}]`,
  'y',
);
const COMMAND = /^[A-Z][a-z]+-Winnow[A-Za-z]+/;

/** What is left of a line after one command, its parameters and literals: nothing, if the line is as it should be. */
function beyondLiterals(line: string): string {
  let at = COMMAND.exec(line)?.[0].length ?? 0;
  for (;;) {
    PIECE.lastIndex = at;
    if (!PIECE.test(line)) break;
    at = PIECE.lastIndex;
  }
  return at === 0 ? line : line.slice(at);
}

/** Reads what `quote` may write, and nothing else. */
function decode(literal: string): string {
  if (literal.startsWith("'")) return ONE.exec(literal)?.[1] ?? fail(literal);
  if (!literal.startsWith("(''") || !literal.endsWith(')')) return fail(literal);
  const parts: string[] = [];
  for (let at = "(''".length; at < literal.length - 1; at = TERM.lastIndex) {
    TERM.lastIndex = at;
    const found = TERM.exec(literal);
    if (!found) return fail(literal);
    parts.push(found[1] ?? String.fromCharCode(Number(`0x${found[2] ?? ''}`)));
  }
  return parts.length > 0 ? parts.join('') : fail(literal);
}

function fail(literal: string): never {
  throw new Error(`not a literal: ${literal.slice(0, 200)}`);
}

/** Text made to break out of a literal, halves of characters among it. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Array.from(`'‘’‚‛"“”„\`$\n\r\0\t\u0085\u2028\u2029\ufeff;|&(){}[]@#-–—―`)),
      fc.constantFrom('$(', '@"\n', '\n"@', "'+'", '[char]0x27', '#>', '--%', '\ud83d', '\ude00', '日本語'),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    ),
  )
  .map((parts) => parts.join(''));

describe('quote', () => {
  it('turns any text into printable ASCII that means exactly that text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const literal = quote(text);
        expect(literal).toMatch(PRINTABLE);
        expect(decode(literal)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('turns every single UTF-16 unit into itself', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const text = String.fromCharCode(code);
      if (decode(quote(text)) !== text) expect.fail(`0x${code.toString(16)}`);
    }
  });

  it.each([
    ['', "''"],
    ['plain $text `n "x"', '\'plain $text `n "x"\''],
    ["it's", "(''+'it'+[char]0x27+'s')"],
    ['’', "(''+[char]0x2019)"],
    ['\n', "(''+[char]0xa)"],
    ['\ud83d', "(''+[char]0xd83d)"],
    ['--%', "(''+'--%')"],
  ])('writes %j as %s', (text, literal) => expect(quote(text)).toBe(literal));

  it('takes long text without effort', () => {
    const text = "a'".repeat(200_000);
    expect(decode(quote(text))).toBe(text);
  });
});

const whole = fc.integer({ min: -5, max: 70_000 });
const list = fc.array(hostile, { maxLength: 4 });

const reads: fc.Arbitrary<Read> = fc.oneof(
  fc.constant<Read>({ kind: 'shell' }),
  fc.record(
    {
      kind: fc.constant('cim' as const),
      class: hostile,
      namespace: hostile,
      where: fc.dictionary(hostile, fc.oneof(list, fc.array(whole))),
      select: list,
    },
    { requiredKeys: ['kind', 'class', 'select'] },
  ),
  fc.record(
    { kind: fc.constant('registry' as const), path: hostile, names: list, subkeys: fc.boolean() },
    { requiredKeys: ['kind', 'path'] },
  ),
  fc.record({ kind: fc.constant('file' as const), path: hostile, tail: whole }, { requiredKeys: ['kind', 'path'] }),
  fc.record(
    { kind: fc.constant('directory' as const), path: hostile, pattern: hostile },
    { requiredKeys: ['kind', 'path'] },
  ),
  fc.record({
    kind: fc.constant('tool' as const),
    tool: fc.constantFrom('kubectl' as const, 'netsh' as const),
    args: list,
  }),
  fc.record({ kind: fc.constant('connect' as const), targets: list }),
  fc.record({ kind: fc.constant('dns' as const), names: list, server: hostile }, { requiredKeys: ['kind', 'names'] }),
  fc.record({ kind: fc.constant('certificates' as const), paths: list }),
  fc.record({ kind: fc.constant('firewall' as const), ports: fc.array(whole) }),
);

const writes: fc.Arbitrary<Write> = fc.oneof(
  fc.record({
    kind: fc.constant('service' as const),
    name: hostile,
    action: fc.constantFrom('start' as const, 'stop' as const),
  }),
  fc.record({
    kind: fc.constant('file' as const),
    path: hostile,
    change: fc.oneof(
      fc.record({ kind: fc.constant('edit' as const), from: hostile, to: hostile }),
      fc.record({ kind: fc.constant('move' as const), to: hostile }),
      fc.record({ kind: fc.constantFrom('create' as const, 'remove-created' as const), text: hostile }),
    ),
  }),
  fc.record({
    kind: fc.constant('registry' as const),
    path: hostile,
    name: hostile,
    value: fc.oneof(hostile, whole, fc.constant(null)),
  }),
  fc.record({ kind: fc.constant('hns-delete' as const), what: fc.constant('endpoints' as const), id: hostile }),
  fc.record({
    kind: fc.constant('route' as const),
    action: fc.constant('add' as const),
    prefix: hostile,
    nextHop: hostile,
    interfaceIndex: whole,
  }),
  fc.record({ kind: fc.constant('process' as const), name: hostile, processId: whole, commandLine: hostile }),
  fc.record({
    kind: fc.constant('firewall-rule' as const),
    action: fc.constant('allow' as const),
    name: hostile,
    protocol: fc.constant('TCP' as const),
    port: whole,
  }),
  fc.record({ kind: fc.constant('restart' as const), delay: whole }),
);

describe('renderRead and renderWrite', () => {
  it('write one line of one command with nothing but literals, whatever the values', () => {
    fc.assert(
      fc.property(reads, (read) => beyondLiterals(renderRead(read)) === ''),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(writes, (write) => beyondLiterals(renderWrite(write)) === ''),
      { numRuns: 500 },
    );
  });

  it('leave out what is not given', () => {
    expect(renderRead({ kind: 'shell' })).toBe('Read-WinnowShell');
    expect(renderRead({ kind: 'file', path: 'C:\\k\\a.log' })).toBe("Read-WinnowFile -Path 'C:\\k\\a.log'");
  });

  it('write lists, tables, truth, nothing and numbers', () => {
    expect(renderRead({ kind: 'cim', class: 'C', where: { Name: ['a', 'b'] }, select: [] })).toBe(
      "Read-WinnowCim -Class 'C' -Where @{'Name'=@('a','b')} -Select @()",
    );
    expect(renderRead({ kind: 'registry', path: 'P', subkeys: true })).toBe(
      "Read-WinnowRegistry -Path 'P' -Subkeys $true",
    );
    expect(renderWrite({ kind: 'registry', path: 'P', name: 'N', value: null })).toBe(
      "Set-WinnowRegistry -Path 'P' -Name 'N' -Value $null",
    );
    expect(renderWrite({ kind: 'registry', path: 'P', name: 'N', value: -1 })).toBe(
      "Set-WinnowRegistry -Path 'P' -Name 'N' -Value (-1)",
    );
  });

  it('write the fixed forms of tool calls without any text of the caller', () => {
    expect(renderWrite({ kind: 'tool', call: { form: 'resync-clock' } })).toBe('Invoke-WinnowClockResync');
    expect(
      renderWrite({ kind: 'tool', call: { form: 'dynamic-port-range', protocol: 'tcp', start: 49152, count: 16384 } }),
    ).toBe("Set-WinnowPortRange -Protocol 'tcp' -Start 49152 -Count 16384");
  });

  it.each([0.5, NaN, Infinity, 2 ** 60])('refuse the number %s', (tail) => {
    expect(() => renderRead({ kind: 'file', path: 'a', tail })).toThrow('not a whole number');
  });
});
