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

const TCP = 'root/StandardCimv2:MSFT_NetTCPConnection';
const UDP = 'root/StandardCimv2:MSFT_NetUDPEndpoint';

const text = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

/** Puts the stand-ins in the place of the commands of Windows. */
export function standIn(shell: Conversation, mode: LanguageMode): void {
  shell.type(text('stand-ins.ps1'));
  if (mode === 'FullLanguage') shell.type(text('stand-ins.full.ps1'));
}

/** Makes this node the one that the stand-ins tell of; `reads` are the questions that will come. */
export function play(shell: Conversation, state: NodeState, reads: readonly Read[], more: object = {}): void {
  shell.type(playing({ ...windowsOf(state, reads), ...more }));
}

/** The line that gives the stand-ins what they tell. */
export function playing(windows: object): string {
  const json = JSON.stringify(windows).replace(
    /[^\x20-\x26\x28-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `Set-PracticeNode '${json}'`;
}

/** The part of a node's Windows that the stand-ins look at when they are asked this; of the rest they know nothing. */
export function shownTo(read: Read, windows: Windows): object {
  const { elevated, modules, services, cim, registry, hns, now, logs, events, firewall, updates } = windows;
  const of = (classes: readonly string[]) => ({ cim: Object.fromEntries(classes.map((name) => [name, cim[name]])) });
  switch (read.kind) {
    case 'cim':
      return of([className(read)]);
    case 'sockets':
      return of([TCP, UDP]);
    case 'registry':
      return { registry: around(read.path, registry) };
    case 'hns':
      return { elevated, modules, services: { hns: services.hns }, hns: { [read.path]: hns[read.path] } };
    case 'events':
      return { elevated, now, logs, events };
    case 'firewall':
      return { firewall };
    case 'updates':
      return { updates };
    default:
      throw new Error(`nothing stands in for ${read.kind}`);
  }
}

export type Windows = ReturnType<typeof windowsOf>;

/** What Windows has to tell of this node, as the stand-ins take it; `reads` are the questions that will come. */
export function windowsOf(state: NodeState, reads: readonly Read[]) {
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
    hns: Object.fromEntries<string>(
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

/** The key at a path and what lies below it. */
function around(path: string, registry: NodeState['registry']): NodeState['registry'] {
  const key = path.replace(/^(HKLM:?|HKEY_LOCAL_MACHINE)\\/, '').toLowerCase();
  const kept = Object.entries(registry).filter(([name]) => `${name}\\`.toLowerCase().startsWith(`${key}\\`));
  return Object.fromEntries(kept);
}

/** A key that has keys below it is there. */
function keysAbove(registry: NodeState['registry']): NodeState['registry'] {
  const paths = Object.keys(registry).flatMap((path) => {
    const parts = path.split('\\');
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('\\'));
  });
  return Object.fromEntries(paths.map((path) => [path, {}]));
}

function className({ namespace, class: name }: CimRead): string {
  return `${namespace ?? 'root/cimv2'}:${name}`;
}

/** Every class that is asked for, with every property that is asked for, unfiltered. */
function cimOf(state: NodeState, reads: readonly Read[]): Record<string, Answer<'cim'>['rows']> {
  const asked = reads.filter((read): read is CimRead => read.kind === 'cim');
  const classes = new Map<string, CimRead>();
  for (const read of asked) {
    const { kind, class: name, namespace, select, where } = read;
    const key = className(read);
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
    [TCP]: [...of('tcp'), ...established],
    [UDP]: of('udp'),
  };
}
