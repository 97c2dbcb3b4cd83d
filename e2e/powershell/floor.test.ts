import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { library } from '../../electron/powershell/script/library';
import { findEngines } from './engine';

const engine = findEngines().engines.find(({ name }) => name === 'engine');

const problems = z.array(z.array(z.strictObject({ line: z.number(), text: z.string() })));

/** What Windows PowerShell 5.1 on .NET Framework 4.7.2 lacks of each script. */
function lacking(scripts: readonly string[], executable: string): z.infer<typeof problems> {
  const { status, stdout, stderr } = spawnSync(executable, ['--floor'], {
    input: scripts.join('\0'),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return problems.parse(JSON.parse(stdout));
}

const THIRD_LINE = '1\n2\n$a ??= 3\n';

/** A script, and what is said of it. */
const REFUSED: ReadonlyArray<readonly [string, string]> = [
  ['$a = $x ? 1 : 2', 'ternary operator'],
  ['$a = $x ?? 3', 'operator ??'],
  ['$a ??= 3', 'operator ??='],
  ['$a = ${x}?.Length', 'operator ?.'],
  ['$a = ${x}?[0]', 'operator ?[]'],
  ['Test-Path -Path a && Test-Path -Path b', '&& or ||'],
  ['Test-Path -Path a &', 'background pipeline'],
  ['function f { clean { 1 } }', 'clean block'],
  ['"`u{41}"', 'escape of PowerShell 6'],
  ['1uy', 'number of PowerShell 6'],
  ['if (', 'Missing condition in if statement'],
  ['Get-Uptime', 'no command Get-Uptime'],
  ['dir', 'no command dir'],
  ['ConvertTo-Json -InputObject 1 -AsArray', 'no parameter ConvertTo-Json -AsArray'],
  ['1 | ForEach-Object -Parallel { 1 }', 'no parameter ForEach-Object -Parallel'],
  ['[Net.Http.HttpClient]::new()', 'no type [Net.Http.HttpClient]'],
  ['[semver]"1.0"', 'no type [semver]'],
  ['[math]::Clamp(1, 2, 3)', 'no method System.Math.Clamp with 3 arguments'],
  ['[Security.Authentication.SslProtocols]::Tls13', 'no property System.Security.Authentication.SslProtocols.Tls13'],
  ["'a'.Contains('b', 1)", 'no method System.String.Contains with 2 arguments'],
  [
    '$p = [Diagnostics.ProcessStartInfo]::new(); $p.ArgumentList',
    'no property System.Diagnostics.ProcessStartInfo.ArgumentList',
  ],
  [
    'function f { param([Diagnostics.Process]$P) $P.Kill($true) }',
    'no method System.Diagnostics.Process.Kill with 1 arguments',
  ],
  [
    '$c = [Net.Sockets.TcpClient]::new(); $c.GetStream().DisposeAsync()',
    'no method System.Net.Sockets.NetworkStream.DisposeAsync with 0 arguments',
  ],
  ['$unknown.WaitForExitAsync()', 'no type has a method WaitForExitAsync with 0 arguments'],
  ['$x.$name()', 'a method whose name is not written down'],
  [
    'function f { $q = @{ ClassName = 1 }; $q["Shell"] = 1; Get-CimInstance @q }',
    'no parameter Get-CimInstance -Shell',
  ],
  ['function f { $q = @{ ClassName = 1 }; $q.Shell = 1; Get-CimInstance @q }', 'no parameter Get-CimInstance -Shell'],
  ['function f { $q = @{ $name = 1 }; Get-CimInstance @q }', '@q, whose entries are not written down'],
  ["function f { $q = @{}; $q.Add('Shell', 1); Get-CimInstance @q }", '@q, whose entries are not written down'],
  ['function f { param($q) Get-CimInstance @q }', '@q, whose entries are not written down'],
  ['Get-CimInstance @args', '@args, whose entries are not written down'],
];

const ACCEPTED: readonly string[] = [
  '$t = [Threading.Tasks.Task]::WaitAny([Threading.Tasks.Task[]]@(1), 5)',
  '$s = [IO.MemoryStream]::new(); $s.Write($b, 0, 1); $s.ToArray()',
  "[string]::Join(',', 1, 2); 'a,b'.Split(',')",
  '$h = @{ a = 1 }; $h.anything; $h.ContainsKey(1)',
  'Get-CimInstance -ClassName X -Filter Y | Where-Object { $_.State -eq 2 }',
  "function f { $q = @{ ClassName = 1 }; $q['Filter'] = 'x'; Get-CimInstance @q }",
];

describe.runIf(engine !== undefined)('the floor: Windows PowerShell 5.1 on .NET Framework 4.7.2', () => {
  const { executable } = engine ?? { executable: '' };
  let found: ReadonlyMap<string, z.infer<typeof problems>[number]>;
  beforeAll(() => {
    const scripts = [library, ...REFUSED.map(([script]) => script), ...ACCEPTED, THIRD_LINE];
    const all = lacking(scripts, executable);
    found = new Map(scripts.map((script, index) => [script, all[index]!]));
  });

  test('has everything that the library uses', () => {
    expect(found.get(library)).toEqual([]);
  });

  test.each(REFUSED)('refuses %s', (script, problem) => {
    expect(
      found
        .get(script)
        ?.map(({ text }) => text)
        .join('\n'),
    ).toContain(problem);
  });

  test.each(ACCEPTED)('accepts %s', (script) => {
    expect(found.get(script)).toEqual([]);
  });

  test('names the line', () => {
    expect(found.get(THIRD_LINE)).toEqual([{ line: 3, text: 'operator ??=' }]);
  });
});
