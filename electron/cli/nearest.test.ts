import { expect, it } from 'vitest';
import { nearest } from './nearest';

it.each([
  ['container-creatin', 'container-creating'],
  ['Local-NodePort', 'local-nodeport'],
  ['local_nodeport', 'local-nodeport'],
  ['something else', null],
  ['', null],
  ['x'.repeat(100_000), null],
])('what is nearest to %j is %j', (word, near) => {
  expect(nearest(word, ['container-creating', 'local-nodeport'])).toBe(near);
});
