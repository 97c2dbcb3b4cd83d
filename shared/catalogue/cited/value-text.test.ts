import { expect, it } from 'vitest';
import { timeIn } from '../../i18n/time';
import { valueText } from './value-text';

const time = timeIn('Asia/Tokyo');
const text = (value: string) => valueText('ja', { value, list: null }, time);

it('says yes, no and nothing in words, and a time in its zone', () => {
  expect([text('true'), text('false'), text('null')]).toEqual(['はい', 'いいえ', 'なし']);
  expect(text('2026-03-02T03:21:07Z')).toBe('2026-03-02 12:21:07 UTC+09:00');
  expect(text('Stopped')).toBe('Stopped');
});

it('says of a list how many there are and what the first are called', () => {
  const list = (count: number, first: readonly string[]) =>
    valueText('en', { value: '', list: { count, first } }, time);
  expect(list(0, [])).toBe('none');
  expect(list(2, ['a', 'b'])).toBe('2: a, b');
  expect(list(5, ['a', 'b', 'c'])).toBe('5: a, b, c, …');
});
