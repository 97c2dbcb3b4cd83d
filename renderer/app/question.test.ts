import { expect, it } from 'vitest';
import { choicesOf } from './question';

const keysOf = (answers: readonly string[], yes: string | null) =>
  choicesOf({ answers: [...answers], yes }).map(({ key }) => key);

it('gives a yes and a no their letters, the yes first', () => {
  expect(choicesOf({ answers: ['gone', 'there'], yes: 'there' })).toEqual([
    { answer: 'there', key: 'Y' },
    { answer: 'gone', key: 'N' },
  ]);
  expect(keysOf(['due', 'not-due'], 'due')).toEqual(['Y', 'N']);
});

it('gives numbers where the answers are not a yes and a no, up to the ninth', () => {
  expect(keysOf(['short', 'long'], null)).toEqual(['1', '2']);
  expect(keysOf('a b c d e f g h i j k'.split(' '), null)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
    null,
    null,
  ]);
});
