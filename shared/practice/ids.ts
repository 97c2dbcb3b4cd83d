/** A 32-bit hash of a text: practice nodes are made without chance, so ids come from names. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
  return (value ^ (value >>> 13)) >>> 0;
}

/** Hexadecimal digits that stand for a text. */
export function hex(seed: string, digits: number): string {
  let text = '';
  for (let round = 0; text.length < digits; round++) text += hash(`${seed}#${round}`).toString(16).padStart(8, '0');
  return text.slice(0, digits);
}

export function guid(seed: string): string {
  const digits = hex(seed, 32).toUpperCase();
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-A${digits.slice(17, 20)}-${digits.slice(20)}`;
}

/** A MAC address of Hyper-V's own range. */
export function mac(seed: string): string {
  const digits = hex(seed, 6).toUpperCase();
  return `00-15-5D-${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`;
}

/** A moment so many seconds away from another, as ISO 8601 in UTC. */
export function shifted(time: string, seconds: number): string {
  return new Date(Date.parse(time) + seconds * 1000).toISOString();
}

/** FILETIME (100 ns since 1601) of a moment, as digits: it does not fit a number. */
export function fileTime(time: string): string {
  return String((BigInt(Date.parse(time)) + 11644473600000n) * 10000n);
}
