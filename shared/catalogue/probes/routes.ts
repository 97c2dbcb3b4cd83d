import { z } from 'zod';
import { maybe, must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { parseRows } from './parse/json';

const NAMESPACE = 'root/StandardCimv2';
const IPV4 = 2;
const flag = z.number().nullable();

const route = z.object({
  DestinationPrefix: z.string(),
  NextHop: z.string(),
  InterfaceIndex: z.number(),
  RouteMetric: z.number(),
  AddressFamily: z.number(),
});
const ipInterface = z.object({
  InterfaceIndex: z.number(),
  InterfaceAlias: z.string().nullable(),
  AddressFamily: z.number(),
  ConnectionState: flag,
  Forwarding: flag,
  WeakHostSend: flag,
  WeakHostReceive: flag,
  NlMtu: z.number().nullable(),
});

/** IPv4 routes of the host and the interfaces they use. `interfaces` null: they could not be read. */
export const routes = defineProbe({
  id: 'routes',
  code: 'P11',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({
    routes: {
      kind: 'cim',
      namespace: NAMESPACE,
      class: 'MSFT_NetRoute',
      where: { AddressFamily: [IPV4] },
      select: ['DestinationPrefix', 'NextHop', 'InterfaceIndex', 'RouteMetric', 'AddressFamily'],
    },
    interfaces: {
      kind: 'cim',
      namespace: NAMESPACE,
      class: 'MSFT_NetIPInterface',
      where: { AddressFamily: [IPV4] },
      select: [
        'InterfaceIndex',
        'InterfaceAlias',
        'AddressFamily',
        'ConnectionState',
        'Forwarding',
        'WeakHostSend',
        'WeakHostReceive',
        'NlMtu',
      ],
    },
  }),
  interpret: ({ routes: found, interfaces }) => {
    const list = parseRows(route, must(found), 'MSFT_NetRoute')
      .filter(({ AddressFamily, DestinationPrefix }) => AddressFamily === IPV4 && !isOwn(DestinationPrefix))
      .map(({ DestinationPrefix, NextHop, InterfaceIndex, RouteMetric }) => ({
        prefix: DestinationPrefix,
        nextHop: NextHop,
        interfaceIndex: InterfaceIndex,
        metric: RouteMetric,
      }));
    const known = maybe(interfaces);
    return {
      routes: list,
      defaultGateways: list.flatMap(({ prefix, nextHop }) => (prefix === '0.0.0.0/0' ? [nextHop] : [])),
      interfaces: known
        ? parseRows(ipInterface, known, 'MSFT_NetIPInterface')
            .filter(({ AddressFamily }) => AddressFamily === IPV4)
            .map((each) => ({
              index: each.InterfaceIndex,
              name: each.InterfaceAlias ?? '',
              connected: isOn(each.ConnectionState),
              forwarding: isOn(each.Forwarding),
              weakHostSend: isOn(each.WeakHostSend),
              weakHostReceive: isOn(each.WeakHostReceive),
              mtu: each.NlMtu,
            }))
        : null,
    };
  },
});

/** Loopback, multicast and broadcast: on every host, and about no one else. */
function isOwn(prefix: string): boolean {
  return /^(?:127|22[4-9]|23\d|255)\./.test(prefix);
}

function isOn(value: number | null): boolean | null {
  return value === null ? null : value === 1;
}
