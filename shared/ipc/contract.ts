import { z } from 'zod';
import { GROUPS } from '../catalogue/define';
import { VERIFICATIONS } from '../engine/verify';
import { LIMITS } from '../node/limits';
import { IRREVERSIBLE } from '../node/write';
import { HIDDEN } from '../transcript/names';
import { checkViewSchema } from './check-view';
import { nodeFactsSchema } from './node-facts';
import { TROUBLES } from './troubles';
import { readViewSchema, RUN_STATUSES, sessionViewSchema } from './view';

/** Ids of the catalogue and of sessions: nothing that could be a path, a URL or script text. */
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const stepKey = z.string().regex(/^[a-z0-9-]{1,64}\/[a-zA-Z0-9-]{1,64}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const language = z.enum(['en', 'ja']);
const nothing = z.strictObject({});

/** An expected failure: `what` is a key of the texts, `detail` what was seen. */
const failure = z.strictObject({ kind: z.literal('failed'), what: z.enum(TROUBLES), detail: z.string() });
export type Failure = z.infer<typeof failure>;
const cancelled = z.strictObject({ kind: z.literal('cancelled') });
const done = z.union([z.strictObject({ kind: z.literal('done') }), failure]);

const settings = z.strictObject({
  language,
  theme: z.enum(['system', 'light', 'dark']),
  /** The PowerShell for the live node; `file` is a program that the person picks in a dialog of the system. */
  shell: z.enum(['system', 'windows', 'pwsh', 'file']),
});
export type Settings = z.infer<typeof settings>;

const node = z.strictObject({
  name: z.string(),
  kind: z.enum(['live', 'practice', 'bundle']),
  title: z.strictObject({ en: z.string(), ja: z.string() }),
  writable: z.boolean(),
  /** What cannot be asked or changed on it, by what its shell says of itself. */
  limits: z.array(z.enum(LIMITS)),
  /** What its own probes told; a session may know more. */
  facts: nodeFactsSchema,
});

const choice = z.strictObject({
  name: z.string(),
  title: z.strictObject({ en: z.string(), ja: z.string() }),
  /** What its operator sees; null: it is healthy. */
  symptom: z.string().nullable(),
  language,
  flavour: z.enum(['sdn-hostgw', 'kubeadm-vxlan', 'aks']),
  windows: z.string(),
});
/** A practice node that can be put on the desk. */
export type NodeChoice = z.infer<typeof choice>;

const card = z.strictObject({ id, group: z.enum(GROUPS), example: z.string() });

const app = z.strictObject({
  version: z.string(),
  /** The symptoms, in the order in which they are offered. */
  symptoms: z.array(card).readonly(),
  settings,
  /** The program that was picked as shell. */
  shellFile: z.string().nullable(),
  /** What went wrong with the settings, or with the node that the window was started for. */
  trouble: failure.nullable(),
  node,
  /** The folder that holds a folder for each session. */
  sessionsFolder: z.string(),
});
export type AppView = z.infer<typeof app>;

const sessionEntry = z.strictObject({
  id,
  symptom: z.string().nullable(),
  source: z.string(),
  started: z.string(),
  ended: z.boolean(),
  /** Why it cannot be read. */
  trouble: failure.nullable(),
});
export type SessionEntry = z.infer<typeof sessionEntry>;

const recognised = z.strictObject({
  symptoms: z.array(z.strictObject({ symptom: id, score: z.number(), matched: z.array(z.string()) })),
  codes: z.array(z.strictObject({ code: z.string(), name: z.string(), meaning: z.string() })),
});
export type Recognised = z.infer<typeof recognised>;

const preview = z.union([
  z.strictObject({
    kind: z.literal('writes'),
    remediation: id,
    /** Allows exactly one application of exactly this plan. */
    ticket: z.string(),
    lines: z.array(z.string()).readonly(),
    undoLines: z.array(z.string()).readonly(),
    irreversible: z.array(z.enum(IRREVERSIBLE)).readonly(),
    backup: z.array(z.string()).readonly(),
    risk: z.enum(['safe', 'disrupts-pods', 'destructive']),
    pods: z.array(z.string()).readonly().nullable(),
    seconds: z.number().nullable(),
    earlierRuns: z
      .array(z.strictObject({ at: z.string(), result: z.enum([...VERIFICATIONS, ...RUN_STATUSES]) }))
      .readonly(),
    /** Seconds after a run within which another one asks for more consent. */
    cooldown: z.number(),
    nodeName: z.string(),
  }),
  z.strictObject({ kind: z.literal('copy'), remediation: id, lines: z.array(z.string()).readonly() }),
  z.strictObject({ kind: z.literal('not-here'), remediation: id, why: z.string() }),
  failure,
]);
export type Preview = z.infer<typeof preview>;

const format = z.enum(['markdown', 'html', 'json', 'pdf', 'bundle']);
export type ExportFormat = z.infer<typeof format>;

/**
 * Every message that the window may send, with what it carries and what comes back. Both sides, the preload script and
 * the hostile-input tests are made from this value; there is no other channel.
 */
export const commands = {
  'app.view': { request: nothing, response: app },
  'app.settings': { request: settings, response: app },
  'app.use-node': {
    request: z.strictObject({ node: z.string().regex(/^(practice:[a-z0-9-]{1,64}|live)$/) }),
    response: z.union([app, failure]),
  },
  'app.nodes': { request: nothing, response: z.strictObject({ nodes: z.array(choice) }) },
  'app.open-bundle': { request: nothing, response: z.union([done, cancelled]) },
  'app.show-journal': { request: nothing, response: done },
  /** Starts Winnow once more as administrator, with the session that is open on this machine, and ends this one. */
  'app.restart-elevated': { request: nothing, response: done },
  'app.open-link': { request: z.strictObject({ link: id }), response: done },
  /** Free text, since it is what is pasted or copied; it is never interpreted. */
  'app.copy': { request: z.strictObject({ text: z.string().max(1_000_000) }), response: done },
  /** A bug in the page, for the log: free text, written down in one line without secrets, and nothing else. */
  'app.page-error': { request: z.strictObject({ detail: z.string().max(4000) }), response: done },
  'app.recognise': { request: z.strictObject({ text: z.string().max(5_000_000) }), response: recognised },
  'session.list': { request: nothing, response: z.strictObject({ sessions: z.array(sessionEntry) }) },
  'session.start': { request: z.strictObject({ symptom: id }), response: z.union([sessionViewSchema, failure]) },
  'session.resume': { request: z.strictObject({ session: id }), response: z.union([sessionViewSchema, failure]) },
  'session.view': { request: nothing, response: sessionViewSchema.nullable() },
  'session.answer': { request: z.strictObject({ step: stepKey, answer: id }), response: done },
  'session.settle': { request: z.strictObject({ step: stepKey }), response: done },
  'session.back': { request: z.strictObject({ step: stepKey }), response: done },
  'session.ask-again': { request: nothing, response: done },
  'session.cancel': { request: nothing, response: done },
  'session.close': { request: nothing, response: done },
  'check.view': { request: nothing, response: checkViewSchema },
  'check.start': { request: nothing, response: done },
  'check.cancel': { request: nothing, response: done },
  /** Walks all trees again over the same evidence; the node is not asked. */
  'check.answer': { request: z.strictObject({ step: stepKey, answer: id }), response: done },
  /** Compares with an earlier check; null: with none. */
  'check.compare': { request: z.strictObject({ with: id.nullable() }), response: done },
  /** The reads of a probe, in pages. */
  'evidence.reads': {
    request: z.strictObject({ probe: id, from: z.number().int().min(0) }),
    response: z.union([
      z.strictObject({ kind: z.literal('reads'), reads: z.array(readViewSchema), next: z.number().nullable() }),
      failure,
    ]),
  },
  'evidence.raw': {
    request: z.strictObject({ hash, offset: z.number().int().min(0) }),
    response: z.union([
      z.strictObject({ kind: z.literal('text'), text: z.string(), total: z.number(), next: z.number().nullable() }),
      failure,
    ]),
  },
  'remedy.preview': { request: z.strictObject({ remediation: id }), response: preview },
  'remedy.apply': {
    request: z.strictObject({ remediation: id, ticket: z.string().max(64), nodeName: z.string().max(64).nullable() }),
    response: done,
  },
  'remedy.undo': { request: z.strictObject({ run: z.number().int().min(0) }), response: done },
  'export.preview': {
    request: z.strictObject({ format, language }),
    response: z.union([
      z.strictObject({
        kind: z.literal('preview'),
        text: z.string(),
        /** Whether the file holds more than the text. */
        cut: z.boolean(),
        replaced: z.array(z.strictObject({ what: z.enum(HIDDEN), count: z.number() })),
        /** What must be said before this is handed out, in the window's language. */
        warning: z.string().nullable(),
      }),
      failure,
    ]),
  },
  'export.save': {
    request: z.strictObject({ format, language }),
    response: z.union([
      z.strictObject({ kind: z.literal('saved'), path: z.string(), size: z.number(), sha256: hash }),
      cancelled,
      failure,
    ]),
  },
  /** Shows the file that was saved last in its folder. */
  'export.show': { request: nothing, response: done },
} as const;

/** What the trusted side sends on its own. Each carries the whole view, so none can be missed for good. */
export const notices = {
  'session.changed': sessionViewSchema,
  'app.changed': app,
  'check.changed': checkViewSchema,
} as const;

export type CommandName = keyof typeof commands;
export type Request<C extends CommandName> = z.infer<(typeof commands)[C]['request']>;
export type Response<C extends CommandName> = z.infer<(typeof commands)[C]['response']>;
export type NoticeName = keyof typeof notices;
export type Notice<N extends NoticeName> = z.infer<(typeof notices)[N]>;

/** What the preload script puts into the page: one function a command, one subscription a notice. */
export interface WinnowApi {
  command<C extends CommandName>(name: C, request: Request<C>): Promise<Response<C>>;
  onNotice<N extends NoticeName>(name: N, listener: (notice: Notice<N>) => void): () => void;
}
