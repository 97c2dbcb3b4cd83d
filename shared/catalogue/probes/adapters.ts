import { z } from 'zod';
import { must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { parseRows } from './parse/json';

const NAMESPACE = 'root/StandardCimv2';
const adapter = z.looseObject({
  Name: z.string(),
  InterfaceDescription: z.string().nullable(),
  InterfaceIndex: z.number(),
  InterfaceOperationalStatus: z.number().nullable(),
  Virtual: z.boolean().nullable(),
  MtuSize: z.number().nullable(),
  PermanentAddress: z.string().nullish(),
});
const address = z.looseObject({
  InterfaceIndex: z.number(),
  IPAddress: z.string().nullable(),
  AddressFamily: z.number(),
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
      select: ['InterfaceIndex', 'IPAddress', 'AddressFamily'],
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
    }));
    return { list };
  },
});
