import { couldNotCheck, must } from '../../node/outcome';
import type { EvidenceOf } from '../define';
import { defineProbe, seconds } from '../define';
import { clusterServices } from './cluster-services';
import { nodeObject } from './node-object';

/** More targets say no more, and each costs a connection. */
const MOST = 32;

interface Target {
  readonly target: string;
  /** A NodePort by the node's address or by loopback, or a pod behind such a service. */
  readonly role: 'node-port' | 'local-node-port' | 'backend';
  readonly service: string;
}

type Services = EvidenceOf<typeof clusterServices>;

/** What the cluster itself names as reachable from here; a node port and its backends stand together. */
function targetsOf({ nodePorts, backends }: Services, nodeIp: string | null): readonly Target[] {
  const all = nodePorts
    .filter(({ protocol }) => protocol === 'TCP')
    .flatMap(({ service, nodePort }): readonly Target[] => [
      ...(nodeIp === null ? [] : [{ target: `${host(nodeIp)}:${nodePort}`, role: 'node-port' as const, service }]),
      { target: `127.0.0.1:${nodePort}`, role: 'local-node-port', service },
      ...(backends ?? [])
        .filter((backend) => backend.service === service && backend.protocol === 'TCP' && backend.ready)
        .slice(0, 4)
        .map(({ address, port }) => ({ target: `${host(address)}:${port}`, role: 'backend' as const, service })),
    ]);
  return all.filter(({ target }, index) => all.findIndex((other) => other.target === target) === index).slice(0, MOST);
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
