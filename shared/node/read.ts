import { z } from 'zod';
import { stableText } from './stable-text';
import type { ToolId } from './tools';

/** A condition of a `cim` read: the named property equals one of the values. Never a string in WQL. */
export type Where = Readonly<Record<string, readonly string[] | readonly number[]>>;

/** One read-only question to a node. Asking never changes the node, and a read never judges. */
export type Read =
  /** The shell itself: version, language mode, rights, bitness, code pages, cultures, clock. */
  | { readonly kind: 'shell' }
  /** Rows of scalars of a CIM class, all conditions of `where` met. */
  | {
      readonly kind: 'cim';
      readonly class: string;
      readonly namespace?: string;
      readonly where?: Where;
      readonly select: readonly string[];
    }
  /** Values of a registry key under HKLM, and with `subkeys` those of its direct children. */
  | { readonly kind: 'registry'; readonly path: string; readonly names?: readonly string[]; readonly subkeys?: boolean }
  /** A text file, or its last `tail` bytes. An absent file is an answer. */
  | { readonly kind: 'file'; readonly path: string; readonly tail?: number }
  /** The entries of a folder; `pattern` is a file name with `*` wildcards. An absent folder is an answer. */
  | { readonly kind: 'directory'; readonly path: string; readonly pattern?: string }
  /** A program of the fixed list, started without a shell. An absent program is an answer. */
  | { readonly kind: 'tool'; readonly tool: ToolId; readonly args: readonly string[] }
  /** Raw JSON of the Host Networking Service, version 1 schema. */
  | { readonly kind: 'hns'; readonly path: HnsPath }
  /** Events of a log by id, level and age: ids and properties, never message text. */
  | {
      readonly kind: 'events';
      readonly log: string;
      readonly provider?: string;
      readonly ids?: readonly number[];
      readonly levels?: readonly number[];
      /** How far back, in hours. */
      readonly hours: number;
      readonly max: number;
    }
  /** Listening and connected sockets of the node. */
  | { readonly kind: 'sockets' }
  /** TCP connections to `host:port` targets, side by side, each with the same limit. */
  | { readonly kind: 'connect'; readonly targets: readonly string[] }
  /** A TLS handshake with `host:port`, a GET of `path`, and what the chain says. `ca` is a PEM file or kubeconfig. */
  | { readonly kind: 'tls'; readonly target: string; readonly path: string; readonly ca?: string }
  /** Name look-ups, by the node's own servers or by a given one. */
  | { readonly kind: 'dns'; readonly names: readonly string[]; readonly server?: string }
  /** Public fields of the certificates in PEM files and kubeconfigs. Keys never leave the shell. */
  | { readonly kind: 'certificates'; readonly paths: readonly string[] }
  /** Firewall profiles and the enabled inbound rules that name one of the ports. */
  | { readonly kind: 'firewall'; readonly ports: readonly number[] }
  /** The history of Windows updates. */
  | { readonly kind: 'updates' };

export const HNS_PATHS = [
  '/networks',
  '/endpoints',
  '/policylists',
  '/namespaces',
  '/globals/version',
  '/portpools',
] as const;
export type HnsPath = (typeof HNS_PATHS)[number];

export type ReadKind = Read['kind'];

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const time = z.string();
const absent = z.strictObject({ exists: z.literal(false) });

const certificate = z.strictObject({
  /** Where it stands: a PEM file, or the field of a kubeconfig. */
  role: z.enum(['pem', 'client', 'authority', 'server']),
  subject: z.string(),
  issuer: z.string(),
  notBefore: time,
  notAfter: time,
  names: z.array(z.string()),
  thumbprint: z.string(),
});

/** A certificate's public fields. Times are ISO 8601 in UTC. */
export type Certificate = z.infer<typeof certificate>;

const connection = z.enum(['connected', 'refused', 'timed-out', 'unreachable', 'name-not-found', 'failed']);
/** What became of a TCP connection. */
export type Connection = z.infer<typeof connection>;

