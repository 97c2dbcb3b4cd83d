import { describe, expect, it } from 'vitest';
import type { Decision } from '../../define';
import { symptomTextSchema } from '../../texts';
import { nodeportAfterScaleDown } from './symptom';
import en from './text.en.json';
import ja from './text.ja.json';

type Evidence = Readonly<Record<string, unknown>>;

const answerOf = (decision: Decision<string>) => (decision.kind === 'because' ? decision.answer : decision.kind);

function ask(name: string, evidence: Evidence): string {
  const step = nodeportAfterScaleDown.steps[name];
  if (!step) throw new Error(`no step ${name}`);
  return answerOf(step.decide(evidence));
}

const endpoint = (change: Evidence) => ({
  id: 'e',
  remote: false,
  state: 3,
  network: 'vxlan0',
  containers: 2,
  ...change,
});
const host = endpoint({ id: 'host', state: 2, containers: 0 });
const remote = endpoint({ id: 'remote', state: 1, remote: true, containers: 0 });
const networks = {
  networks: [
    { name: 'nat', type: 'nat' },
    { name: 'vxlan0', type: 'overlay' },
  ],
};

describe('nodeport-after-scale-down', () => {
  it.each([
    ['a Pod', [host, endpoint({})], 2, 'some'],
    ['a Pod under dockerd', [endpoint({ state: 2 })], 1, 'some'],
    ['only HostProcess Pods', [host, remote], 0, 'none'],
    ['a container on the nat network', [endpoint({ network: 'nat' })], 0, 'none'],
    ['Pods without endpoints', [host], 2, 'lost'],
    ['endpoints without Pods', [endpoint({})], 0, 'undecided'],
  ])('local-pods: %s', (_, endpoints, localRunning, answer) => {
    expect(
      ask('local-pods', { 'hns-endpoints': { endpoints }, 'hns-networks': networks, 'pods-here': { localRunning } }),
    ).toBe(answer);
  });

  it('local-pods: decides by HNS alone where the cluster cannot be asked', () => {
    expect(ask('local-pods', { 'hns-endpoints': { endpoints: [host] } })).toBe('none');
    expect(ask('local-pods', { 'hns-endpoints': { endpoints: [endpoint({})] } })).toBe('some');
  });

  it('needed: answers itself of a cordoned node, and of no other', () => {
    expect(ask('needed', { 'node-object': { unschedulable: true } })).toBe('drained');
    expect(ask('needed', { 'node-object': { unschedulable: false } })).toBe('undecided');
  });

  it.each([
    ['a NodePort with remote Pods', { nodePort: true, endpoints: ['remote'] }, 'remote'],
    ['a cluster IP with remote Pods', { nodePort: false, endpoints: ['remote'] }, 'no-remote'],
    ['stale references', { nodePort: true, endpoints: ['gone'] }, 'no-remote'],
  ])('backends: %s', (_, balancer, answer) => {
    expect(
      ask('backends', {
        'hns-loadbalancers': { loadBalancers: [balancer] },
        'hns-endpoints': { endpoints: [host, remote] },
      }),
    ).toBe(answer);
  });

  it.each([
    [17763, 'known'],
    [20348, 'newer'],
    [26100, 'newer'],
  ])('build: %i', (build, answer) => {
    const evidence = { 'os-build': { build }, 'hns-endpoints': { localPodEndpoints: 0 } };
    expect(ask('build', { ...evidence, 'pods-here': { localRunning: 0 } })).toBe(answer);
    expect(ask('build', evidence)).toBe('undecided');
  });

  it.each([
    ['local, no Pod here at all', true, ['remote'], [host, remote], 0, 'local'],
    ['local, only other Pods here', true, ['remote'], [endpoint({}), remote], 1, 'local-by-hns'],
    ['local, a Pod here', true, ['e', 'remote'], [endpoint({}), remote], 1, 'cluster'],
    ['cluster', false, ['remote'], [host, remote], 0, 'cluster'],
    ['no endpoints at all', true, ['remote'], [], 0, 'undecided'],
  ])('policy by HNS: %s', (_, localPolicy, ids, endpoints, localPodEndpoints, answer) => {
    const evidence = {
      'cluster-services': {
        nodePorts: [{ service: 'default/web', nodePort: 31080, protocol: 'TCP', localPolicy }],
        backends: null,
      },
      'hns-loadbalancers': { loadBalancers: [{ nodePort: true, externalPort: 31080, protocol: 6, endpoints: ids }] },
      'hns-endpoints': { endpoints, localPodEndpoints },
    };
    expect(ask('policy', evidence)).toBe(answer);
    expect(ask('policy-unconfirmed', evidence)).toBe(answer);
  });

  it.each([
    ['a ready Pod here', [{ node: 'here', ready: true }], 'cluster'],
    ['only elsewhere', [{ node: 'elsewhere', ready: true }], 'local'],
    ['one that is not ready', [{ node: 'here', ready: false }], 'local'],
  ])('policy by the cluster: %s', (_, found, answer) => {
    const web = { service: 'default/web', protocol: 'TCP' };
    const evidence = {
      'cluster-services': {
        nodePorts: [{ ...web, nodePort: 31080, localPolicy: true }],
        backends: found.map((each) => ({ ...web, ...each })),
      },
      'hns-loadbalancers': { loadBalancers: [] },
      'hns-endpoints': { endpoints: [endpoint({})], localPodEndpoints: 1 },
      'node-object': { name: 'here' },
    };
    expect(ask('policy', evidence)).toBe(answer);
  });

  it('says everything in both languages', () => {
    for (const text of [en, ja].map((json) => symptomTextSchema.parse(json))) {
      expect(Object.keys(text.causes).sort()).toEqual(Object.keys(nodeportAfterScaleDown.causes).sort());
      expect(Object.keys(text.steps).sort()).toEqual(Object.keys(nodeportAfterScaleDown.steps).sort());
      for (const [name, { answers }] of Object.entries(nodeportAfterScaleDown.steps)) {
        expect(Object.keys(text.steps[name]?.answers ?? {}).sort()).toEqual(Object.keys(answers).sort());
      }
    }
  });
});
