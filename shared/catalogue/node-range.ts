/** The length of an IPv4 prefix such as `10.244.4.0/24`; null where the text is none. */
export function prefixLength(prefix: string | null): number | null {
  const length = /^\d{1,3}(?:\.\d{1,3}){3}\/(\d{1,2})$/.exec(prefix ?? '')?.[1];
  return length === undefined || Number(length) > 32 ? null : Number(length);
}

/** An IPv4 address as one number; null where the text is none. */
export function addressNumber(address: string): number | null {
  const octets = address.split('.').map(Number);
  const whole = octets.length === 4 && octets.every((octet) => Number.isInteger(octet) && octet >= 0 && octet <= 255);
  return whole ? octets.reduce((sum, octet) => sum * 256 + octet, 0) : null;
}

/** The IPv4 address of a number. */
export function addressText(address: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
}

/** Network, broadcast, gateway, and the endpoint of the host or the source VIP (domain facts S16: "minus 2-4"). */
const RESERVED = 4;

/** Addresses that a node's range has for pods, given the length of its prefix. */
export function usableAddresses(length: number): number {
  return Math.max(0, 2 ** (32 - length) - RESERVED);
}

/** The length of the smallest range that has addresses for so many pods. */
export function lengthFor(pods: number): number {
  let length = 30;
  while (length > 8 && usableAddresses(length) < pods) length--;
  return length;
}
