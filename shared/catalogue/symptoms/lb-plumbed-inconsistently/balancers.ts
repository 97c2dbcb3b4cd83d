import { because, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';

type Logs = EvidenceOf<(typeof probes)['log-scan']>;
type Processes = EvidenceOf<(typeof probes)['processes']>;
type Balancers = EvidenceOf<(typeof probes)['hns-loadbalancers']>;
type Endpoints = EvidenceOf<(typeof probes)['hns-endpoints']>;
type Services = EvidenceOf<(typeof probes)['cluster-services']>;
type Build = EvidenceOf<(typeof probes)['os-build']>;
type Ports = EvidenceOf<(typeof probes)['ports']>;

const SERVER_2019 = 17763;
/** KB4551853: load balancers without DSR share their ports (domain facts 0.2). */
const PORT_SHARING = 1217;
const HEALTH_PORT = 10256;
const NUMBERS: Readonly<Record<string, number>> = { TCP: 6, UDP: 17 };

const REFUSALS = {
  'balancer-exists': 'exists',
  'balancer-refused': 'refused',
  'balancer-policy-failed': 'refused',
  'health-balancer-refused': 'health-check',
} as const;
type Refusal = (typeof REFUSALS)[keyof typeof REFUSALS];

const isRefusal = (rule: string): rule is keyof typeof REFUSALS => Object.hasOwn(REFUSALS, rule);
const isProxyLog = (path: string): boolean => /kube-?proxy/i.test(path);

/**
 * What kube-proxy has logged of refused load balancers since it was started. Lines from before are history; that none
 * was found means something only where a log of kube-proxy was read.
 */
export function refusals({ read, hits }: Logs, { list }: Processes): Decision<Refusal | 'none'> {
  const proxy = list.findIndex(({ name }) => name === 'kube-proxy');
  const since = Date.parse(list[proxy]?.start ?? '');
  const found = hits.flatMap(({ rule, written }, index) =>
    isRefusal(rule) ? [{ kind: REFUSALS[rule], moment: Date.parse(written ?? ''), place: `/hits/${index}` }] : [],
  );
  const order: readonly Refusal[] = ['exists', 'refused', 'health-check'];
  const told = order.flatMap((kind) => found.filter((each) => each.kind === kind && each.moment >= since));
  const [first] = told;
  if (first)
    return because(
      first.kind,
      cite('log-scan', `${first.place}/text`),
      cite('log-scan', `${first.place}/written`),
      cite('processes', `/list/${proxy}/start`),
    );
  const undated = found.filter(({ moment }) => Number.isNaN(moment) || Number.isNaN(since));
  if (undated.length > 0 || !read.some(isProxyLog))
    return undecided(cite('log-scan', '/read'), ...undated.map(({ place }) => cite('log-scan', `${place}/text`)));
  const log = read.findIndex(isProxyLog);
  return because(
    'none',
    cite('log-scan', `/read/${log}`),
    ...found.map(({ place }) => cite('log-scan', `${place}/written`)),
  );
}

/** Whether the port of kube-proxy's own health check is the one that a load balancer cannot have as well. */
export function healthPort(build: Build, { list }: Processes, { listeners }: Ports): Decision<'taken' | 'other'> {
  const proxy = list.findIndex(({ name }) => name === 'kube-proxy');
  const flags = list[proxy]?.flags;
  if (!flags) return undecided(cite('processes', '/list'));
  const at = listeners.findIndex(
    ({ port, address, protocol }) => port === HEALTH_PORT && protocol === 'tcp' && /^(?:0\.0\.0\.0|::)$/.test(address),
  );
  const forwards = Object.hasOwn(flags, 'forward-healthcheck-vip') && flags['forward-healthcheck-vip'] !== 'false';
  const places = [cite('processes', `/list/${proxy}/commandLine`), cite('os-build', '/build')] as const;
  return build.build === SERVER_2019 && forwards && at >= 0
    ? because('taken', ...places, cite('ports', `/listeners/${at}`))
    : because('other', ...places);
}

/** What this build of Windows is known to do when it refuses load balancers although ports are left. */
export function refusingBuild({ build, ubr }: Build): Decision<'no-sharing' | 'server-2019' | 'newer' | 'older'> {
  const places = [cite('os-build', '/build'), cite('os-build', '/ubr')] as const;
  if (build !== SERVER_2019) return because(build < SERVER_2019 ? 'older' : 'newer', ...places);
  return because(ubr < PORT_SHARING ? 'no-sharing' : 'server-2019', ...places);
}

/**
 * Whether HNS holds a load balancer for every ClusterIP that has ready Pods behind it. Services that serve only Pods of
 * their own node do not count, and neither do addresses of IPv6. Where this identity may not see what is behind a
 * Service, one without a load balancer may rightly have none; that all of them have none is another matter.
 */
export function clusterEntries(
  { services, backends }: Services,
  { loadBalancers }: Balancers,
): Decision<'complete' | 'missing'> {
  const served = new Set(backends?.flatMap(({ ready, service, protocol }) => (ready ? `${service} ${protocol}` : [])));
  const held = new Set(loadBalancers.map(({ vip, externalPort, protocol }) => `${vip} ${externalPort} ${protocol}`));
  const wanted = services.flatMap(({ namespace, name, clusterIp, internalLocalPolicy, ports }, index) => {
    if (clusterIp === null || !/^\d+(?:\.\d+){3}$/.test(clusterIp) || internalLocalPolicy) return [];
    const own = ports.filter(({ protocol }) => backends === null || served.has(`${namespace}/${name} ${protocol}`));
    const lacks = own.some(({ port, protocol }) => !held.has(`${clusterIp} ${port} ${NUMBERS[protocol]}`));
    return own.length === 0 ? [] : [{ index, lacks }];
  });
  const missing = wanted.filter(({ lacks }) => lacks);
  const count = cite('hns-loadbalancers', '/count');
  const [first] = missing;
  if (!first) return because('complete', count, cite('cluster-services', '/count'));
  const place = cite('cluster-services', `/services/${first.index}/clusterIp`);
  const certain = backends !== null || missing.length === wanted.length;
  return certain ? because('missing', place, count) : undecided(place, count);
}

/** Load balancers and endpoints that do not fit together (domain facts X05). */
export function staleObjects(
  { loadBalancers }: Balancers,
  { endpoints }: Endpoints,
): Decision<'dangling' | 'reused' | 'orphan' | 'none'> {
  const places = new Map<string, number>();
  endpoints.forEach(({ id }, at) => places.set(id, at));
  const used = new Set<number>();
  for (const [index, { endpoints: referred }] of loadBalancers.entries()) {
    const dangling = referred.findIndex((id) => {
      const at = places.get(id);
      if (at !== undefined) used.add(at);
      return at === undefined;
    });
    if (dangling < 0) continue;
    return because(
      'dangling',
      cite('hns-loadbalancers', `/loadBalancers/${index}/endpoints/${dangling}`),
      cite('hns-loadbalancers', `/loadBalancers/${index}/vip`),
      cite('hns-endpoints', '/localPodEndpoints'),
    );
  }
  const local = new Set(endpoints.filter(({ remote, containers }) => !remote && containers > 0).map(({ ip }) => ip));
  const twice = endpoints.findIndex(({ remote, ip }) => remote && local.has(ip));
  if (twice >= 0) {
    const own = endpoints.findIndex(({ remote, ip }) => !remote && ip === endpoints[twice]?.ip);
    return because(
      'reused',
      cite('hns-endpoints', `/endpoints/${twice}/ip`),
      cite('hns-endpoints', `/endpoints/${own}/ip`),
    );
  }
  const orphan = endpoints.findIndex(({ remote }, at) => remote && !used.has(at));
  return orphan >= 0
    ? because('orphan', cite('hns-endpoints', `/endpoints/${orphan}/ip`), cite('hns-loadbalancers', '/count'))
    : because('none', cite('hns-loadbalancers', '/count'), cite('hns-endpoints', '/endpoints'));
}
