import { describe, expect, it } from 'vitest';
import type { Decision } from '../../define';
import { symptomTextSchema } from '../../texts';
import { localNodeport } from './symptom';
import en from './text.en.json';
import ja from './text.ja.json';

type Evidence = Readonly<Record<string, unknown>>;

const answerOf = (decision: Decision<string>) => (decision.kind === 'because' ? decision.answer : decision.kind);

function ask(name: string, evidence: Evidence): string {
  const step = localNodeport.steps[name];
  if (!step) throw new Error(`no step ${name}`);
  return answerOf(step.decide(evidence));
}

const port = (nodePort: number, localPolicy = false) => ({
  service: `default/s${nodePort}`,
  nodePort,
  protocol: 'TCP',
  localPolicy,
});
const services = (...nodePorts: ReadonlyArray<ReturnType<typeof port>>) => ({ nodePorts, backends: null });
const backend = (nodePort: number, node = 'elsewhere') => ({
  service: `default/s${nodePort}`,
  protocol: 'TCP',
  ready: true,
  node,
});
const node = { 'node-object': { name: 'here' } };
const balancers = (...ports: readonly number[]) => ({
  count: ports.length,
  loadBalancers: ports.map((externalPort) => ({ nodePort: true, externalPort, protocol: 6, endpoints: ['local'] })),
});
const endpoints = { endpoints: [{ id: 'local', remote: false }] };

