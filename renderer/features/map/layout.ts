import dagre from '@dagrejs/dagre';
import type { Tree, TreeEdge, TreeNode } from './tree';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A node with its centre and its size, in pixels. */
export interface PlacedNode extends TreeNode, Point {
  readonly width: number;
  readonly height: number;
}

/** An edge with the points it goes through: from the right side of a node to the left side of another. */
interface PlacedEdge extends TreeEdge {
  readonly points: readonly Point[];
}

interface Layout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
}

const BOX = { width: 220, height: 60 };
const SMALL_BOX = { width: 56, height: 28 };
/** A small box stands at the left of its column, so that the line to it ends there and crosses no other box. */
const TO_THE_LEFT = (BOX.width - SMALL_BOX.width) / 2;

/** Places a tree from left to right. */
export function layout({ nodes, edges }: Tree): Layout {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 10, ranksep: 56, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, kind } of nodes)
    graph.setNode(id, { ...BOX, ...(kind === 'more' ? { height: SMALL_BOX.height } : {}) });
  for (const { from, to, answer } of edges) graph.setEdge(from, to, {}, answer);
  dagre.layout(graph);
  // What dagre has laid out: its own types leave labels open.
  const placed = new Map(nodes.map((node) => [node.id, place(node, graph.node(node.id) as typeof BOX & Point)]));
  const size = graph.graph() as { readonly width?: number; readonly height?: number };
  return {
    nodes: [...placed.values()],
    edges: edges.map((edge) => {
      const { points } = graph.edge({ v: edge.from, w: edge.to, name: edge.answer }) as { points: readonly Point[] };
      return { ...edge, points: fromSideToSide(placed.get(edge.from), points, placed.get(edge.to)) };
    }),
    width: size.width ?? 0,
    height: size.height ?? 0,
  };
}

function place(node: TreeNode, at: typeof BOX & Point): PlacedNode {
  const { x, y, width, height } = at;
  return node.kind === 'more' ? { ...node, x: x - TO_THE_LEFT, y, ...SMALL_BOX } : { ...node, x, y, width, height };
}

function fromSideToSide(from: PlacedNode | undefined, points: readonly Point[], to: PlacedNode | undefined) {
  if (!from || !to) return points;
  // Between neighbouring columns the only point in the middle is none that must be gone round.
  const between = points.length > 3 ? points.slice(1, -1) : [];
  return [{ x: from.x + from.width / 2, y: from.y }, ...between, { x: to.x - to.width / 2, y: to.y }];
}

/** The points as a line that leaves and arrives level. */
export function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let at = first;
  const parts = rest.map((to) => {
    const middle = (at.x + to.x) / 2;
    const part = `C${middle} ${at.y} ${middle} ${to.y} ${to.x} ${to.y}`;
    at = to;
    return part;
  });
  return `M${first.x} ${first.y}${parts.join('')}`;
}
