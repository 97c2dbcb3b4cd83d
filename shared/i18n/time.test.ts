import { expect, it } from 'vitest';
import { timeIn } from './time';

it('says a time in its zone, with the distance from UTC', () => {
  expect(timeIn('Asia/Tokyo')('2026-03-01T23:21:07.250Z')).toBe('2026-03-02 08:21:07 UTC+09:00');
  expect(timeIn('America/New_York')('2026-07-02T00:00:00+02:00')).toBe('2026-07-01 18:00:00 UTC-04:00');
});

it('names UTC where that is the zone', () => {
  expect(timeIn('UTC')('2026-03-02T00:21:07Z')).toBe('2026-03-02 00:21:07 UTC');
});

it('leaves alone what is no time', () => {
  for (const text of ['', 'Stopped', '2026-03-02', '2026-99-99T00:00:00Z', 'at 2026-03-02T00:21:07Z'])
    expect(timeIn('UTC')(text)).toBe(text);
});
