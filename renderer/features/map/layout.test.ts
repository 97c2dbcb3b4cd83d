import { expect, it } from 'vitest';
import { isSymptomId, symptoms } from '../../../shared/catalogue/symptoms';
import { winnow } from '../../../shared/engine/winnow';
import { viewOf } from '../../../shared/ipc/view-of';
import { EMPTY } from '../../../shared/session/reduce';
import { layout, type PlacedNode } from './layout';
import { compact, treeOf } from './tree';

const drawn = Object.keys(symptoms)
  .filter(isSymptomId)
  .map((id) => {
    const session = viewOf(winnow, { ...EMPTY, symptom: id }, id);
    return { id, ...layout(compact(treeOf(symptoms[id], session), new Set())) };
  });

const left = ({ x, width }: PlacedNode) => x - width / 2;

it('places no box over another', () => {
  const apart = (a: PlacedNode, b: PlacedNode) =>
    Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
  for (const { id, nodes } of drawn) {
    const over = nodes.flatMap((a, index) => nodes.slice(index + 1).filter((b) => !apart(a, b)));
    expect(over, id).toEqual([]);
  }
});

it('begins what stands for a branch beside the other boxes of its column, so that no line to it crosses one', () => {
  const branches = drawn.flatMap(({ nodes, edges }) =>
    nodes
      .filter(({ kind }) => kind === 'more')
      .map((more) => ({ more, nodes, line: edges.find(({ to }) => to === more.id) })),
  );
  expect(branches.length).toBeGreaterThan(10);
  for (const { more, nodes, line } of branches) {
    const [from, to] = [line?.points[0]?.x ?? 0, left(more)];
    expect(line?.points.at(-1)).toEqual({ x: to, y: more.y });
    expect(nodes.filter((node) => left(node) < to && left(node) + node.width > from)).toEqual([]);
  }
});
