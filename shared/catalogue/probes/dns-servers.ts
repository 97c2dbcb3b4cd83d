import { z } from 'zod';
import { must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { parseRows } from './parse/json';

const row = z.object({ InterfaceIndex: z.number(), ServerAddresses: z.string().nullable() });

/** The name servers that the node itself asks, by interface. */
export const dnsServers = defineProbe({
  id: 'dns-servers',
  code: 'P29',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({
    servers: {
      kind: 'cim',
      namespace: 'root/StandardCimv2',
      class: 'MSFT_DNSClientServerAddress',
      where: { AddressFamily: [2] },
      select: ['InterfaceIndex', 'ServerAddresses'],
    },
  }),
  interpret: ({ servers }) => ({
    interfaces: parseRows(row, must(servers), 'MSFT_DNSClientServerAddress').flatMap(
      ({ InterfaceIndex, ServerAddresses }) => {
        const list = (ServerAddresses ?? '').split(',').filter((each) => each !== '');
        return list.length === 0 ? [] : [{ interfaceIndex: InterfaceIndex, servers: list }];
      },
    ),
  }),
});
