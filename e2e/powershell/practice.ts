/** What the stand-ins of the Windows commands are fed with: a practice node, the way Windows would tell of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { maybe } from '../../shared/node/outcome';
import { HNS_PATHS, type Answer, type Read } from '../../shared/node/read';
import { answer } from '../../shared/practice/answer';
import { nodeTime } from '../../shared/practice/derive/api';
import type { NodeState } from '../../shared/practice/state';
import type { Conversation, LanguageMode } from './conversation';

type CimRead = Extract<Read, { kind: 'cim' }>;

const text = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

/** Puts the stand-ins in the place of the commands of Windows. */
export function standIn(shell: Conversation, mode: LanguageMode): void {
  shell.type(text('stand-ins.ps1'));
  if (mode === 'FullLanguage') shell.type(text('stand-ins.full.ps1'));
}

/** Makes this node the one that the stand-ins tell of; `reads` are the questions that will come. */
export function play(shell: Conversation, state: NodeState, reads: readonly Read[], more: object = {}): void {
  const json = JSON.stringify({ ...windowsOf(state, reads), ...more }).replace(
    /[^\x20-\x26\x28-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  shell.type(`Set-PracticeNode '${json}'`);
}

function windowsOf(state: NodeState, reads: readonly Read[]): object {
  const services = Object.entries(state.services).map(([name, service]) => [name, service.state]);
  const logs = ['Admin', 'Operational'].flatMap((kind) => [
    `Microsoft-Windows-Host-Network-Service-${kind}`,
    `Microsoft-Windows-Hyper-V-Compute-${kind}`,
  ]);
  return {
    elevated: state.shell.elevated,
    modules: [],
    services: Object.fromEntries(services),
    cim: { ...cimOf(state, reads), ...socketsOf(state) },
    registry: { ...keysAbove(state.registry), ...state.registry },
    hns: Object.fromEntries(
      HNS_PATHS.flatMap((path) => {
        const outcome = maybe(answer(state, { kind: 'hns', path }));
        return outcome === undefined ? [] : [[path, outcome.json]];
      }),
    ),
    now: nodeTime(state),
    logs: [
      'System',
      'Application',
      ...logs.filter((log) => state.services.hns !== undefined || !log.includes('Host-Network')),
    ],
    events: [...state.events].sort((a, b) => (a.time > b.time ? -1 : a.time < b.time ? 1 : 0)),
    firewall: {
      ...state.firewall,
      rules: state.firewall.rules.map(({ name, action, protocol, ports, profiles }) => ({
        Name: name,
        Action: action,
        Protocol: protocol,
        LocalPorts: ports,
        Profiles: profiles,
        Direction: 1,
        Enabled: true,
        ApplicationName: null,
        ServiceName: null,
      })),
    },
    updates: state.updates.map(({ kb, time, ok }) => ({
      Title: `2026-03 Cumulative Update (${kb})`,
      Date: time,
      ResultCode: ok ? 2 : 4,
    })),
    returns: 0,
  };
}

/** A key that has keys below it is there. */
function keysAbove(registry: NodeState['registry']): NodeState['registry'] {
  const paths = Object.keys(registry).flatMap((path) => {
    const parts = path.split('\\');
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('\\'));
  });
  return Object.fromEntries(paths.map((path) => [path, {}]));
}

/** Every class that is asked for, with every property that is asked for, unfiltered. */
function cimOf(state: NodeState, reads: readonly Read[]): Record<string, Answer<'cim'>['rows']> {
  const asked = reads.filter((read): read is CimRead => read.kind === 'cim');
  const classes = new Map<string, CimRead>();
  for (const { kind, class: name, namespace, select, where } of asked) {
    const key = `${namespace ?? 'root/cimv2'}:${name}`;
    const before = classes.get(key)?.select ?? [];
    const properties = [...new Set([...before, ...select, ...Object.keys(where ?? {})])];
    classes.set(key, { kind, class: name, ...(namespace === undefined ? {} : { namespace }), select: properties });
  }
  return Object.fromEntries(
    [...classes].flatMap(([key, read]) => {
      const rows = maybe(answer(state, read))?.rows;
      return rows === undefined ? [] : [[key, rows]];
    }),
  );
}

function socketsOf(state: NodeState): Record<string, Answer<'cim'>['rows']> {
  const sockets = maybe(answer(state, { kind: 'sockets' }));
  const row = ({ address, port, processId }: Answer<'sockets'>['listeners'][number]) => ({
    State: 2,
    LocalAddress: address,
    LocalPort: port,
    OwningProcess: processId,
  });
  const of = (wanted: string) => sockets?.listeners.filter(({ protocol }) => protocol === wanted).map(row) ?? [];
  const established = (sockets?.connectionPorts ?? []).map((port) => ({ State: 5, LocalPort: port }));
  return {
    'root/StandardCimv2:MSFT_NetTCPConnection': [...of('tcp'), ...established],
    'root/StandardCimv2:MSFT_NetUDPEndpoint': of('udp'),
  };
}
