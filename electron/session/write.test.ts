import { expect, it } from 'vitest';
import type { Inverse } from '../../shared/node/write';
import { safeInverse } from './write';

function registry(value: string): Inverse {
  return { kind: 'writes', writes: [{ kind: 'registry', path: 'SOFTWARE\\Fake', name: 'Mode', value }] };
}

it('an undo that holds no secret is kept', () => {
  expect(safeInverse(registry('old'))).toEqual(registry('old'));
});

it.each(['password=hunter22', 'password=<removed>'])('an undo that would write back %s is none', (value) => {
  expect(safeInverse(registry(value))).toEqual({ kind: 'irreversible', why: 'unknown-before' });
});
