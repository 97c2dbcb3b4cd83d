import type { Decision, EvidenceOf, Hurts, Next, Plan, Remediation, Step, Symptom } from './define';
import type { ProbeId, probes } from './probes';

type EvidenceMap = { readonly [K in ProbeId]: EvidenceOf<(typeof probes)[K]> };
type Given<P extends ProbeId> = { readonly [K in P]: EvidenceMap[K] };
type Perhaps<P extends ProbeId> = { readonly [K in P]: EvidenceMap[K] | undefined };

interface StepDefinition<P extends ProbeId, O extends ProbeId, A extends string> {
  readonly probes: readonly P[];
  readonly also?: readonly O[];
  /** Missing where only a person can know. */
  readonly decide?: (evidence: Given<P> & Perhaps<O>) => Decision<NoInfer<A>>;
  readonly answers: Readonly<Record<A, Next>>;
  readonly unsure: Next;
}

/** A step whose `decide` is typed by its probes and bound to its declared answers. */
export function step<A extends string, P extends ProbeId = never, O extends ProbeId = never>(
  definition: StepDefinition<P, O, A>,
): Step {
  const { decide } = definition;
  return {
    probes: definition.probes,
    also: definition.also ?? [],
    // The engine hands over the evidence of exactly these probes.
    decide: (evidence) => (decide ? decide(evidence as Given<P> & Perhaps<O>) : { kind: 'undecided', citations: [] }),
    answers: definition.answers,
    unsure: definition.unsure,
  };
}

/** A symptom whose first step is one of its steps. */
export function defineSymptom<const S extends Readonly<Record<string, Step>>>(
  definition: Omit<Symptom, 'steps' | 'first'> & { readonly first: keyof S & string; readonly steps: S },
): Symptom {
  return definition;
}

interface RemediationDefinition<P extends ProbeId, O extends ProbeId> extends Omit<
  Remediation,
  'plan' | 'hurts' | 'probes' | 'also'
> {
  readonly probes: readonly P[];
  readonly also?: readonly O[];
  readonly plan: (evidence: Given<P> & Perhaps<O>) => Plan;
  readonly hurts: (evidence: Given<P> & Perhaps<O>) => Hurts;
}

/** A remediation whose plan is typed by its probes. */
export function defineRemediation<P extends ProbeId = never, O extends ProbeId = never>(
  definition: RemediationDefinition<P, O>,
): Remediation {
  const { plan, hurts, also, ...rest } = definition;
  return {
    ...rest,
    also: also ?? [],
    // The engine hands over the evidence of exactly these probes.
    plan: (evidence) => plan(evidence as Given<P> & Perhaps<O>),
    hurts: (evidence) => hurts(evidence as Given<P> & Perhaps<O>),
  };
}
