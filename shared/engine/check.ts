import type { Citation } from '../catalogue/define';
import type { Reason } from '../node/outcome';
import { stableText } from '../node/stable-text';
import { type Catalogue, lookUp, splitStepKey } from './catalogue';
import { citedValue, type Evidence } from './evidence';
import { type Unattended, walkUnattended } from './unattended';
import type { Finding, RuledOut, Walk } from './walk';

/** A place in evidence with what stood there. */
export interface CitedValue extends Citation {
  readonly value: unknown;
}

/** A cause that a check came to. */
export interface CheckedCause extends Pick<
  Finding,
  'symptom' | 'cause' | 'verdict' | 'by' | 'byDesign' | 'remediations'
> {
  readonly citations: readonly CitedValue[];
  /** It is explained by another finding of this check. */
  readonly follows: boolean;
}

/** A probe without an answer, and why. */
export interface Unchecked {
  readonly probe: string;
  readonly reason: Reason;
  readonly detail: string;
}

/** What all trees say over the same evidence. */
export interface Check {
  /** Each cause once, those that explain others first. */
  readonly findings: readonly CheckedCause[];
  readonly ruledOut: ReadonlyArray<Pick<RuledOut, 'symptom' | 'cause'> & { readonly citations: readonly CitedValue[] }>;
  readonly notChecked: readonly Unchecked[];
  /** Steps at which a person was missing, and whose answer may matter before anything is mended. */
  readonly needsAnswer: readonly string[];
  /** Every tree came to its end and found nothing. */
  readonly clean: boolean;
}

/** The probes that any step of any tree looks at. */
export function allProbes(catalogue: Catalogue): readonly string[] {
  const steps = Object.values(catalogue.symptoms).flatMap((symptom) => Object.values(symptom.steps));
  return [...new Set(steps.flatMap(({ probes, also }) => [...probes, ...also]))];
}

/** Walks every tree over evidence that is complete, with what a person answered, by step. */
export function checkOf(catalogue: Catalogue, evidence: Evidence, answers: Readonly<Record<string, string>>): Check {
  const done = Object.keys(catalogue.symptoms).map((id) => walkUnattended(catalogue, id, evidence, answers));
  const walks = done.map(({ walk }) => walk);
  const found = walks.flatMap(({ end }) => (end.kind === 'finding' ? [end.finding] : []));
  const follows = ({ cause }: Finding) => found.some(({ explains }) => explains.includes(cause));
  const rank = (finding: Finding) => (follows(finding) ? 2 : 0) + (finding.verdict === 'confirmed' ? 0 : 1);
  const silent = new Set(
    found
      .flatMap(({ symptom, cause }) => lookUp(lookUp(catalogue.symptoms, symptom).causes, cause).silences ?? [])
      .filter((probe) => evidence[probe]?.kind === 'could-not-check'),
  );
  const cited = citing(evidence);
  const findings = distinct(found, causeName).sort((a, b) => rank(a) - rank(b));
  const names = new Set(findings.map(causeName));
  const excluded = distinct(
    walks.flatMap(({ ruledOut }) => ruledOut),
    causeName,
  ).filter((cause) => !names.has(causeName(cause)));
  return {
    findings: findings.map((finding) => {
      const { symptom, cause, verdict, by, byDesign, remediations, citations } = finding;
      const values = citations.map(cited);
      return { symptom, cause, verdict, by, byDesign, remediations, citations: values, follows: follows(finding) };
    }),
    ruledOut: excluded.map(({ symptom, cause, citations }) => ({ symptom, cause, citations: citations.map(cited) })),
    notChecked: distinct(
      walks.flatMap((walk) => notChecked(walk, evidence)),
      ({ probe }) => probe,
    ),
    needsAnswer: [...new Set(done.flatMap((each) => openQuestions(catalogue, each, silent)))],
    clean: walks.every(({ end }) => end.kind === 'ruled-out'),
  };
}

function probesOf({ symptoms }: Catalogue, key: string): readonly string[] {
  const { symptom, step } = splitStepKey(key);
  const { probes, also } = lookUp(lookUp(symptoms, symptom).steps, step);
  return [...probes, ...also];
}

/**
 * The steps of a tree that wait for a person. One that came to its end without anybody waits for nobody; nor does what
 * lies behind a question that the node will answer by itself once a cause that was found is mended.
 */
function openQuestions(
  catalogue: Catalogue,
  { walk, needsAnswer }: Unattended,
  silent: ReadonlySet<string>,
): readonly string[] {
  if (walk.end.kind === 'ruled-out') return [];
  const waits = (key: string) => probesOf(catalogue, key).some((probe) => silent.has(probe));
  const from = needsAnswer.findIndex(waits);
  return from < 0 ? needsAnswer : needsAnswer.slice(0, from);
}

/** The probes without an answer that matter to a walk: those on its path, and all that were refused or failed. */
export function notChecked(current: Walk, evidence: Evidence): readonly Unchecked[] {
  const onPath = new Set(
    current.path.flatMap(({ proposal }) =>
      proposal.kind === 'could-not-check' ? proposal.probes.map(({ probe }) => probe) : [],
    ),
  );
  return Object.entries(evidence).flatMap(([probe, outcome]) =>
    outcome.kind === 'could-not-check' && (onPath.has(probe) || outcome.reason !== 'not-applicable')
      ? [{ probe, reason: outcome.reason, detail: outcome.detail }]
      : [],
  );
}

type Comparable = Pick<CheckedCause, 'symptom' | 'cause' | 'verdict' | 'citations'>;

/** What differs between two checks of the same node. */
export interface CheckComparison<A extends Comparable, B extends Comparable> {
  readonly fresh: readonly B[];
  readonly gone: readonly A[];
  /** The same cause with another verdict or other values. */
  readonly changed: ReadonlyArray<{ readonly before: A; readonly after: B }>;
}

/** Compares the findings of two checks. */
export function compareChecks<A extends Comparable, B extends Comparable>(
  before: readonly A[],
  after: readonly B[],
): CheckComparison<A, B> {
  const old = new Map(before.map((finding) => [causeName(finding), finding]));
  const now = new Map(after.map((finding) => [causeName(finding), finding]));
  return {
    fresh: after.filter((finding) => !old.has(causeName(finding))),
    gone: before.filter((finding) => !now.has(causeName(finding))),
    changed: after.flatMap((finding) => {
      const was = old.get(causeName(finding));
      return was && told(was) !== told(finding) ? [{ before: was, after: finding }] : [];
    }),
  };
}

function told({ verdict, citations }: Comparable): string {
  const places = citations.map(({ probe, pointer, value }) => ({ probe, pointer, value }));
  return stableText(JSON.parse(JSON.stringify({ verdict, places })));
}

function citing(evidence: Evidence): (citation: Citation) => CitedValue {
  return ({ probe, pointer }) => ({ probe, pointer, value: citedValue(evidence, { probe, pointer }) });
}

/** The name of a cause across all trees. */
export function causeName({ symptom, cause }: { readonly symptom: string; readonly cause: string }): string {
  return `${symptom}/${cause}`;
}

/** The first of each name. */
function distinct<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [nameOf(item), item] as const).reverse()).values()].reverse();
}
