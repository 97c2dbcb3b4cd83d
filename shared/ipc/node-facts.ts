import { z } from 'zod';
import type { Evidence } from '../engine/evidence';
import { REASONS } from '../node/outcome';

const known = z.strictObject({ kind: z.literal('known'), value: z.string() });
const unknown = z.union([
  z.strictObject({ kind: z.literal('not-asked') }),
  z.strictObject({ kind: z.literal('could-not-check'), reason: z.enum(REASONS) }),
]);
const fact = z.union([known, unknown]);
const rights = z.union([z.strictObject({ kind: z.literal('known'), elevated: z.boolean() }), unknown]);

/** One thing about a node: known from evidence, or why it is not. */
export type Fact = z.infer<typeof fact>;

/** What is known of a node, each from the evidence of one probe. */
export const nodeFactsSchema = z.strictObject({
  name: fact,
  windows: fact,
  kubernetes: fact,
  runtime: fact,
  cni: fact,
  rights,
});
export type NodeFacts = z.infer<typeof nodeFactsSchema>;

/** The probes that tell what node this is: cheap, read-only, and all that is asked without a symptom. */
export const NODE_PROBES = ['ps-host', 'os-build', 'cni-config', 'node-object'] as const;

// Only what is shown; evidence is data until it is parsed.
const hostShape = z.looseObject({ elevated: z.boolean() });
const buildShape = z.looseObject({ hostName: z.string(), product: z.string(), build: z.number(), ubr: z.number() });
const plugin = z.looseObject({ type: z.string() });
const cniShape = z.looseObject({
  winner: z.looseObject({ name: z.string().nullable(), plugins: z.array(plugin) }).nullable(),
});
const nodeShape = z.looseObject({ kubelet: z.string(), runtime: z.string() });

type Unknown = z.infer<typeof unknown>;

/** What the evidence so far tells of the node. */
export function nodeFactsOf(evidence: Evidence): NodeFacts {
  const build = look(evidence, 'os-build', buildShape);
  const node = look(evidence, 'node-object', nodeShape);
  const cni = look(evidence, 'cni-config', cniShape);
  const host = look(evidence, 'ps-host', hostShape);
  return {
    name: told(build, ({ hostName }) => hostName),
    windows: told(build, ({ product, build: number, ubr }) => `${product} (${number}.${ubr})`),
    kubernetes: told(node, ({ kubelet }) => kubelet),
    runtime: told(node, ({ runtime }) => runtime.replace('://', ' ')),
    cni: told(cni, ({ winner }) => winner?.plugins[0]?.type ?? winner?.name ?? null),
    rights: host.kind === 'seen' ? { kind: 'known', elevated: host.value.elevated } : host,
  };
}

type Seen<T> = { readonly kind: 'seen'; readonly value: T } | Unknown;

function look<T>(evidence: Evidence, probe: (typeof NODE_PROBES)[number], shape: z.ZodType<T>): Seen<T> {
  const outcome = Object.hasOwn(evidence, probe) ? evidence[probe] : undefined;
  if (!outcome) return { kind: 'not-asked' };
  if (outcome.kind === 'could-not-check') return { kind: 'could-not-check', reason: outcome.reason };
  const parsed = shape.safeParse(outcome.value);
  return parsed.success ? { kind: 'seen', value: parsed.data } : { kind: 'could-not-check', reason: 'bad-answer' };
}

function told<T>(seen: Seen<T>, value: (seen: T) => string | null): Fact {
  if (seen.kind !== 'seen') return seen;
  const text = value(seen.value);
  return text === null ? { kind: 'could-not-check', reason: 'missing' } : { kind: 'known', value: text };
}
