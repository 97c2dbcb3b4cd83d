import { z } from 'zod';
import { maybe, must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { parseRows } from './parse/json';

const NAMESPACE = 'root/StandardCimv2';
const adapter = z.object({
  Name: z.string(),
  InterfaceDescription: z.string().nullable(),
  InterfaceIndex: z.number(),
  InterfaceOperationalStatus: z.number().nullable(),
  Virtual: z.boolean().nullable(),
  MtuSize: z.number().nullable(),
  PermanentAddress: z.string().nullish(),
});
const address = z.object({
  InterfaceIndex: z.number(),
  IPAddress: z.string().nullable(),
  AddressFamily: z.number(),
  PrefixLength: z.number().nullish(),
  PrefixOrigin: z.number().nullish(),
  AddressState: z.number().nullish(),
});

/** Network adapters of the host. Containers' adapters live in other compartments and are never among them. */
export const adapters = defineProbe({
  id: 'adapters',
  code: 'P10',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({
    adapters: {
      kind: 'cim',
      namespace: NAMESPACE,
      class: 'MSFT_NetAdapter',
      select: [
        'Name',
        'InterfaceDescription',
        'InterfaceIndex',
        'InterfaceOperationalStatus',
        'Virtual',
        'MtuSize',
        'PermanentAddress',
      ],
    },
    addresses: {
      kind: 'cim',
      namespace: NAMESPACE,
      class: 'MSFT_NetIPAddress',
      select: ['InterfaceIndex', 'IPAddress', 'AddressFamily', 'PrefixLength', 'PrefixOrigin', 'AddressState'],
    },
    ipv6: {
      kind: 'registry',
      path: 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters',
      names: ['DisabledComponents'],
    },
  }),
  interpret: (answers) => {
    const addresses = parseRows(address, must(answers.addresses), 'MSFT_NetIPAddress').filter(
      ({ AddressFamily }) => AddressFamily === 2,
    );
    const list = parseRows(adapter, must(answers.adapters), 'MSFT_NetAdapter').map((found) => ({
      name: found.Name,
      description: found.InterfaceDescription ?? '',
      index: found.InterfaceIndex,
      up: found.InterfaceOperationalStatus === 1,
      virtual: found.Virtual ?? false,
      mtu: found.MtuSize,
      /** Twelve hex digits. */
      mac: found.PermanentAddress ?? null,
      /** The Hyper-V adapter of the host, told by its description: its name is localised and can be changed. */
      hostVnic: (found.InterfaceDescription ?? '').startsWith('Hyper-V Virtual Ethernet Adapter'),
      addresses: addresses.flatMap(({ InterfaceIndex, IPAddress }) =>
        InterfaceIndex === found.InterfaceIndex && IPAddress !== null ? [IPAddress] : [],
      ),
      subnets: addresses.flatMap(({ InterfaceIndex, IPAddress, PrefixLength, PrefixOrigin, AddressState }) =>
        InterfaceIndex === found.InterfaceIndex && IPAddress !== null
          ? [
              {
                address: IPAddress,
                length: PrefixLength ?? null,
                /** 1 manual, 2 well-known (169.254…), 3 DHCP. */
                origin: PrefixOrigin ?? null,
                /** 4 is in use; 1 tentative, 2 duplicate, 3 deprecated. */
                state: AddressState ?? null,
              },
            ]
          : [],
      ),
    }));
    const key = maybe(answers.ipv6);
    const disabled = key?.exists ? key.values.DisabledComponents : undefined;
    return {
      list,
      /** Bits of what is off of IPv6, 255 is all; null could not be read. */
      ipv6Disabled: key ? (typeof disabled === 'number' ? disabled : 0) : null,
    };
  },
});
