import { couldNotCheck, must } from '../../node/outcome';
import type { EvidenceOf } from '../define';
import { defineProbe, seconds } from '../define';
import { clusterServices } from './cluster-services';
import { nodeObject } from './node-object';

/** More targets say no more, and each costs a connection. */
const MOST = 32;
const MOST_BEHIND = 4;

interface Target {
  readonly target: string;
  /** A NodePort by the node's address or by loopback, or a pod behind such a service. */
  readonly role: 'node-port' | 'local-node-port' | 'backend';
  readonly service: string;
}

type Services = EvidenceOf<typeof clusterServices>;

/** What the cluster itself names as reachable from here; a node port and its backends stand together. */
function targetsOf({ nodePorts, backends }: Services, nodeIp: string | null): readonly Target[] {
  const behind = new Map<string, string[]>();
  for (const { service, protocol, ready, address, port } of backends ?? []) {
    const known = behind.get(service) ?? [];
    if (protocol === 'TCP' && ready && known.length < MOST_BEHIND) known.push(`${host(address)}:${port}`);
    behind.set(service, known);
  }
  const found = new Map<string, Target>();
  for (const { service, nodePort, protocol } of nodePorts) {
    if (protocol !== 'TCP') continue;
    if (found.size >= MOST) break;
    const own: readonly Target[] = [
      ...(nodeIp === null ? [] : [{ target: `${host(nodeIp)}:${nodePort}`, role: 'node-port' as const, service }]),
      { target: `127.0.0.1:${nodePort}`, role: 'local-node-port', service },
      ...(behind.get(service) ?? []).map((target) => ({ target, role: 'backend' as const, service })),
    ];
    for (const each of own) if (!found.has(each.target)) found.set(each.target, each);
  }
  return [...found.values()].slice(0, MOST);
}

/** TCP connections from this node to its NodePorts and to the pods behind them. Refused: the way is open. */
export const peerReach = defineProbe({
  id: 'peer-reach',
  code: 'P42',
  rights: 'none',
  limit: seconds(10),
  needs: { services: clusterServices },
  wants: { node: nodeObject },
  reads: ({ services, node }) => {
    const targets = targetsOf(services, node?.internalIp ?? null).map(({ target }) => target);
    return targets.length === 0
      ? couldNotCheck('not-applicable', 'no NodePort over TCP')
      : { connect: { kind: 'connect', targets } };
  },
  interpret: ({ connect }, { services, node }) => {
    const { results } = must(connect);
    return {
      results: targetsOf(services, node?.internalIp ?? null).map((asked) => {
        const found = results.find(({ target }) => target === asked.target);
        /** `connection` null: not answered. */
        return { ...asked, connection: found?.connection ?? null, milliseconds: found?.milliseconds ?? null };
      }),
    };
  },
});

function host(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}
