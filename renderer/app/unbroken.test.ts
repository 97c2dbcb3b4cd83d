import { expect, it } from 'vitest';
import { searchable, unbroken } from './unbroken';

it('no line of Japanese ends between a number and its counter', () => {
  expect(unbroken({ a: ['連続した 64 ポートの空きブロックが 10 個以上'], b: '{seconds} 秒後に {path} へ' })).toEqual({
    a: ['連続した 64\u00a0ポートの空きブロックが 10\u00a0個以上'],
    b: '{seconds}\u00a0秒後に {path} へ',
  });
});

it('what is no number and counter breaks as before', () => {
  const text = 'Windows Server 2019 with Pod の 10.0.0.1 10.0.0.2';
  expect(unbroken(text)).toBe(text);
});

it('is found by what people type', () => {
  expect(searchable(unbroken('Pod が 10 個以上'))).toContain(searchable('POD が 10 個'));
});
