import type { CouldNotCheck, Outcome } from '../node/outcome';
import type { AnswerOf, Read } from '../node/read';
import type { Write } from '../node/write';

/** The reads of a probe, by a name of its own. */
export type Reads = Readonly<Record<string, Read>>;

/** The answers to `R`, name by name. */
export type Answers<R extends Reads> = { readonly [K in keyof R]: Outcome<AnswerOf<R[K]>> };

/** Other probes whose evidence this one goes by, by a name of its own. */
export type Needs = Readonly<Record<string, AnyProbe>>;

export type EvidenceOf<P> = P extends Probe<infer E> ? E : never;
/** What a probe is given of other probes: evidence of `needs`, and of `wants` where there is some. */
type Needed<N extends Needs, W extends Needs> = { readonly [K in keyof N]: EvidenceOf<N[K]> } & {
  readonly [K in keyof W]: EvidenceOf<W[K]> | undefined;
};

/** A domain question: which reads to make, and how their answers become typed evidence. */
export interface Probe<E> {
  readonly id: string;
  /** P01 to P44 of the trade's catalogue. */
  readonly code: string;
  /** `administrator`: without elevation some of its reads are refused. */
  readonly rights: 'none' | 'administrator';
  /** Limit of each of its reads, in milliseconds. */
  readonly limit: number;
  /** Without their evidence this probe could not check either. */
  readonly needs: Needs;
  /** Their evidence helps where there is some. */
  readonly wants: Needs;
  /** What to ask, given the evidence of `needs` and `wants`; or why there is nothing to ask on this node. */
  reads(needed: Readonly<Record<string, unknown>>): Reads | CouldNotCheck;
  /** Evidence from answers. Throws `CannotInterpret`, by `must` and `badAnswer`; never guesses. */
  interpret(answers: Readonly<Record<string, Outcome<unknown>>>, needed: Readonly<Record<string, unknown>>): E;
}

// The evidence of a probe whose type is not known here.
export type AnyProbe = Probe<unknown>;

interface ProbeDefinition<N extends Needs, W extends Needs, R extends Reads, E> {
  readonly id: string;
  readonly code: string;
  readonly rights: 'none' | 'administrator';
  readonly limit: number;
  readonly needs?: N;
  readonly wants?: W;
  readonly reads: (needed: Needed<N, W>) => R | CouldNotCheck;
  readonly interpret: (answers: Answers<R>, needed: Needed<N, W>) => E;
}

/** A probe, its answers typed by its reads and its evidence by what `interpret` returns. */
export function defineProbe<const N extends Needs, const W extends Needs, const R extends Reads, E>(
  definition: ProbeDefinition<N, W, R, E>,
): Probe<E> {
  const { needs, wants, reads, interpret, ...rest } = definition;
  return {
    ...rest,
    needs: needs ?? {},
    wants: wants ?? {},
    // The engine hands back the evidence of other probes and the parsed answers of `reads` under the same names.
    reads: (needed) => reads(needed as Needed<N, W>),
    interpret: (answers, needed) => interpret(answers as Answers<R>, needed as Needed<N, W>),
  };
}

/** Seconds as the milliseconds that limits are given in. */
export function seconds(count: number): number {
  return count * 1000;
}

/** A place in the evidence of a probe: a JSON pointer that must lead to a value. */
export interface Citation {
  readonly probe: string;
  readonly pointer: string;
}

export type Citations = readonly [Citation, ...Citation[]];

/** What the machine makes of the evidence of a step. */
export type Decision<A extends string> =
  | { readonly kind: 'because'; readonly answer: A; readonly citations: Citations }
  /** Two observations exclude each other: a person must look. */
  | { readonly kind: 'contradiction'; readonly citations: readonly [Citation, Citation, ...Citation[]] }
  /** The evidence does not tell; what was looked at all the same. */
  | { readonly kind: 'undecided'; readonly citations: readonly Citation[] };

export function cite(probe: string, pointer: string): Citation {
  return { probe, pointer };
}

export function because<const A extends string>(answer: A, ...citations: Citations): Decision<A> {
  return { kind: 'because', answer, citations };
}

export function contradiction(...citations: readonly [Citation, Citation, ...Citation[]]): Decision<never> {
  return { kind: 'contradiction', citations };
}

export function undecided(...citations: readonly Citation[]): Decision<never> {
  return { kind: 'undecided', citations };
}

export type Certainty = 'confirmed' | 'likely';

