import { describe, expect, it } from 'vitest';
import { isPrivate } from './exceptions';
import { podsCannotPingExternal } from './symptom';

const config = (exceptions: readonly string[]) => ({ 'cni-config': { winner: { path: 'a', exceptions }, files: [] } });
const pods = (...exceptions: readonly string[]) => ({
  'hns-endpoints': {
    endpoints: [
      { remote: true, containers: 0, exceptions: [] },
      { remote: false, containers: 2, exceptions },
    ],
  },
});
const broken = (problem: string | null) => ({ 'cni-config': { winner: null, files: [{ path: 'a', problem }] } });

const ROWS = [
  ['file', config([]), 'readable'],
  ['file', broken('comments'), 'unreadable'],
  ['file', { 'cni-config': { winner: null, files: [] } }, 'undecided'],
  ['excepted', config(['10.244.0.0/16', '10.96.0.0/12', '192.168.10.0/24']), 'none'],
  ['excepted', config(['10.244.0.0/16', '0.0.0.0/0']), 'some'],
  ['excepted', config(['8.8.8.8/32']), 'some'],
  ['excepted', config(['no range']), 'none'],
  ['pods-list', { ...config(['10.244.0.0/16']), ...pods('10.244.0.0/16', '203.0.113.0/24') }, 'older'],
  ['pods-list', { ...config(['10.244.0.0/16']), ...pods('10.244.0.0/16', '10.96.0.0/12') }, 'same'],
  ['pods-list', { ...config(['10.244.0.0/16']), ...pods() }, 'undecided'],
  ['same-address', { ...config(['10.0.0.0/16', '10.0.0.0/8']), 'os-build': { build: 17763 } }, 'twice'],
  ['same-address', { ...config(['10.0.0.0/16', '10.1.0.0/16']), 'os-build': { build: 17763 } }, 'once'],
  ['same-address', { ...config(['10.0.0.0/16', '10.0.0.0/8']), 'os-build': { build: 20348 } }, 'once'],
] as const;

describe('pods-cannot-ping-external', () => {
  it.each(ROWS)('%s over %j: %s', (name, evidence, answer) => {
    const decision = podsCannotPingExternal.steps[name]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });

  it.each([
    ['10.96.0.0/12', true],
    ['172.16.0.0/12', true],
    ['172.16.0.0/11', false],
    ['192.168.300.0/24', null],
    ['10.0.0.0/7', false],
    ['100.64.3.0/24', true],
    ['fd00::/8', null],
  ])('takes %s for private: %s', (range, expected) => expect(isPrivate(range)).toBe(expected));
});
