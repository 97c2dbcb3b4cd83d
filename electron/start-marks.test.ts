import { expect, it } from 'vitest';
import { startMarks } from './start-marks';

it('logs when each station of a start was reached, once', () => {
  const said: string[] = [];
  const mark = startMarks((what, detail) => said.push(`${what}: ${detail}`));
  mark('ready');
  mark('window');
  mark('answering');
  expect(said).toEqual([]);
  mark('painted');
  mark('painted');
  expect(said).toHaveLength(1);
  const times = said[0]?.match(/\d+/g)?.map(Number) ?? [];
  expect(said[0]?.replaceAll(/\d+/g, '1')).toBe('start: ready 1 ms, window 1 ms, painted 1 ms, answering 1 ms');
  expect(times[1]).toBeGreaterThanOrEqual(times[0] ?? Infinity);
  expect(times[2]).toBeGreaterThanOrEqual(times[1] ?? Infinity);
});
