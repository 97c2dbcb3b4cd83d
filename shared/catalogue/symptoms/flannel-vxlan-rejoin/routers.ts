import { because, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';
import { overlayAt } from '../../source-vip';

type Evidence<P extends keyof typeof probes> = EvidenceOf<(typeof probes)[P]>;

interface Overlay {
  readonly 'hns-networks': Evidence<'hns-networks'>;
  readonly 'cni-config': Evidence<'cni-config'> | undefined;
}

/** As HNS writes MAC addresses, in lower case. */
const plain = (mac: string): string => mac.toLowerCase().replaceAll(':', '-');

/** Whether flannel has told the cluster the address that the overlay's router has. */
export function ownRouter(
  evidence: Overlay & { readonly 'node-object': Evidence<'node-object'> },
): Decision<'same' | 'other'> {
  const at = overlayAt(evidence['hns-networks'], evidence['cni-config']);
  const own = evidence['hns-networks'].networks[at]?.routerMac ?? null;
  const told = evidence['node-object'].flannel;
  if (own === null || told?.type !== 'vxlan' || told.vtepMac === null) return undecided();
  return because(
    plain(own) === plain(told.vtepMac) ? 'same' : 'other',
    cite('hns-networks', `/networks/${at}/routerMac`),
    cite('node-object', '/flannel/vtepMac'),
  );
}

/** Whether two nodes have told the same address of their routers, as clones of one machine do. */
export function routerTwice({ nodes }: Evidence<'cluster-nodes'>): Decision<'own' | 'twice'> {
  const told = nodes.flatMap(({ flannel }, at) =>
    flannel?.type === 'vxlan' && flannel.vtepMac !== null ? [{ mac: plain(flannel.vtepMac), at }] : [],
  );
  const place = (at: number) => cite('cluster-nodes', `/nodes/${at}/flannel/vtepMac`);
  for (const { mac, at } of told) {
    const other = told.find((each) => each.at > at && each.mac === mac);
    if (other) return because('twice', place(at), place(other.at));
  }
  const [first] = told;
  return first ? because('own', place(first.at)) : undecided();
}
