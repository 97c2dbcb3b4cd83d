import { assertNever } from './outcome';
import type { Answer, Read } from './read';

/** One change of a node. Each is consented to, backed up first, and either has an inverse or says why not. */
export type Write =
  | { readonly kind: 'service'; readonly name: string; readonly action: 'start' | 'stop' | 'restart' }
  /** How Windows starts a service. */
  | { readonly kind: 'service-start'; readonly name: string; readonly mode: StartMode }
  | { readonly kind: 'file'; readonly path: string; readonly change: FileChange }
  | {
      readonly kind: 'registry';
      readonly path: string;
      readonly name: string;
      /** Null removes the value. */
      readonly value: string | number | null;
    }
  /** Exports a key with all below it to a file, then removes it. */
  | { readonly kind: 'registry-key'; readonly path: string; readonly exported: string }
  | { readonly kind: 'hns-delete'; readonly what: 'endpoints' | 'networks' | 'policylists'; readonly id: string }
  | { readonly kind: 'tool'; readonly call: ToolCall }
  | {
      readonly kind: 'firewall-rule';
      readonly action: 'allow' | 'remove';
      readonly name: string;
      readonly protocol: 'TCP' | 'UDP';
      readonly port: number;
    }
  | {
      readonly kind: 'route';
      readonly action: 'add' | 'remove';
      readonly prefix: string;
      readonly nextHop: string;
      readonly interfaceIndex: number;
    }
  /** Ends a bare process and starts its recorded command line again. */
  | { readonly kind: 'process'; readonly name: string; readonly processId: number; readonly commandLine: string }
  /** Restarts the node after a delay in seconds, in which it can be called off. */
  | { readonly kind: 'restart'; readonly delay: number };

export type WriteKind = Write['kind'];

export const START_MODES = ['Automatic', 'Manual', 'Disabled'] as const;
export type StartMode = (typeof START_MODES)[number];

/** A change of one file. No change ever deletes what Winnow did not create. */
export type FileChange =
  /** Replaces a text that must occur exactly once; everything else stays byte for byte. */
  | { readonly kind: 'edit'; readonly from: string; readonly to: string }
  /** Moves the file; nothing may be at the target. */
  | { readonly kind: 'move'; readonly to: string }
  /** Writes a file that must not exist, as UTF-8 without byte order mark. */
  | { readonly kind: 'create'; readonly text: string }
  /** Removes a file whose text must be exactly this: only ever the inverse of `create`. */
  | { readonly kind: 'remove-created'; readonly text: string };

/** The fixed forms in which a tool may change something. */
export type ToolCall =
  | { readonly form: 'resync-clock' }
  | {
      readonly form: 'dynamic-port-range';
      readonly protocol: 'tcp' | 'udp';
      readonly start: number;
      readonly count: number;
    }
  /** Ports that Windows never gives out by itself. */
  | {
      readonly form: 'excluded-port-range';
      readonly action: 'add' | 'remove';
      readonly protocol: 'tcp' | 'udp';
      readonly start: number;
      readonly count: number;
    }
  /** Puts a key back from its exported file, and removes that. */
  | { readonly form: 'import-key'; readonly file: string; readonly path: string };

/** What a write did: nothing but that it ended well; a write that fails is a could-not-check with its reason. */
export interface Written {
  readonly detail: string;
}

/** Why a write cannot be undone. Each has a text in both languages. */
export const IRREVERSIBLE = [
  'restart-is-done',
  'clock-was-wrong',
  'hns-object-gone',
  'node-restarted',
  'unknown-before',
] as const;
export type Irreversible = (typeof IRREVERSIBLE)[number];

