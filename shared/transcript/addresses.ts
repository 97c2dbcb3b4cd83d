/** Addresses that are the same on every machine: none, loopback, masks, multicast, and the two that clouds answer at. */
const EVERYBODYS =
  /^(?:0\.0\.0\.0|127\.\d+\.\d+\.\d+|(?:22[4-9]|23\d|255)\.\d+\.\d+\.\d+|169\.254\.169\.254|168\.63\.129\.16)$/;
const EVERYBODYS_V6: ReadonlySet<string> = new Set(['0:0:0:0:0:0:0:0', '0:0:0:0:0:0:0:1', '0:0:0:0:0:0:0:ffff']);

const V4 = /(?<!\d)(?<!\d\.)(?:\d{1,3}\.){3}\d{1,3}(?!\d)(?!\.\d)/g;
/** Words and colons, two colons or more: addresses are looked for between its words. */
const V6 = /(?<![0-9a-z])[0-9a-z]*(?::[0-9a-z]*){2,}/gi;
const MAC = /(?<![0-9a-z]|[0-9a-z][:-])[0-9a-f]{2}(?:([:-])[0-9a-f]{2})(?:\1[0-9a-f]{2}){4}(?![0-9a-z]|[:-][0-9a-z])/gi;

/** The text with every IPv4 address of somebody's replaced. Ports and lengths of prefixes stay. */
export function mapV4(text: string, replace: (address: string) => string): string {
  return text.replace(V4, (address) => {
    const octets = address.split('.').map(Number);
    if (octets.some((octet) => octet > 255)) return address; // a version
    return EVERYBODYS.test(octets.join('.')) ? address : replace(octets.join('.'));
  });
}

/** The text with every IPv6 address of somebody's replaced, each given in one spelling. */
export function mapV6(text: string, replace: (address: string) => string): string {
  return text.replace(V6, (run) =>
    run
      .split(/((?<![0-9a-z])(?:[0-9a-z]{5,}|[0-9a-z]*[g-z][0-9a-z]*)(?![0-9a-z]))/i)
      .map((part) => {
        const bare = part.replace(/^:+(?=::)|^:(?!:)/, '').replace(/(?<=::):+$|(?<!:):$/, '');
        const address = v6(bare);
        return address === null || EVERYBODYS_V6.has(address) ? part : part.replace(bare, replace(address));
      })
      .join(''),
  );
}

/** The text with every hardware address replaced, each given in one spelling. */
export function mapMac(text: string, replace: (address: string) => string): string {
  return text.replace(MAC, (address) => {
    const plain = address.toLowerCase().replaceAll(/[:-]/g, '');
    return /^(?:0{12}|f{12})$/.test(plain) ? address : replace(plain);
  });
}

/** The eight groups of an IPv6 address without leading zeros; null where the text is none (or a fingerprint, or a time). */
function v6(text: string): string | null {
  const halves = text.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const groups = halves.flat();
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  const [left = [], right] = halves;
  const whole = right === undefined ? groups.length === 8 : halves.length === 2 && groups.length < 8;
  if (!whole || (right === undefined && groups.every(({ length }) => length === 2))) return null;
  const zeros = Array.from({ length: 8 - groups.length }, () => '0');
  return [...left, ...zeros, ...(right ?? [])].map((group) => parseInt(group, 16).toString(16)).join(':');
}