/** Where an answer leads. */
export type Next =
  | { readonly kind: 'go'; readonly step: string }
  /** On to a step of another symptom. */
  | { readonly kind: 'symptom'; readonly symptom: string; readonly step: string }
  /** A cause of this symptom, or of the symptom it was found in. */
  | { readonly kind: 'conclude'; readonly cause: string; readonly verdict: Certainty }
  /** This symptom is not there: nothing of what it can come from was found. */
  | { readonly kind: 'ruled-out' }
  /** Nothing more can be said here. */
  | { readonly kind: 'unknown' };

export function goTo(step: string): Next {
  return { kind: 'go', step };
}

export function continueAt(symptom: string, step: string): Next {
  return { kind: 'symptom', symptom, step };
}

export function conclude(cause: string, verdict: Certainty): Next {
  return { kind: 'conclude', cause, verdict };
}

export const ruledOut: Next = { kind: 'ruled-out' };
export const unknown: Next = { kind: 'unknown' };

/** A node of a tree: one question, its answers and where they lead. */
export interface Step {
  /** Probes that must have evidence before the machine decides; empty where only a person knows. */
  readonly probes: readonly string[];
  /** Probes that help where they have evidence. */
  readonly also: readonly string[];
  /** Pure. Evidence of `probes` is there, that of `also` may be undefined. */
  decide(evidence: Readonly<Record<string, unknown>>): Decision<string>;
  readonly answers: Readonly<Record<string, Next>>;
  /** Where "I don't know" leads. */
  readonly unsure: Next;
}

/** A named cause. */
export interface Cause {
  readonly remediations: readonly string[];
  /** A permanent limitation: nothing is broken, nothing is offered to mend it. */
  readonly byDesign?: true;
  /** Causes that are only its consequences. */
  readonly explains?: readonly string[];
  /** Probes that have no answer as long as it lasts. */
  readonly silences?: readonly string[];
}

/** A pattern of pasted text that points to a symptom. Weight 1 is a hint, 10 can mean nothing else. */
export interface Pattern {
  readonly pattern: RegExp;
  /** What must stand in the same sentence; in the words of people, not in those of a program. */
  readonly and?: readonly RegExp[];
  readonly weight: number;
}

export const GROUPS = ['pods', 'services', 'node', 'control-plane'] as const;
export type Group = (typeof GROUPS)[number];

/** What the operator sees: the entry of one tree. */
export interface Symptom {
  readonly id: string;
  /** S01 to S23 of the source page. */
  readonly code: string;
  /** The heading's anchor on the source page, to the letter. */
  readonly anchor: string;
  readonly group: Group;
  /** A typical message, in its own words. */
  readonly example: string;
  readonly recognise: readonly Pattern[];
  readonly first: string;
  readonly steps: Readonly<Record<string, Step>>;
  readonly causes: Readonly<Record<string, Cause>>;
  /** Commands of the source page that must not be run as they stand; the texts say why, by the same ids. */
  readonly pageCommands?: Readonly<Record<string, PageCommand>>;
}

/** A command as the source page shows it, to the letter, and the lines that do what was meant without the harm. */
export interface PageCommand {
  readonly command: string;
  /** Empty where nothing takes its place: the texts say what to do instead. */
  readonly instead: readonly string[];
}

export type Risk = 'safe' | 'disrupts-pods' | 'destructive' | 'copy-text';

/** Who is hurt by a remediation, and for how long. */
export interface Hurts {
  /** Names of pods as namespace/name; null where it is not known. */
  readonly pods: readonly string[] | null;
  /** At most this many seconds; null where it is not known. */
  readonly seconds: number | null;
}

/** What a remediation would do on this node. */
export type Plan =
  | { readonly kind: 'writes'; readonly writes: readonly [Write, ...Write[]] }
  /** Lines to be run elsewhere, with the values of this node in them. */
  | { readonly kind: 'copy'; readonly lines: readonly [string, ...string[]] }
  /** It does not fit this node; `why` is a key of the remediation's texts. */
  | { readonly kind: 'not-here'; readonly why: string };

/** An ordered plan of writes computed from evidence. */
export interface Remediation {
  readonly id: string;
  readonly risk: Risk;
  /** Probes whose evidence `plan` and `hurts` need. */
  readonly probes: readonly string[];
  /** Probes that help where they have evidence. */
  readonly also: readonly string[];
  plan(evidence: Readonly<Record<string, unknown>>): Plan;
  hurts(evidence: Readonly<Record<string, unknown>>): Hurts;
  /** Seconds within which it is not offered a second time without a warning. */
  readonly cooldown: number;
  /**
   * Seconds after which its probes are asked a second time, before anything is written. What is taken for unused must
   * be unused in both samples: where a write is no longer part of the second plan, nothing is written.
   */
  readonly resample?: number;
}