/** How to take a write back. */
export type Inverse =
  | { readonly kind: 'writes'; readonly writes: readonly Write[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'irreversible'; readonly why: Irreversible };

/** What a write reads first: its backup, and what its inverse is built from. */
export function backupOf(write: Write): Read {
  switch (write.kind) {
    case 'service':
      return {
        kind: 'cim',
        class: 'Win32_Service',
        where: { Name: [write.name] },
        select: ['Name', 'State', 'StartMode', 'ProcessId'],
      };
    case 'service-start':
      return { kind: 'cim', class: 'Win32_Service', where: { Name: [write.name] }, select: ['Name', 'StartMode'] };
    case 'file':
      return { kind: 'file', path: write.path };
    case 'registry-key':
      return { kind: 'registry', path: write.path, subkeys: true };
    case 'registry':
      return { kind: 'registry', path: write.path, names: [write.name] };
    case 'hns-delete':
      return { kind: 'hns', path: `/${write.what}` };
    case 'tool':
      return backupOfTool(write.call);
    case 'firewall-rule':
      return { kind: 'firewall', ports: [write.port] };
    case 'route':
      return {
        kind: 'cim',
        namespace: 'root/StandardCimv2',
        class: 'MSFT_NetRoute',
        where: { DestinationPrefix: [write.prefix] },
        select: ['DestinationPrefix', 'NextHop', 'InterfaceIndex', 'RouteMetric'],
      };
    case 'process':
      return {
        kind: 'cim',
        class: 'Win32_Process',
        where: { Name: [write.name] },
        select: ['Name', 'ProcessId', 'CommandLine'],
      };
    case 'restart':
      return { kind: 'cim', class: 'Win32_OperatingSystem', select: ['LastBootUpTime'] };
    default:
      return assertNever(write);
  }
}

function backupOfTool(call: ToolCall): Read {
  switch (call.form) {
    case 'resync-clock':
      return { kind: 'shell' };
    case 'dynamic-port-range':
      return { kind: 'tool', tool: 'netsh', args: ['int', 'ipv4', 'show', 'dynamicportrange', call.protocol] };
    case 'excluded-port-range':
      return { kind: 'tool', tool: 'netsh', args: ['int', 'ipv4', 'show', 'excludedportrange', call.protocol] };
    case 'import-key':
      return { kind: 'registry', path: call.path, subkeys: true };
    default:
      return assertNever(call);
  }
}

const NOTHING: Inverse = { kind: 'nothing' };

function irreversible(why: Irreversible): Inverse {
  return { kind: 'irreversible', why };
}

function writes(...list: readonly Write[]): Inverse {
  return { kind: 'writes', writes: list };
}

/**
 * The inverse of a write, built from its backup.
 * `backup` is the answer of `backupOf(write)`; an answer of another kind gives `unknown-before`.
 */
export function inverseOf(write: Write, backup: Answer): Inverse {
  switch (write.kind) {
    case 'service':
      return inverseOfService(write, backup);
    case 'service-start':
      return inverseOfStartMode(write, backup);
    case 'file':
      return inverseOfFile(write);
    case 'registry-key':
      return inverseOfKey(write, backup);
    case 'registry':
      return inverseOfRegistry(write, backup);
    case 'hns-delete':
      return irreversible('hns-object-gone');
    case 'tool':
      return inverseOfTool(write.call, backup);
    case 'firewall-rule':
      return writes({ ...write, action: write.action === 'allow' ? 'remove' : 'allow' });
    case 'route':
      return writes({ ...write, action: write.action === 'add' ? 'remove' : 'add' });
    case 'process':
      return irreversible('restart-is-done');
    case 'restart':
      return irreversible('node-restarted');
    default:
      return assertNever(write);
  }
}

function inverseOfService(write: Extract<Write, { kind: 'service' }>, backup: Answer): Inverse {
  if (write.action === 'restart') return irreversible('restart-is-done');
  const state = 'rows' in backup && backup.rows[0] && 'State' in backup.rows[0] ? backup.rows[0].State : undefined;
  if (typeof state !== 'string') return irreversible('unknown-before');
  // Neither a start nor a stop brings back a pause, or what was under way.
  if (state !== 'Running' && state !== 'Stopped') return irreversible('unknown-before');
  const wanted = write.action === 'start' ? 'Running' : 'Stopped';
  if (state === wanted) return NOTHING;
  return writes({ kind: 'service', name: write.name, action: write.action === 'start' ? 'stop' : 'start' });
}

function inverseOfStartMode(write: Extract<Write, { kind: 'service-start' }>, backup: Answer): Inverse {
  const told = 'rows' in backup && backup.rows[0] && 'StartMode' in backup.rows[0] ? backup.rows[0].StartMode : null;
  // Windows' management interface says Auto for what its commands call Automatic.
  const before = START_MODES.find((mode) => mode === told || (mode === 'Automatic' && told === 'Auto'));
  if (before === undefined) return irreversible('unknown-before');
  return before === write.mode ? NOTHING : writes({ ...write, mode: before });
}

function inverseOfKey(write: Extract<Write, { kind: 'registry-key' }>, backup: Answer): Inverse {
  if (!('exists' in backup)) return irreversible('unknown-before');
  if (!backup.exists) return NOTHING;
  return writes({ kind: 'tool', call: { form: 'import-key', file: write.exported, path: write.path } });
}

function inverseOfTool(call: ToolCall, backup: Answer): Inverse {
  switch (call.form) {
    case 'resync-clock':
      return irreversible('clock-was-wrong');
    case 'dynamic-port-range':
      return inverseOfPortRange(call, backup);
    case 'excluded-port-range':
      return writes({ kind: 'tool', call: { ...call, action: call.action === 'add' ? 'remove' : 'add' } });
    case 'import-key':
      return writes({ kind: 'registry-key', path: call.path, exported: call.file });
    default:
      return assertNever(call);
  }
}

function inverseOfFile(write: Extract<Write, { kind: 'file' }>): Inverse {
  const { path, change } = write;
  switch (change.kind) {
    case 'edit':
      return writes({ kind: 'file', path, change: { kind: 'edit', from: change.to, to: change.from } });
    case 'move':
      return writes({ kind: 'file', path: change.to, change: { kind: 'move', to: path } });
    case 'create':
      return writes({ kind: 'file', path, change: { kind: 'remove-created', text: change.text } });
    case 'remove-created':
      return writes({ kind: 'file', path, change: { kind: 'create', text: change.text } });
    default:
      return assertNever(change);
  }
}

function inverseOfRegistry(write: Extract<Write, { kind: 'registry' }>, backup: Answer): Inverse {
  if (!('subkeys' in backup)) return irreversible('unknown-before');
  const before = Object.hasOwn(backup.values, write.name) ? (backup.values[write.name] ?? null) : null;
  if (typeof before === 'boolean' || Array.isArray(before)) return irreversible('unknown-before');
  return writes({ ...write, value: before });
}

function inverseOfPortRange(call: Extract<ToolCall, { form: 'dynamic-port-range' }>, backup: Answer): Inverse {
  if (!('stdout' in backup)) return irreversible('unknown-before');
  const [start, count] = [...backup.stdout.matchAll(/[:\uff1a]\s*(\d+)\s*$/gm)].map((match) => Number(match[1]));
  if (start === undefined || count === undefined) return irreversible('unknown-before');
  return writes({ kind: 'tool', call: { ...call, start, count } });
}

/** Whether the node is, by the backup, what the write expects to find. Null: as expected; else what differs. */
export function unexpectedBefore(write: Write, backup: Answer): string | null {
  if (write.kind !== 'file') return null;
  if (!('exists' in backup)) return 'unreadable';
  if (write.change.kind === 'create') return backup.exists ? `${write.path} already exists` : null;
  if (!backup.exists || !('text' in backup)) return `${write.path} does not exist`;
  if (write.change.kind !== 'edit') return null;
  const found = backup.text.split(write.change.from).length - 1;
  return found === 1 ? null : `the text to replace occurs ${found} times in ${write.path}`;
}
