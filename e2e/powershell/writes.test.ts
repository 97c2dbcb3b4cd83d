import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { must, type Outcome } from '../../shared/node/outcome';
import { renderWrite } from '../../shared/node/powershell';
import type { Read } from '../../shared/node/read';
import type { Write } from '../../shared/node/write';
import { practiceNode } from '../../shared/practice/nodes';
import { Conversation } from './conversation';
import { onEngines } from './on-engines';
import { play, standIn } from './practice';

const ID = '3E0A6C2B-1111-4222-8333-444455556666';
const KUBELET = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\kubelet\\Parameters';
const PROCESSES: Read = { kind: 'cim', class: 'Win32_Process', select: ['Name', 'ProcessId', 'CommandLine'] };
const ROUTES: Read = {
  kind: 'cim',
  namespace: 'root/StandardCimv2',
  class: 'MSFT_NetRoute',
  select: ['DestinationPrefix', 'NextHop', 'InterfaceIndex'],
};

onEngines('writes against stand-ins', (engine) => {
  const state = practiceNode('sdn-hostgw-en')!.state();
  let shell: Conversation;
  beforeAll(() => {
    shell = new Conversation(engine);
    standIn(shell, 'FullLanguage');
    // Programs of Windows: what they are called with; netsh refuses, the clock needs rights.
    shell.type(
      "function Start-WinnowProgram { param($Path, $List) Add-Call (($Path -replace '.*[\\\\/]', '') + ' ' + ($List -join ' ')); @{ exit = $global:Practice.exit; stdout = [byte[]]@(111, 107); stderr = [byte[]]@(); truncated = $false } }",
    );
  });
  afterAll(() => shell.end());
  beforeEach(() => nodeWith({}));

  const nodeWith = (more: object): void => play(shell, state, [PROCESSES, ROUTES], { exit: 0, ...more });
  const write = (what: Write): Promise<Outcome<unknown>> => shell.line(renderWrite(what));
  const calls = async (): Promise<unknown> =>
    (must(await shell.line('@{ calls = $global:Calls }')) as { calls: unknown }).calls;
  const done = async (what: Write, ...expected: readonly string[]): Promise<void> => {
    expect(await write(what)).toMatchObject({ kind: 'answered', value: { detail: expect.any(String) } });
    expect(await calls()).toEqual(expected);
  };
  const refused = async (what: Write, reason: string, ...expected: readonly string[]): Promise<void> => {
    expect(await write(what)).toMatchObject({ kind: 'could-not-check', reason });
    expect(await calls()).toEqual(expected);
  };

  test('a service is started, stopped and restarted, and looked at afterwards', async () => {
    await done({ kind: 'service', name: 'W32Time', action: 'stop' }, 'Stopped W32Time');
    nodeWith({});
    await done({ kind: 'service', name: 'W32Time', action: 'start' }, 'Running W32Time');
    nodeWith({});
    await done({ kind: 'service', name: 'hns', action: 'restart' }, 'Running hns');
  });

  test('a service that is not there, does not start or does not stay', async () => {
    await refused({ kind: 'service', name: 'no-such', action: 'start' }, 'missing');
    nodeWith({ services: { broken: 'Stopped', stubborn: 'Stopped' } });
    await refused({ kind: 'service', name: 'broken', action: 'start' }, 'crashed', 'Running broken');
    nodeWith({ services: { broken: 'Stopped', stubborn: 'Stopped' } });
    await refused({ kind: 'service', name: 'stubborn', action: 'start' }, 'crashed', 'Running stubborn');
  });

  test('a start mode is set', async () => {
    await done({ kind: 'service-start', name: 'W32Time', mode: 'Automatic' }, 'mode Automatic W32Time');
  });

  test('a registry value is set as a text or a number, and removed', async () => {
    const path = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\kubelet\\Parameters';
    nodeWith({ registry: { [KUBELET.slice(5)]: {} } });
    await done({ kind: 'registry', path: KUBELET, name: 'A', value: '--v=2' }, `set ${path} A String --v=2`);
    nodeWith({ registry: { [KUBELET.slice(5)]: {} } });
    await done({ kind: 'registry', path: KUBELET, name: 'A', value: 4294967295 }, `set ${path} A Int32 -1`);
    nodeWith({ registry: { [KUBELET.slice(5)]: {} } });
    await done({ kind: 'registry', path: KUBELET, name: 'A', value: 2 ** 40 }, `set ${path} A Int64 1099511627776`);
    nodeWith({ registry: { [KUBELET.slice(5)]: {} } });
    await done({ kind: 'registry', path: KUBELET, name: 'A', value: null }, `remove ${path} A`);
  });

  test('a registry key that is not there is made', async () => {
    nodeWith({ registry: {} });
    await done(
      { kind: 'registry', path: 'HKLM\\SOFTWARE\\New', name: 'A', value: 1 },
      'make HKLM:\\SOFTWARE\\New',
      'set HKLM:\\SOFTWARE\\New A Int32 1',
    );
    nodeWith({ registry: {} });
    await done({ kind: 'registry', path: 'HKLM\\SOFTWARE\\New', name: 'A', value: null });
  });

  test('a registry key is not removed before its export is there, and put back from it', async () => {
    const exported = join(tmpdir(), `winnow-key-${process.pid}.reg`);
    const path = 'HKLM\\SOFTWARE\\Gone';
    nodeWith({ registry: {} });
    await refused({ kind: 'registry-key', path, exported }, 'missing');
    const there = { registry: { 'SOFTWARE\\Gone': {} } };
    nodeWith(there);
    await refused({ kind: 'registry-key', path, exported }, 'crashed', `reg.exe export ${path} ${exported} /y`);
    nodeWith(there);
    const back = { kind: 'tool', call: { form: 'import-key', path, file: exported } } as const;
    await refused(back, 'missing');
    writeFileSync(exported, 'Windows Registry Editor Version 5.00');
    nodeWith(there);
    await done(back, `reg.exe import ${exported}`);
    expect(existsSync(exported)).toBe(false);
  });

  test('an object of HNS is deleted by its id', async () => {
    const gone = `/endpoints/${ID}`;
    nodeWith({ hns: { [gone]: '{"Success":true}' } });
    await done({ kind: 'hns-delete', what: 'endpoints', id: ID }, `DELETE ${gone}`);
    nodeWith({ hns: { [gone]: '{"Success":false,"Error":"x ","ErrorCode":2151350274}' } });
    await refused({ kind: 'hns-delete', what: 'endpoints', id: ID }, 'missing', `DELETE ${gone}`);
    nodeWith({ hns: { [gone]: '{"Success":false,"ErrorCode":2147942405}' } });
    await refused({ kind: 'hns-delete', what: 'endpoints', id: ID }, 'not-elevated', `DELETE ${gone}`);
    nodeWith({});
    await refused({ kind: 'hns-delete', what: 'endpoints', id: '../networks' }, 'bad-answer');
  });

  test('port ranges and the clock are set by the programs of Windows', async () => {
    const call = { form: 'dynamic-port-range', protocol: 'tcp', start: 32_768, count: 32_000 } as const;
    await done({ kind: 'tool', call }, 'netsh.exe int ipv4 set dynamicport tcp start=32768 num=32000');
    nodeWith({});
    await done({ kind: 'tool', call: { form: 'resync-clock' } }, 'w32tm.exe /resync');
    nodeWith({});
    await done(
      { kind: 'tool', call: { ...call, form: 'excluded-port-range', action: 'remove' } },
      'netsh.exe int ipv4 delete excludedportrange protocol=tcp startport=32768 numberofports=32000',
    );
    nodeWith({ exit: 1 });
    await refused({ kind: 'tool', call: { form: 'resync-clock' } }, 'crashed', 'w32tm.exe /resync');
    nodeWith({ exit: 5 });
    await refused({ kind: 'restart', delay: 60 }, 'not-elevated', 'shutdown.exe /r /t 60 /d p:2:4');
  });

  test('an inbound rule is added once, and only that rule is removed', async () => {
    const rule = { kind: 'firewall-rule', name: 'Winnow kubelet', protocol: 'TCP', port: 10_250 } as const;
    await done({ ...rule, action: 'allow' }, 'add Winnow kubelet 6 10250 1 1 2147483647 True');
    const named = (...ports: readonly string[]) => ({
      firewall: { ...state.firewall, rules: ports.map((LocalPorts) => ({ Name: rule.name, Protocol: 6, LocalPorts })) },
    });
    nodeWith(named('10250'));
    await refused({ ...rule, action: 'allow' }, 'not-applicable');
    nodeWith(named('10250'));
    await done({ ...rule, action: 'remove' }, 'remove Winnow kubelet');
    nodeWith(named('443'));
    await refused({ ...rule, action: 'remove' }, 'not-applicable');
    nodeWith(named('10250', '10250'));
    await refused({ ...rule, action: 'remove' }, 'not-applicable');
    nodeWith(named());
    await refused({ ...rule, action: 'remove' }, 'missing');
  });

  test('a route is added where there is none, and removed where there is one', async () => {
    const route = { kind: 'route', prefix: '169.254.169.254/32', nextHop: '0.0.0.0', interfaceIndex: 4 } as const;
    await done({ ...route, action: 'add' }, 'add 169.254.169.254/32 0.0.0.0 4');
    nodeWith({});
    await refused({ ...route, action: 'remove' }, 'missing');
    const [there] = state.routes;
    nodeWith({});
    await refused({ kind: 'route', action: 'add', ...there! }, 'not-applicable');
    nodeWith({});
    await done(
      { kind: 'route', action: 'remove', ...there! },
      `remove ${there!.prefix} ${there!.nextHop} ${there!.interfaceIndex}`,
    );
  });

  test('a process is ended and its own command line started again', async () => {
    const line = 'C:\\k\\kube-proxy.exe --v=4 --token abc1';
    const cim = { 'root/cimv2:Win32_Process': [{ Name: 'kube-proxy.exe', ProcessId: 4816, CommandLine: line }] };
    const what = { kind: 'process', name: 'kube-proxy.exe', processId: 4816 } as const;
    nodeWith({ cim });
    await done(
      { ...what, commandLine: 'C:\\k\\kube-proxy.exe --v=4 --token <removed>' },
      'Terminate 4816',
      `Create ${line}`,
    );
    nodeWith({ cim });
    await refused({ ...what, commandLine: 'C:\\k\\kube-proxy.exe' }, 'not-applicable');
    nodeWith({ cim });
    await refused({ ...what, name: 'other.exe', commandLine: line }, 'missing');
    nodeWith({ cim, returns: 2 });
    await refused(
      { ...what, commandLine: 'C:\\k\\kube-proxy.exe --v=4 --token <removed>' },
      'not-elevated',
      'Terminate 4816',
    );
  });
});
