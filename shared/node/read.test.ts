import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readKey } from './read';
import { stableText } from './stable-text';

it('gives differently ordered reads the same key', () => {
  expect(readKey({ kind: 'cim', class: 'C', where: { A: ['1'], B: [2] }, select: ['x', 'y'] })).toBe(
    readKey({ select: ['x', 'y'], where: { B: [2], A: ['1'] }, class: 'C', kind: 'cim' }),
  );
});

it('tells reads apart that differ in a value or in the order of a list', () => {
  expect(readKey({ kind: 'file', path: 'a' })).not.toBe(readKey({ kind: 'file', path: 'b' }));
  expect(readKey({ kind: 'dns', names: ['a', 'b'] })).not.toBe(readKey({ kind: 'dns', names: ['b', 'a'] }));
});

it('takes a missing option for an undefined one', () => {
  expect(stableText({ a: 1, b: undefined })).toBe(stableText({ a: 1 }));
});

it('writes equal values equally at any depth', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const turned = (item: unknown): unknown => {
        if (Array.isArray(item)) return item.map(turned);
        if (typeof item !== 'object' || item === null) return item;
        return Object.fromEntries(
          Object.entries(item)
            .reverse()
            .map(([name, inner]) => [name, turned(inner)]),
        );
      };
      expect(stableText(turned(value))).toBe(stableText(value));
    }),
  );
});
