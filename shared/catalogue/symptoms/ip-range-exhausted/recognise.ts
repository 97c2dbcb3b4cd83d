import type { Pattern } from '../../define';
import { POD, USED_UP } from '../../vocabulary';

/** What operators paste or say of S16. */
export const recognise: readonly Pattern[] = [
  { pattern: /failed to allocate for range \d{1,3}/i, weight: 9 },
  { pattern: /failed to allocate for range/i, weight: 8 },
  { pattern: /no IP addresses available in range set/i, weight: 10 },
  { pattern: /No available (?:IP )?addresses/i, weight: 9 },
  {
    pattern: /\bip(?:s| address(?:es)?)?\b|\baddresses\b|IP ?アドレス|アドレス|podCIDR|\bpod の IP\b/i,
    and: [USED_UP, /\bpods?\b|ポッド|\bnodes?\b|ノード|podCIDR|\bIPAM\b|\bcni\b|\bhost-local\b/i],
    weight: 8,
  },
  { pattern: /\bfail(?:s|ed|ure)?\b.{0,12}\balloc/i, and: [/\brange\b/i, /\bips?\b|\baddress/i], weight: 8 },
  { pattern: /\/2[0-9]\b/, and: [USED_UP, POD], weight: 8 },
  { pattern: /podCIDR|pod subnet|pod の?サブネット|ポッドの?サブネット/i, and: [USED_UP], weight: 8 },
  { pattern: /範囲 ?\d{0,3} ?の割り当てに失敗/, weight: 9 },
  // What the source page runs against it.
  { pattern: /Get-HNSEndpoint \| Remove-HNSEndpoint|Remove-Item -Recurse c:\\var\b/i, weight: 6 },
  { pattern: /\brange[ _-]?set\b/i, and: [USED_UP], weight: 8 },
  { pattern: /\brange set\b/i, and: [/\bips?\b|\baddress/i], weight: 8 },
  { pattern: /\brange \d\b|範囲 ?\d/i, and: [/\balloc|割り?当て|払い出/i], weight: 8 },
];
