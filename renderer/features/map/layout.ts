import dagre from '@dagrejs/dagre';
import type { Symptom } from '../../../shared/catalogue/define';
import type { SessionView } from '../../../shared/ipc/view';

export interface MapNode {
  readonly id: string;
  readonly kind: 'step' | 'cause' | 'ruled-out' | 'unknown' | 'symptom';
  /** Step, cause or symptom id. */
  readonly what: string;
  readonly lit: boolean;
  readonly x: number;
  readonly y: number;
}

export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly answer: string;
  readonly lit: boolean;
  readonly points: ReadonlyArray<{ readonly x: number; readonly y: number }>;
}

export interface MapLayout {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  readonly width: number;
  readonly height: number;
}

export const BOX = { width: 240, height: 56 } as const;

/** Places the tree of a symptom from left to right, with the path of a session lit. */
export function layout(symptom: Symptom, session: SessionView): MapLayout {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 12, ranksep: 64, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  const nodes = new Map<string, Omit<MapNode, 'x' | 'y'>>();
  const edges: Array<Omit<MapEdge, 'points'>> = [];
  const given = new Map(session.path.map((step) => [step.key, step.answer]));
  const add = (node: Omit<MapNode, 'x' | 'y'>) => {
    const known = nodes.get(node.id);
    if (known && (known.lit || !node.lit)) return;
    nodes.set(node.id, node);
    graph.setNode(node.id, { width: BOX.width, height: BOX.height });
  };
  for (const [id, step] of Object.entries(symptom.steps)) {
    const key = `${symptom.id}/${id}`;
    add({ id: key, kind: 'step', what: id, lit: given.has(key) });
    for (const [answer, next] of [...Object.entries(step.answers), ['unsure', step.unsure] as const]) {
      const lit = given.get(key) === answer;
      // "I don't know" mostly leads where another answer leads too: drawn only where it was taken.
      if (answer === 'unsure' && !lit) continue;
      const target =
        next.kind === 'go'
          ? {
              id: `${symptom.id}/${next.step}`,
              kind: 'step' as const,
              what: next.step,
              lit: given.has(`${symptom.id}/${next.step}`),
            }
          : next.kind === 'conclude'
            ? { id: `cause:${next.cause}`, kind: 'cause' as const, what: next.cause, lit }
            : next.kind === 'symptom'
              ? { id: `symptom:${next.symptom}`, kind: 'symptom' as const, what: next.symptom, lit }
              : { id: next.kind, kind: next.kind, what: next.kind, lit };
      add(target);
      edges.push({ from: key, to: target.id, answer, lit });
      graph.setEdge(key, target.id, {}, answer);
    }
  }
  dagre.layout(graph);
  // What dagre has laid out: its own types leave labels open.
  const placeOf = (id: string) => graph.node(id) as { readonly x: number; readonly y: number };
  const pointsOf = (edge: Omit<MapEdge, 'points'>) =>
    (graph.edge({ v: edge.from, w: edge.to, name: edge.answer }) as { readonly points: MapEdge['points'] }).points;
  const size = graph.graph() as { readonly width?: number; readonly height?: number };
  return {
    nodes: [...nodes.values()].map((node) => ({ ...node, x: placeOf(node.id).x, y: placeOf(node.id).y })),
    edges: edges.map((edge) => ({ ...edge, points: pointsOf(edge) })),
    width: size.width ?? 0,
    height: size.height ?? 0,
  };
}
