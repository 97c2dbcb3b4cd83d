import type { Fault } from '../faults/common';
import type { Release } from '../flavours/options';
import { healthyNode } from '../healthy';
import type { PracticeNode } from '../practice-node';
import type { Flavour, Language } from '../state';

/** A healthy node with a fault. */
interface FaultyNode {
  readonly id: string;
  /** The cause that its symptom's tree concludes; null where the symptom turns out to be something else, or cannot be checked. */
  readonly cause: string | null;
  readonly fault: Fault;
  readonly flavour: Flavour;
  readonly language: Language;
  readonly build: Release;
  /** What its operator knows and no probe can tell: answer ids by step. */
  readonly answers?: Readonly<Record<string, string>>;
}

export function faultyNodes(symptom: string, nodes: readonly FaultyNode[]): readonly PracticeNode[] {
  return nodes.map(({ id, cause, fault, flavour, language, build, answers }) => {
    const healthy = healthyNode(id, flavour, language, build);
    return {
      ...healthy,
      symptom,
      cause,
      state: () => fault(healthy.state()),
      otherLanguage: () => fault(healthy.otherLanguage()),
      ...(answers ? { answers } : {}),
    };
  });
}
