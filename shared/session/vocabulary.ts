import { z } from 'zod';
import { HNS_PATHS, type Read } from '../node/read';
import { type ToolId, TOOLS } from '../node/tools';
import { IRREVERSIBLE, type Inverse, START_MODES, type Write } from '../node/write';

const whole = z.number().int();
const strings = z.array(z.string());
const toolId = z.custom<ToolId>((value) => typeof value === 'string' && Object.hasOwn(TOOLS, value));

/** A read as it stands in a journal. Nothing but the vocabulary passes. */
export const readSchema: z.ZodType<Read> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shell') }),
  z.strictObject({
    kind: z.literal('cim'),
    class: z.string(),
    namespace: z.string().exactOptional(),
    where: z.record(z.string(), z.union([strings, z.array(z.number())])).exactOptional(),
    select: strings,
  }),
  z.strictObject({
    kind: z.literal('registry'),
    path: z.string(),
    names: strings.exactOptional(),
    subkeys: z.boolean().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('file'), path: z.string(), tail: whole.exactOptional() }),
  z.strictObject({ kind: z.literal('directory'), path: z.string(), pattern: z.string().exactOptional() }),
  z.strictObject({ kind: z.literal('tool'), tool: toolId, args: strings }),
  z.strictObject({ kind: z.literal('hns'), path: z.enum(HNS_PATHS) }),
  z.strictObject({
    kind: z.literal('events'),
    log: z.string(),
    provider: z.string().exactOptional(),
    ids: z.array(whole).exactOptional(),
    levels: z.array(whole).exactOptional(),
    hours: z.number(),
    max: whole,
  }),
  z.strictObject({ kind: z.literal('sockets') }),
  z.strictObject({ kind: z.literal('connect'), targets: strings }),
  z.strictObject({ kind: z.literal('tls'), target: z.string(), path: z.string(), ca: z.string().exactOptional() }),
  z.strictObject({ kind: z.literal('dns'), names: strings, server: z.string().exactOptional() }),
  z.strictObject({ kind: z.literal('certificates'), paths: strings }),
  z.strictObject({ kind: z.literal('firewall'), ports: z.array(whole) }),
  z.strictObject({ kind: z.literal('updates') }),
]);

const fileChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('edit'), from: z.string(), to: z.string() }),
  z.strictObject({ kind: z.literal('move'), to: z.string() }),
  z.strictObject({ kind: z.literal('create'), text: z.string() }),
  z.strictObject({ kind: z.literal('remove-created'), text: z.string() }),
]);

const toolCall = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('resync-clock') }),
  z.strictObject({
    form: z.literal('dynamic-port-range'),
    protocol: z.enum(['tcp', 'udp']),
    start: whole,
    count: whole,
  }),
  z.strictObject({
    form: z.literal('excluded-port-range'),
    action: z.enum(['add', 'remove']),
    protocol: z.enum(['tcp', 'udp']),
    start: whole,
    count: whole,
  }),
  z.strictObject({ form: z.literal('import-key'), file: z.string(), path: z.string() }),
]);

/** A write as it stands in a journal. What undo runs was read through this and can be nothing else. */
export const writeSchema: z.ZodType<Write> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('service'), name: z.string(), action: z.enum(['start', 'stop', 'restart']) }),
  z.strictObject({ kind: z.literal('service-start'), name: z.string(), mode: z.enum(START_MODES) }),
  z.strictObject({ kind: z.literal('file'), path: z.string(), change: fileChange }),
  z.strictObject({ kind: z.literal('registry-key'), path: z.string(), exported: z.string() }),
  z.strictObject({
    kind: z.literal('registry'),
    path: z.string(),
    name: z.string(),
    value: z.union([z.string(), z.number(), z.null()]),
  }),
  z.strictObject({
    kind: z.literal('hns-delete'),
    what: z.enum(['endpoints', 'networks', 'policylists']),
    id: z.string(),
  }),
  z.strictObject({ kind: z.literal('tool'), call: toolCall }),
  z.strictObject({
    kind: z.literal('firewall-rule'),
    action: z.enum(['allow', 'remove']),
    name: z.string(),
    protocol: z.enum(['TCP', 'UDP']),
    port: whole,
  }),
  z.strictObject({
    kind: z.literal('route'),
    action: z.enum(['add', 'remove']),
    prefix: z.string(),
    nextHop: z.string(),
    interfaceIndex: whole,
  }),
  z.strictObject({ kind: z.literal('process'), name: z.string(), processId: whole, commandLine: z.string() }),
  z.strictObject({ kind: z.literal('restart'), delay: whole }),
]);

export const inverseSchema: z.ZodType<Inverse> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('writes'), writes: z.array(writeSchema) }),
  z.strictObject({ kind: z.literal('nothing') }),
  z.strictObject({ kind: z.literal('irreversible'), why: z.enum(IRREVERSIBLE) }),
]);
