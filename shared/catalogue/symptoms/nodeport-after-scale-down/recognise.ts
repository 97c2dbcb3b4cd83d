import type { Pattern } from '../../define';
import { AFTER_SCALING_DOWN, FAILS, NODE_PORT } from '../../vocabulary';

/** What operators paste or say of S09. */
export const recognise: readonly Pattern[] = [
  { pattern: /endpoint information not available for service[^\n]{0,200}not applying any policy/i, weight: 9 },
  { pattern: /externalTrafficPolicy["']?\s?[:=]\s?["']?Local\b/i, weight: 4 },
  { pattern: NODE_PORT, and: [AFTER_SCALING_DOWN], weight: 9 },
  { pattern: NODE_PORT, and: [AFTER_SCALING_DOWN, FAILS], weight: 10 },
  { pattern: NODE_PORT, weight: 2 },
  {
    pattern: NODE_PORT,
    and: [
      /\bonly\b.{0,30}\bnodes?\b.{0,24}\bpods?\b|\bnodes?\b.{0,16}\b(?:without|with no|has no|have no)\b.{0,16}\bpods?\b|(?:pod|ポッド)の?(?:ない|無い|載っていない|のっていない|いない|動いていない)/i,
    ],
    weight: 9,
  },
  { pattern: NODE_PORT, and: [/\blocal (?:windows )?pods?\b|\bneeds? (?:a |one )?.{0,12}\bpods?\b/i], weight: 9 },
];