/** What each read answers. Times are ISO 8601 in UTC; sizes are bytes. */
export const answerSchemas = {
  shell: z.strictObject({
    version: z.string(),
    edition: z.enum(['Desktop', 'Core']),
    languageMode: z.string(),
    elevated: z.boolean(),
    process64: z.boolean(),
    os64: z.boolean(),
    ansiCodePage: z.string(),
    oemCodePage: z.string(),
    uiCulture: z.string(),
    culture: z.string(),
    timeZone: z.string(),
    utc: time,
    computerName: z.string(),
    hostName: z.string(),
    executionPolicy: z.array(z.string()),
    missingModules: z.array(z.string()),
  }),
  cim: z.strictObject({ rows: z.array(z.record(z.string(), scalar)) }),
  registry: z.union([
    absent,
    z.strictObject({
      exists: z.literal(true),
      values: z.record(z.string(), z.union([scalar, z.array(z.string())])),
      subkeys: z.array(
        z.strictObject({ name: z.string(), values: z.record(z.string(), z.union([scalar, z.array(z.string())])) }),
      ),
    }),
  ]),
  file: z.union([
    absent,
    z.strictObject({
      exists: z.literal(true),
      text: z.string(),
      length: z.number(),
      truncated: z.boolean(),
      encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be']),
      bom: z.boolean(),
      modified: time,
    }),
  ]),
  directory: z.union([
    absent,
    z.strictObject({
      exists: z.literal(true),
      entries: z.array(z.strictObject({ name: z.string(), folder: z.boolean(), length: z.number(), modified: time })),
    }),
  ]),
  tool: z.union([
    z.strictObject({ found: z.literal(false) }),
    z.strictObject({
      found: z.literal(true),
      path: z.string(),
      exit: z.number(),
      stdout: z.string(),
      stderr: z.string(),
      truncated: z.boolean(),
    }),
  ]),
  hns: z.strictObject({ json: z.string(), via: z.enum(['HNSCall', 'module', 'hnsdiag']) }),
  events: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.number(),
        level: z.number(),
        time,
        provider: z.string(),
        properties: z.array(z.string()),
      }),
    ),
  }),
  sockets: z.strictObject({
    listeners: z.array(
      z.strictObject({
        protocol: z.enum(['tcp', 'udp']),
        address: z.string(),
        port: z.number(),
        processId: z.number().nullable(),
      }),
    ),
    /** Local ports of established TCP connections. */
    connectionPorts: z.array(z.number()),
  }),
  connect: z.strictObject({
    results: z.array(z.strictObject({ target: z.string(), connection, milliseconds: z.number() })),
  }),
  tls: z.strictObject({
    addresses: z.array(z.string()),
    connection,
    /** Null where no handshake was reached. */
    handshake: z
      .strictObject({
        chain: z.array(certificate),
        /** Who vouches for the chain: the given authority, the platform's store, or nobody. */
        trustedBy: z.enum(['given-authority', 'platform', 'nobody']),
        /** .NET names: X509ChainStatusFlags and SslPolicyErrors. */
        problems: z.array(z.string()),
        /** Whether the certificate covers the name or address that was asked. */
        nameMatches: z.boolean(),
      })
      .nullable(),
    http: z.strictObject({ status: z.number(), date: time.nullable() }).nullable(),
    /** The shell's clock when the answer came. */
    utc: time,
    error: z.string().nullable(),
  }),
  dns: z.strictObject({
    results: z.array(
      z.strictObject({ name: z.string(), addresses: z.array(z.string()), error: z.string().nullable() }),
    ),
  }),
  certificates: z.strictObject({
    files: z.array(
      z.strictObject({
        path: z.string(),
        exists: z.boolean(),
        certificates: z.array(certificate),
        error: z.string().nullable(),
      }),
    ),
  }),
  firewall: z.strictObject({
    activeProfiles: z.number(),
    profiles: z.array(z.strictObject({ type: z.number(), on: z.boolean(), inbound: z.number() })),
    rules: z.array(
      z.strictObject({
        name: z.string(),
        action: z.number(),
        protocol: z.number(),
        ports: z.string(),
        profiles: z.number(),
      }),
    ),
  }),
  updates: z.strictObject({ rows: z.array(z.strictObject({ kb: z.string(), time, ok: z.boolean() })) }),
} as const satisfies Record<ReadKind, z.ZodType>;

/** The answer of a read of this kind. */
export type Answer<K extends ReadKind = ReadKind> = z.infer<(typeof answerSchemas)[K]>;

/** The answer of this read. */
export type AnswerOf<R extends Read> = Answer<R['kind']>;

/** The one text of a read: equal reads have equal keys. */
export function readKey(read: Read): string {
  return stableText(read);
}
