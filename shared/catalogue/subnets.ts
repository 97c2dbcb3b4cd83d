import { addressNumber, prefixLength } from './node-range';

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

/** The first host of a subnet with the subnet's length, as flannel writes it: 10.244.4.0/24 gives 10.244.4.1/24. */
export function firstHost(subnet: string): string | null {
  const found = parsed(subnet);
  if (!found || found[1] > 30) return null;
  const [address, length] = found;
  const base = address - (address % 2 ** (32 - length)) + 1;
  return `${[24, 16, 8, 0].map((bits) => Math.floor(base / 2 ** bits) % 256).join('.')}/${length}`;
}