describe('local-nodeport', () => {
  it.each([
    [true, 0, 'drained'],
    [true, 1, 'in-service'],
    [false, 0, 'in-service'],
  ])('drained: cordoned %s with %i endpoints of Pods', (unschedulable, localPodEndpoints, answer) => {
    expect(ask('drained', { 'node-object': { unschedulable }, 'hns-endpoints': { localPodEndpoints } })).toBe(answer);
  });

  it.each([
    ['every entry is there', services(port(31080)), balancers(31080), 'present'],
    ['no entry is there', services(port(31080), port(32207)), balancers(), 'missing'],
    ['a Service may have no endpoints', services(port(31080), port(32207)), balancers(31080), 'undecided'],
    ['a local policy needs no entry', services(port(31080), port(32207, true)), balancers(31080), 'present'],
    ['there are no NodePorts', services(), balancers(), 'none'],
  ])('entry: %s', (_, cluster, hns, answer) => {
    expect(ask('entry', { 'cluster-services': cluster, 'hns-loadbalancers': hns })).toBe(answer);
  });

  it.each([
    ['a Service without ready Pods needs no entry', [port(31080)], [], [], 'present'],
    ['one that has a ready Pod lacks its entry', [port(31080), port(32207)], [backend(31080)], [32207], 'missing'],
    ['a local policy without a Pod here needs none', [port(31080, true)], [backend(31080)], [], 'present'],
    ['a local policy with a Pod here lacks it', [port(31080, true)], [backend(31080, 'here')], [], 'missing'],
  ])('entry, the Pods being known: %s', (_, nodePorts, backends, held, answer) => {
    const evidence = { 'cluster-services': { nodePorts, backends }, 'hns-loadbalancers': balancers(...held), ...node };
    expect(ask('entry', evidence)).toBe(answer);
  });

  it.each([
    ['kube-proxy runs without a service', 1, 0, undefined, 'all-gone'],
    ['HNS started after kube-proxy', 1, 0, '2026-03-02T03:00:00.000Z', 'hns-restarted'],
    ['HNS started before kube-proxy', 1, 0, '2026-03-02T00:13:40.000Z', 'all-gone'],
    ['some are left', 1, 7, '2026-03-02T03:00:00.000Z', 'some-gone'],
    ['kube-proxy does not run', 0, 0, '2026-03-02T03:00:00.000Z', 'no-kube-proxy'],
  ])('missing-why: %s', (_, kubeProxy, count, start, answer) => {
    const list = [{ name: 'kube-proxy', start: '2026-03-02T00:15:01.000Z' }].slice(0, kubeProxy);
    const process = start === undefined ? {} : { 'hns-process': { process: { start } } };
    const evidence = { 'hns-loadbalancers': { count }, processes: { list, counts: { kubeProxy } }, ...process };
    expect(ask('missing-why', evidence)).toBe(answer);
  });

  it.each([
    ['all connect', ['connected', 'connected'], [], 'works'],
    ['one of a Service with backends fails', ['connected', 'refused'], ['default/s31080', 'default/s31081'], 'fails'],
    ['only a Service without backends fails', ['connected', 'refused'], ['default/s31080'], 'works'],
    ['a failure where backends are not known', ['refused', 'refused'], null, 'undecided'],
    ['nothing was tried', [], [], 'undecided'],
  ])('local-reach: %s', (_, connections, ready, answer) => {
    const results = connections.map((connection, index) => ({
      role: 'node-port',
      service: `default/s${31080 + index}`,
      connection,
    }));
    const backends = ready?.map((service) => ({ service, ready: true })) ?? null;
    const evidence = {
      'peer-reach': { results },
      'cluster-services': { ...services(port(31080), port(31081)), backends },
      'hns-loadbalancers': balancers(31080, 31081),
      'hns-endpoints': endpoints,
    };
    expect(ask('local-reach', evidence)).toBe(answer);
  });

  it.each([
    ['a program', [{ port: 31080, processId: 6120 }], 'conflict'],
    ['kube-proxy itself', [{ port: 31080, processId: 44 }], 'free'],
    ['a port of no Service', [{ port: 31081, processId: 6120 }], 'free'],
    ['nothing', [], 'free'],
  ])('listener: %s', (_, nodePortListeners, answer) => {
    const processes = { list: [{ name: 'kube-proxy', processId: 44 }] };
    expect(
      ask('listener', { 'cluster-services': services(port(31080)), ports: { nodePortListeners }, processes }),
    ).toBe(answer);
  });

  it.each([
    [14393, 9999, 'too-old'],
    [17763, 1431, 'update-missing'],
    [17763, 1432, 'current'],
    [18362, 1, 'current'],
    [20348, 1, 'current'],
  ])('build: %i.%i', (build, ubr, answer) => {
    for (const step of ['build', 'build-floor', 'build-unconfirmed'] as const)
      expect(ask(step, { 'os-build': { build, ubr } })).toBe(answer);
  });

  it.each([
    ['no Service is local', services(port(31080)), balancers(31080), 'served'],
    ['the local one has a Pod here', services(port(31080, true)), balancers(31080), 'served'],
    ['the only one is local without a Pod', services(port(31080, true)), balancers(), 'local'],
    ['one of two is', services(port(31080, true), port(32207)), balancers(32207), 'undecided'],
  ])('policy: %s', (_, cluster, hns, answer) => {
    expect(ask('policy', { 'cluster-services': cluster, 'hns-loadbalancers': hns, 'hns-endpoints': endpoints })).toBe(
      answer,
    );
  });

  it('policy: believes the cluster, not HNS, about where Pods are', () => {
    const cluster = (at: string) => ({ nodePorts: [port(31080, true)], backends: [backend(31080, at)] });
    const asked = (at: string) =>
      ask('policy', {
        'cluster-services': cluster(at),
        'hns-loadbalancers': balancers(),
        'hns-endpoints': endpoints,
        ...node,
      });
    expect(asked('here')).toBe('served');
    expect(asked('elsewhere')).toBe('local');
  });

  it('says everything in both languages', () => {
    for (const text of [en, ja].map((json) => symptomTextSchema.parse(json))) {
      expect(Object.keys(text.causes).sort()).toEqual(Object.keys(localNodeport.causes).sort());
      expect(Object.keys(text.steps).sort()).toEqual(Object.keys(localNodeport.steps).sort());
      for (const [name, { answers }] of Object.entries(localNodeport.steps)) {
        expect(Object.keys(text.steps[name]?.answers ?? {}).sort()).toEqual(Object.keys(answers).sort());
      }
    }
  });
});
