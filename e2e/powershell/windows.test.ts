import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../../shared/node/outcome';
import { practiceNode } from '../../shared/practice/nodes';
import { Conversation, type LanguageMode } from './conversation';
import { onEngines } from './on-engines';
import { play, standIn } from './practice';

const MODULE =
  '$null = New-Module -Name HostNetworkingService -ScriptBlock { function Get-HnsNetwork { ConvertFrom-Json \'[{"ID":"a","Name":"cbr0"}]\' } } | Import-Module';

onEngines('the shell and HNS', (engine) => {
  const state = practiceNode('sdn-hostgw-ja')!.state();

  describe.each(['FullLanguage', 'ConstrainedLanguage'] as const)('in %s', (mode: LanguageMode) => {
    let shell: Conversation;
    let root: string;
    beforeAll(() => {
      root = mkdtempSync(join(tmpdir(), 'winnow-root-'));
      shell = new Conversation(engine, mode, { SystemRoot: join(root, 'root') });
    });
    afterAll(async () => {
      await shell.end();
      rmSync(root, { recursive: true });
    });

    test('the shell tells of itself, even where nothing is Windows', async () => {
      const systemFile = join(root, 'root\\System32\\HOSTNAME.EXE');
      writeFileSync(systemFile, '#!/bin/sh\nhostname\n');
      chmodSync(systemFile, 0o755);
      const answer = must(await shell.read({ kind: 'shell' }));
      expect(answer).toMatchObject({
        edition: 'Core',
        languageMode: mode,
        elevated: false,
        process64: true,
        os64: true,
        ansiCodePage: '',
        hostName: hostname(),
        executionPolicy: expect.arrayContaining(['LocalMachine=Unrestricted']),
        missingModules: expect.arrayContaining(['HostNetworkingService']),
      });
      expect(answer.version).toMatch(/^7\./);
      expect(Math.abs(Date.parse(answer.utc) - Date.now())).toBeLessThan(60_000);
    });

    test('code pages and modules are those of the node', async () => {
      standIn(shell, mode);
      play(shell, state, [], { modules: ['HostNetworkingService'] });
      expect(must(await shell.read({ kind: 'shell' }))).toMatchObject({
        ansiCodePage: '932',
        oemCodePage: '932',
        elevated: true,
        missingModules: ['CimCmdlets', 'Microsoft.PowerShell.Diagnostics'],
      });
    });

    test('the module of Windows is asked where HNSCall cannot be', async () => {
      shell.type(MODULE);
      // The real call again, not its stand-in: there is no vmcompute.dll here.
      shell.type(readFileSync(join(import.meta.dirname, '../../electron/powershell/script/common/hns.ps1'), 'utf8'));
      play(shell, state, [], { modules: ['HostNetworkingService'] });
      const { json, via } = must(await shell.read({ kind: 'hns', path: '/networks' }));
      expect([JSON.parse(json), via]).toEqual([[{ ID: 'a', Name: 'cbr0' }], 'module']);
    });

    test('hnsdiag is asked where neither can be', async () => {
      const path = join(root, 'root\\System32\\hnsdiag.exe');
      writeFileSync(path, '#!/bin/sh\necho noise >&2\necho "{\\"args\\":\\"$*\\"}"\n');
      chmodSync(path, 0o755);
      play(shell, state, []);
      expect(must(await shell.read({ kind: 'hns', path: '/policylists' }))).toEqual({
        json: '{"args":"list loadbalancers -d"}',
        via: 'hnsdiag',
      });
    });

    test('what only HNSCall knows cannot be asked without it', async () => {
      expect(await shell.read({ kind: 'hns', path: '/portpools' })).toMatchObject({
        reason: mode === 'FullLanguage' ? 'missing' : 'policy',
      });
    });
  });
});
