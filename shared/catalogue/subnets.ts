import { addressNumber, addressText, prefixLength } from './node-range';

/** The first address and the length of an IPv4 subnet, or of a single address; null: it is none. */
function parsed(text: string): readonly [address: number, length: number] | null {
  const address = addressNumber(text.split('/')[0] ?? '');
  const length = text.includes('/') ? prefixLength(text) : 32;
  return address === null || length === null ? null : [address, length];
}

/** Whether an IPv4 address, or a subnet as a whole, lies in a subnet; null: one of the two is no IPv4. */
export function within(inner: string, outer: string): boolean | null {
  const one = parsed(inner);
  const all = parsed(outer);
  if (!one || !all) return null;
  const size = 2 ** (32 - all[1]);
  return one[1] >= all[1] && Math.floor(one[0] / size) === Math.floor(all[0] / size);
}

/** The addresses of a subnet as numbers, from that of the network to that of its broadcast; null: it is no subnet. */
export function addressesOf(subnet: string): { readonly first: number; readonly last: number } | null {
  const found = parsed(subnet);
  if (!found) return null;
  const [address, length] = found;
  const size = 2 ** (32 - length);
  const first = address - (address % size);
  return { first, last: first + size - 1 };
}

/** The first host of a subnet with the subnet's length, as flannel writes it: 10.244.4.0/24 gives 10.244.4.1/24. */
export function firstHost(subnet: string): string | null {
  const length = prefixLength(subnet);
  const all = addressesOf(subnet);
  return all === null || length === null || length > 30 ? null : `${addressText(all.first + 1)}/${length}`;
}
