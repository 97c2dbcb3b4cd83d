import { expect, it } from 'vitest';
import { symptoms } from '../../../shared/catalogue/symptoms';
import { winnow } from '../../../shared/engine/winnow';
import { viewOf } from '../../../shared/ipc/view-of';
import { EMPTY } from '../../../shared/session/reduce';
import { compact, treeOf } from './tree';

const tree = symptoms['container-creating'];
const start = viewOf(winnow, { ...EMPTY, symptom: tree.id }, tree.id);
const whole = treeOf(tree, start);
const NONE: ReadonlySet<string> = new Set();

const more = (opened: ReadonlySet<string>) => compact(whole, opened).nodes.filter(({ kind }) => kind === 'more');

it('draws what is near the path, and one node for each branch beyond', () => {
  const near = compact(whole, NONE);
  expect(near.nodes.length).toBeLessThan(whole.nodes.length / 2);
  expect(near.nodes.filter(({ lit }) => lit).map(({ what }) => what)).toEqual([tree.first]);
  expect(more(NONE).length).toBeGreaterThan(0);
});

it('opens branch after branch until the whole tree is there', () => {
  const opened = new Set<string>();
  for (let branches = more(opened); branches.length > 0; branches = more(opened)) {
    for (const { what } of branches) opened.add(what);
  }
  expect(new Set(compact(whole, opened).nodes.map(({ id }) => id))).toEqual(new Set(whole.nodes.map(({ id }) => id)));
});

it('leads every edge to a node that is drawn', () => {
  const { nodes, edges } = compact(whole, NONE);
  const ids = new Set(nodes.map(({ id }) => id));
  expect(edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
});

it('gives a cause its verdict: found, ruled out, or not known yet', () => {
  const cause = Object.keys(tree.causes)[0] ?? '';
  const mark = (view: typeof start) => treeOf(tree, view).nodes.find(({ id }) => id === `cause:${cause}`)?.mark;
  expect(mark(start)).toBe('unknown');
  const ruledOut = [{ cause, symptom: tree.id, step: `${tree.id}/${tree.first}`, citations: [] }];
  expect(mark({ ...start, ruledOut })).toBe('ruled-out');
});
