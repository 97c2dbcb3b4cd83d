import { couldNotCheck, maybe, type Outcome } from '../../node/outcome';
import type { Answer, Read } from '../../node/read';
import { defineProbe, type EvidenceOf, seconds } from '../define';
import { clusterServices } from './cluster-services';
import { componentConfig } from './component-config';
import { kubeTools } from './kube-tools';
import { mustSome } from './parse/some';
import { processes } from './processes';
import { registryHost } from './registry-host';
import { runtime } from './runtime';

interface Wanted {
  readonly tools: EvidenceOf<typeof kubeTools> | undefined;
  readonly services: EvidenceOf<typeof clusterServices> | undefined;
  readonly processes: EvidenceOf<typeof processes> | undefined;
  readonly config: EvidenceOf<typeof componentConfig> | undefined;
  readonly runtime: EvidenceOf<typeof runtime> | undefined;
}

interface Server {
  readonly server: string;
  /** The address of the DNS service, or of a pod behind it. */
  readonly role: 'service' | 'pod';
}

/** What the distributions call the cluster's DNS. */
const DNS_SERVICE = /^(?:kube-?dns|core-?dns|rke2-coredns-rke2-coredns)$/;

/** The read of the node's own servers. */
const HOST = 'host';
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Servers of the cluster's DNS: as the cluster names them, else as the kubelet was told. */
function serversOf({ services, processes: running, config }: Wanted): readonly Server[] {
  const own = services?.services.find(({ namespace, name }) => namespace === 'kube-system' && DNS_SERVICE.test(name));
  const flag = running?.list.find(({ name }) => name === 'kubelet')?.flags?.['cluster-dns'];
  const told = config?.kubelet?.facts?.clusterDns ?? flag?.split(',') ?? [];
  const addresses = own?.clusterIp ? [own.clusterIp] : told.slice(0, 2);
  const pods = (services?.backends ?? [])
    .filter(({ service, ready }) => own && service === `${own.namespace}/${own.name}` && ready)
    .map(({ address }) => address);
  return [
    ...addresses.filter((each) => IPV4.test(each)).map((server) => ({ server, role: 'service' as const })),
    ...[...new Set(pods)]
      .filter((each) => IPV4.test(each))
      .slice(0, 2)
      .map((server) => ({ server, role: 'pod' as const })),
  ];
}

/** A name of the cluster's own, and those that the node itself depends on. */
function namesOf({ tools, processes: running, config, runtime: found }: Wanted) {
  const flag = running?.list.find(({ name }) => name === 'kubelet')?.flags?.['cluster-domain'];
  const domain = (config?.kubelet?.facts?.clusterDomain ?? flag ?? 'cluster.local').replace(/\.$/, '');
  const outside = [tools?.chosen?.host ?? null, registryHost(found?.config?.sandboxImage?.value ?? null)];
  return {
    own: `kubernetes.default.svc.${domain}`,
    outside: [...new Set(outside.flatMap((name) => (name === null || isAddress(name) ? [] : [name])))],
  };
}

/**
 * Names of the cluster and of what the node depends on, asked of the cluster's DNS and by the node itself. From the host the
 * DNS service's address may be out of reach by design while its pods answer. `results` or `host` null: could not be asked.
 */
export const dns = defineProbe({
  id: 'dns',
  code: 'P29',
  rights: 'none',
  limit: seconds(15),
  wants: { tools: kubeTools, services: clusterServices, processes, config: componentConfig, runtime },
  reads: (wanted) => {
    const { own, outside } = namesOf(wanted);
    const ask = (names: readonly string[], server?: string): Extract<Read, { kind: 'dns' }> =>
      server === undefined ? { kind: 'dns', names } : { kind: 'dns', names, server };
    const all = [
      ...(outside.length === 0 ? [] : [[HOST, ask(outside)] as const]),
      ...serversOf(wanted).map(({ server }) => [server, ask([own, ...outside], server)] as const),
    ];
    return all.length === 0 ? couldNotCheck('missing', 'a server or a name') : Object.fromEntries(all);
  },
  interpret: (answers, wanted) => {
    mustSome(Object.values(answers));
    const { own, outside } = namesOf(wanted);
    return {
      names: { own, outside },
      cluster: serversOf(wanted).map((server) => ({ ...server, results: resultsOf(answers[server.server]) })),
      /** By the node's own servers. */
      host: outside.length === 0 ? [] : resultsOf(answers[HOST]),
    };
  },
});

/** `error` is a name of .NET's SocketError, as `HostNotFound` or `TimedOut`; null where there is an address. */
function resultsOf(outcome: Outcome<Answer<'dns'>> | undefined): Answer<'dns'>['results'] | null {
  return outcome ? (maybe(outcome)?.results ?? null) : null;
}

function isAddress(name: string): boolean {
  return IPV4.test(name) || name.includes(':');
}
