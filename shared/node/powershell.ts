import { assertNever } from './outcome';
import type { Read } from './read';
import type { ToolCall, Write } from './write';

/** What a line may carry: every value ends in a literal that cannot be anything but that value. */
type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value | undefined };

const PLAIN = /[^\x20-\x26\x28-\x7e]+/g;

/**
 * The one way in which a value becomes script text. A string is a single-quoted literal of printable ASCII in which
 * nothing is expanded; every other character, all of PowerShell's quotes among them, is added as `[char]0x…`.
 */
export function quote(text: string): string {
  const parts: string[] = [];
  let rest = 0;
  for (const match of text.matchAll(PLAIN)) {
    if (match.index > rest) parts.push(`'${text.slice(rest, match.index)}'`);
    for (let i = match.index; i < match.index + match[0].length; i++)
      parts.push(`[char]0x${text.charCodeAt(i).toString(16)}`);
    rest = match.index + match[0].length;
  }
  if (rest < text.length) parts.push(`'${text.slice(rest)}'`);
  if (parts.length === 0) return "''";
  // PowerShell takes even a quoted `--%` for its sign that the rest of a line is no script; within brackets it is a text.
  if (parts.length === 1 && parts[0]?.startsWith("'") && text !== '--%') return parts[0];
  return `(${["''", ...parts].join('+')})`;
}

function literal(value: Value): string {
  if (value === null) return '$null';
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`not a whole number: ${value}`);
    return value < 0 ? `(${value})` : String(value);
  }
  if (isList(value)) return `@(${value.map(literal).join(',')})`;
  const pairs = Object.entries(value).flatMap(([name, item]) =>
    item === undefined ? [] : [`${quote(name)}=${literal(item)}`],
  );
  return `@{${pairs.join(';')}}`;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function command(name: string, parameters: Readonly<Record<string, Value | undefined>>): string {
  const words = Object.entries(parameters).flatMap(([key, value]) =>
    value === undefined ? [] : [`-${key} ${literal(value)}`],
  );
  return [name, ...words].join(' ');
}

const READ_COMMANDS: Record<Read['kind'], string> = {
  shell: 'Read-WinnowShell',
  cim: 'Read-WinnowCim',
  registry: 'Read-WinnowRegistry',
  file: 'Read-WinnowFile',
  directory: 'Read-WinnowDirectory',
  tool: 'Read-WinnowTool',
  hns: 'Read-WinnowHns',
  events: 'Read-WinnowEvents',
  sockets: 'Read-WinnowSockets',
  connect: 'Read-WinnowConnect',
  tls: 'Read-WinnowTls',
  dns: 'Read-WinnowDns',
  certificates: 'Read-WinnowCertificates',
  firewall: 'Read-WinnowFirewall',
  updates: 'Read-WinnowUpdates',
};

/** The line of PowerShell that asks a read: one command of Winnow's library with literal parameters. */
export function renderRead(read: Read): string {
  const { kind, ...parameters } = read;
  // A parameter named Args would never arrive: the variable of that name is PowerShell's own.
  if (kind === 'tool') return command(READ_COMMANDS.tool, { Tool: read.tool, Arguments: read.args });
  return command(READ_COMMANDS[kind], capitalised(parameters));
}

/** The line of PowerShell that carries out a write. */
export function renderWrite(write: Write): string {
  switch (write.kind) {
    case 'service':
      return command('Set-WinnowService', { Name: write.name, Action: write.action });
    case 'service-start':
      return command('Set-WinnowServiceStart', { Name: write.name, Mode: write.mode });
    case 'file':
      return command('Set-WinnowFile', { Path: write.path, ...renamed(write.change) });
    case 'registry':
      return command('Set-WinnowRegistry', { Path: write.path, Name: write.name, Value: write.value });
    case 'registry-key':
      return command('Remove-WinnowRegistryKey', { Path: write.path, Exported: write.exported });
    case 'hns-delete':
      return command('Remove-WinnowHns', { What: write.what, Id: write.id });
    case 'tool':
      return renderToolCall(write.call);
    case 'firewall-rule':
      return command('Set-WinnowFirewallRule', {
        Action: write.action,
        Name: write.name,
        Protocol: write.protocol,
        Port: write.port,
      });
    case 'route':
      return command('Set-WinnowRoute', {
        Action: write.action,
        Prefix: write.prefix,
        NextHop: write.nextHop,
        InterfaceIndex: write.interfaceIndex,
      });
    case 'process':
      return command('Restart-WinnowProcess', {
        Name: write.name,
        ProcessId: write.processId,
        CommandLine: write.commandLine,
      });
    case 'restart':
      return command('Restart-WinnowNode', { Delay: write.delay });
    default:
      return assertNever(write);
  }
}

function renderToolCall(call: ToolCall): string {
  switch (call.form) {
    case 'resync-clock':
      return command('Invoke-WinnowClockResync', {});
    case 'dynamic-port-range':
      return command('Set-WinnowPortRange', { Protocol: call.protocol, Start: call.start, Count: call.count });
    case 'excluded-port-range':
      return command('Set-WinnowExcludedPortRange', {
        Action: call.action,
        Protocol: call.protocol,
        Start: call.start,
        Count: call.count,
      });
    case 'import-key':
      return command('Import-WinnowRegistryKey', { Path: call.path, File: call.file });
    default:
      return assertNever(call);
  }
}

function capitalised(parameters: Readonly<Record<string, Value | undefined>>): Record<string, Value | undefined> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value]),
  );
}

function renamed({
  kind,
  ...parameters
}: Extract<Write, { kind: 'file' }>['change']): Record<string, Value | undefined> {
  return { Change: kind, ...capitalised(parameters) };
}
