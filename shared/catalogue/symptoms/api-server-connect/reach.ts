import { because, type Citation, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';

type Tools = EvidenceOf<(typeof probes)['kube-tools']>;
type Adapters = EvidenceOf<(typeof probes)['adapters']>;
type Reach = EvidenceOf<(typeof probes)['api-reach']>;
/** What this node's own calls to the API server brought. */
export interface Answered {
  readonly 'node-object': EvidenceOf<(typeof probes)['node-object']> | undefined;
  readonly 'cluster-services': EvidenceOf<(typeof probes)['cluster-services']> | undefined;
}

/** A call that was answered: the API server knows this node, be it under another name than its Node object's. */
export function answered(calls: Answered): Citation | null {
  if (calls['node-object']) return cite('node-object', '/name');
  return calls['cluster-services'] ? cite('cluster-services', '/count') : null;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;
/** RKE2 listens on the node itself and hands on to its servers. */
const OWN_BALANCER = /\\rancher\\/i;

/** Whether this node has a kubeconfig that can lead to an API server. */
export function kubeconfigState(
  { chosen, kubeconfigs }: Tools,
  adapters: Adapters | undefined,
): Decision<'usable' | 'missing' | 'broken' | 'localhost'> {
  if (chosen) {
    if (chosen.host === null) return because('broken', cite('kube-tools', '/chosen/server'));
    const server = cite('kube-tools', '/chosen/server');
    if (OWN_BALANCER.test(chosen.path)) return because('usable', server);
    if (LOOPBACK.test(chosen.host)) return because('localhost', server);
    // No control plane ever runs on Windows: the node's own address is as wrong.
    const own = adapters?.list.findIndex(({ addresses }) => addresses.includes(chosen.host ?? '')) ?? -1;
    return own < 0
      ? because('usable', server)
      : because('localhost', server, cite('adapters', `/list/${own}/addresses`));
  }
  const list = cite('kube-tools', '/kubeconfigs');
  const at = kubeconfigs.findIndex(({ readable, facts }) => readable && facts === null);
  if (kubeconfigs.some(({ readable }) => !readable)) return undecided(list);
  return at < 0 ? because('missing', list) : because('broken', cite('kube-tools', `/kubeconfigs/${at}/facts`));
}

/** How far a connection to the API server comes. */
export function connectionState(
  reach: Reach,
): Decision<'connected' | 'no-name' | 'refused' | 'silent' | 'no-handshake'> {
  const made = cite('api-reach', '/connection');
  switch (reach.connection) {
    case 'connected':
      return reach.certificate
        ? because('connected', made)
        : because('no-handshake', made, cite('api-reach', '/error'));
    case 'name-not-found':
      return because('no-name', made, cite('api-reach', '/host'));
    case 'refused':
      return because('refused', made);
    case 'timed-out':
    case 'unreachable':
      return because('silent', made);
    case 'failed':
      return undecided(made);
  }
}

/** Issuers that clusters give themselves. */
const CLUSTER_ISSUER = /^CN=(?:kubernetes|kubernetes-ca|kube-ca|kube-apiserver|ca)(?:,|$)|(?:rke2|k3s)-/i;

/** Who vouches for the API server's certificate. Where the node's own calls work, it trusts whom it should. */
export function authorityState(
  reach: Reach,
  calls: Answered,
): Decision<'trusted' | 'proxy' | 'other-cluster' | 'unknown-issuer'> {
  const by = cite('api-reach', '/trustedBy');
  if (reach.trustedBy === 'given-authority') return because('trusted', by);
  if (reach.trustedBy === null || !reach.certificate) return undecided(by);
  const call = answered(calls);
  if (call) return because('trusted', call);
  const issuer = cite('api-reach', '/certificate/issuer');
  if (reach.trustedBy === 'platform') return because('proxy', by, issuer);
  return because(CLUSTER_ISSUER.test(reach.certificate.issuer) ? 'other-cluster' : 'unknown-issuer', by, issuer);
}

/** Whether the API server itself is well, as its status tells. */
export function statusState({ status }: Reach): Decision<'answers' | 'unwell'> {
  const told = cite('api-reach', '/status');
  if (status === null) return undecided(told);
  return because(status >= 500 ? 'unwell' : 'answers', told);
}
