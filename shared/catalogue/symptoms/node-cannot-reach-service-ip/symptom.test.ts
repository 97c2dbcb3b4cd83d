import { describe, expect, it } from 'vitest';
import { nodeCannotReachServiceIp } from './symptom';

const reach = (...results: ReadonlyArray<readonly [role: string, connection: string | null]>) => ({
  'peer-reach': { results: results.map(([role, connection]) => ({ role, connection })) },
});

const ROWS = [
  ['backend', reach(['backend', 'connected']), 'reached'],
  ['backend', reach(['backend', 'timed-out'], ['backend', 'refused']), 'reached'],
  ['backend', reach(['backend', 'timed-out']), 'not-reached'],
  ['backend', reach(['node-port', 'connected']), 'undecided'],
  ['backend', reach(['backend', null]), 'undecided'],
  ['backend-unconfirmed', reach(['backend', 'connected']), 'reached'],
  ['backend-unconfirmed', reach(['backend', 'timed-out']), 'not-reached'],
  [
    'entries',
    {
      'cluster-services': { services: [], backends: null, count: 0 },
      'hns-loadbalancers': { loadBalancers: [], count: 0 },
    },
    'complete',
  ],
] as const;

describe('node-cannot-reach-service-ip', () => {
  it.each(ROWS)('%s over %j: %s', (name, evidence, answer) => {
    const decision = nodeCannotReachServiceIp.steps[name]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });

  it('offers nothing to mend', () => {
    expect(nodeCannotReachServiceIp.causes['service-ip-by-design']).toEqual({ remediations: [], byDesign: true });
  });
});
