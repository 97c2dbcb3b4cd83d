/** An IPv4 address or subnet as its first address and its length; null: it is none. */
function parsed(text: string): readonly [address: number, length: number] | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(text);
  const bytes = parts?.slice(1, 5).map(Number) ?? [];
  const length = Number(parts?.[5] ?? 32);
  if (!parts || bytes.some((byte) => byte > 255) || length > 32) return null;
  return [bytes.reduce((sum, byte) => sum * 256 + byte, 0), length];
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
