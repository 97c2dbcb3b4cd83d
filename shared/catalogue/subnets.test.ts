import { describe, expect, it } from 'vitest';
import { firstHost, within } from './subnets';

describe('subnets', () => {
  it.each([
    ['10.244.4.1/24', '10.244.4.0/24', true],
    ['10.244.4.2', '10.244.4.0/24', true],
    ['10.244.40.1', '10.244.4.0/24', false],
    ['10.244.4.0/24', '10.244.4.0/25', false],
    ['10.244.4.129', '10.244.4.0/25', false],
    ['200.1.2.3', '0.0.0.0/0', true],
    ['fd00::1', '10.244.4.0/24', null],
    ['10.244.4.1', '10.244.4.0/33', null],
    ['10.244.4.256', '10.244.4.0/24', null],
  ])('%s within %s: %s', (inner, outer, answer) => {
    expect(within(inner, outer)).toBe(answer);
  });

  it.each([
    ['10.244.4.0/24', '10.244.4.1/24'],
    ['10.244.4.128/25', '10.244.4.129/25'],
    ['200.255.0.0/16', '200.255.0.1/16'],
    ['', null],
    ['10.0.0.0/31', null],
  ])('the first host of %j is %s', (subnet, host) => {
    expect(firstHost(subnet)).toBe(host);
  });
});
