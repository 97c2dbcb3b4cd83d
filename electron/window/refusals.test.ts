import { expect, it, vi } from 'vitest';
import { onceEach } from './refusals';

it('tells the same refusal once', () => {
  const refused = vi.fn();
  const tell = onceEach(refused);
  tell('request', 'https://a.example/');
  tell('request', 'https://a.example/');
  tell('navigation', 'https://a.example/');
  expect(refused.mock.calls).toEqual([
    ['request', 'https://a.example/'],
    ['navigation', 'https://a.example/'],
  ]);
});

it('cuts what is long', () => {
  const refused = vi.fn();
  onceEach(refused)('request', 'x'.repeat(1_000_000));
  expect(refused).toHaveBeenCalledExactlyOnceWith('request', 'x'.repeat(200));
});

it('falls silent when there is no end to it', () => {
  const refused = vi.fn();
  const tell = onceEach(refused);
  for (let i = 0; i < 5000; i++) tell('request', `https://a.example/${i}`);
  expect(refused).toHaveBeenCalledTimes(100);
});
