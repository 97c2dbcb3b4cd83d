import type { Next, Symptom } from '../../../shared/catalogue/define';
import type { SessionView } from '../../../shared/ipc/view';
import type { VerdictKind } from '../../components/verdict-kind';

export interface TreeNode {
  readonly id: string;
  readonly kind: 'step' | 'cause' | 'ruled-out' | 'unknown' | 'symptom' | 'more';
  /** Step, cause or symptom id; of `more` the id of the node whose branches it stands for. */
  readonly what: string;
  /** On the way that was taken. */
  readonly lit: boolean;
  readonly mark: VerdictKind | null;
  /** How many nodes a `more` stands for; else 0. */
  readonly hidden: number;
}

export interface TreeEdge {
  readonly from: string;
  readonly to: string;
  readonly answer: string;
  readonly lit: boolean;
}

/** The tree of a symptom as a graph: its steps, where their answers lead, and how far a session went. */
export interface Tree {
  readonly nodes: readonly TreeNode[];
  readonly edges: readonly TreeEdge[];
}

/** The whole tree, with the path of a session lit and a verdict for what has one. */
export function treeOf(symptom: Symptom, session: SessionView): Tree {
  const nodes = new Map<string, TreeNode>();
  const edges: TreeEdge[] = [];
  const path = new Map(session.path.map((step) => [step.key, step]));
  const add = (node: TreeNode) => {
    const known = nodes.get(node.id);
    if (!known || (node.lit && !known.lit)) nodes.set(node.id, node);
  };
  const stepNode = (id: string): TreeNode => {
    const key = `${symptom.id}/${id}`;
    const taken = path.get(key);
    return { id: key, kind: 'step', what: id, lit: taken !== undefined, mark: markOfStep(taken), hidden: 0 };
  };
  for (const [id, step] of Object.entries(symptom.steps)) {
    const from = stepNode(id);
    add(from);
    const given = path.get(from.id)?.answer;
    for (const [answer, next] of [...Object.entries(step.answers), ['unsure', step.unsure] as const]) {
      const lit = given === answer;
      // "I don't know" mostly leads where another answer leads too: drawn only where it was taken.
      if (answer === 'unsure' && !lit) continue;
      const to = next.kind === 'go' ? stepNode(next.step) : leaf(next, lit, symptom.id, session);
      add(to);
      edges.push({ from: from.id, to: to.id, answer, lit });
    }
  }
  return { nodes: [...nodes.values()], edges };
}

function markOfStep(step: SessionView['path'][number] | undefined): VerdictKind | null {
  if (step?.proposal.kind === 'could-not-check') return 'could-not-check';
  return step && step.answer !== null ? null : 'unknown';
}

function leaf(next: Exclude<Next, { kind: 'go' }>, lit: boolean, symptom: string, session: SessionView): TreeNode {
  switch (next.kind) {
    case 'conclude': {
      const mark = markOfCause(next.cause, symptom, session);
      return { id: `cause:${next.cause}`, kind: 'cause', what: next.cause, lit, mark, hidden: 0 };
    }
    case 'symptom':
      return { id: `symptom:${next.symptom}`, kind: 'symptom', what: next.symptom, lit, mark: null, hidden: 0 };
    case 'ruled-out':
    case 'unknown':
      return { id: next.kind, kind: next.kind, what: next.kind, lit, mark: next.kind, hidden: 0 };
  }
}

function markOfCause(cause: string, symptom: string, { finding, ruledOut }: SessionView): VerdictKind {
  if (finding?.cause === cause && finding.symptom === symptom) return finding.verdict;
  return ruledOut.some((item) => item.cause === cause && item.symptom === symptom) ? 'ruled-out' : 'unknown';
}

/** Steps away from the path up to which a branch is drawn. */
const NEAR = 2;

/** The tree without what is far from the path and from the `opened` nodes: one node stands for each such branch. */
export function compact({ nodes, edges }: Tree, opened: ReadonlySet<string>): Tree {
  const next = new Map(nodes.map(({ id }) => [id, edges.filter(({ from }) => from === id).map(({ to }) => to)]));
  const shown = within(
    nodes.filter(({ id, lit }) => lit || opened.has(id)).map(({ id }) => id),
    NEAR,
    next,
  );
  const more = [...shown].flatMap((id): readonly TreeNode[] => {
    const far = (next.get(id) ?? []).filter((to) => !shown.has(to));
    const hidden = [...within(far, Infinity, next)].filter((to) => !shown.has(to)).length;
    return hidden === 0 ? [] : [{ id: `more:${id}`, kind: 'more', what: id, lit: false, mark: null, hidden }];
  });
  return {
    nodes: [...nodes.filter(({ id }) => shown.has(id)), ...more],
    edges: [
      ...edges.filter(({ from, to }) => shown.has(from) && shown.has(to)),
      ...more.map(({ id, what }) => ({ from: what, to: id, answer: 'more', lit: false })),
    ],
  };
}

/** What can be reached from these nodes in so many steps, these themselves included. */
function within(
  from: readonly string[],
  steps: number,
  next: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const found = new Set(from);
  let edge = from;
  for (let step = 0; step < steps && edge.length > 0; step += 1) {
    edge = edge.flatMap((id) => next.get(id) ?? []).filter((id) => !found.has(id));
    for (const id of edge) found.add(id);
  }
  return found;
}
