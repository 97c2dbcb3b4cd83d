import type { Pattern } from '../../define';
import { FAILS, HOST_GW, OUTSIDE, POD } from '../../vocabulary';

/** What operators paste or say of S06. */
export const recognise: readonly Pattern[] = [
  { pattern: /\bazure\b|\bAKS\b/i, and: [HOST_GW], weight: 10 },
  { pattern: HOST_GW, and: [OUTSIDE, POD, FAILS], weight: 9 },
  { pattern: /\bazure\b/i, and: [/\bflannel\b|\bcbr0\b|\bl2bridge\b/i, OUTSIDE], weight: 10 },
  { pattern: /\bUDRs?\b|\buser[- ]defined routes?\b|\bBridgeRoute\b|ユーザー定義(?:の)?ルート/i, weight: 6 },
  { pattern: /\baz network route-table\b/i, weight: 8 },
  {
    pattern: /\bazure\b/i,
    and: [
      /\bpods?\b|ポッド|\bflannel\b/i,
      /\broutes?\b|\broute tables?\b|ルート|\bip forwarding\b|IP 転送|\bdrops?\b|破棄/i,
    ],
    weight: 9,
  },
  { pattern: /\bVirtualAppliance\b|next hop/i, and: [POD], weight: 7 },
  { pattern: /curl: \(28\)/i, weight: 2 },
  { pattern: /i\/o timeout/i, weight: 1 },
];
