import type { Pattern } from '../../define';
import { BETWEEN_NODES, CONNECT, FAILS, NODE, POD } from '../../vocabulary';

/** What operators paste or say of S14. */
export const recognise: readonly Pattern[] = [
  {
    pattern: /\b(?:vsphere|nsx|esxi|vmware)\b/i,
    and: [/\bpods?\b|ポッド|\boverlay\b|オーバーレイ|\bvxlan\b|\b4789\b|\bflannel\b/i],
    weight: 9,
  },
  { pattern: /\b4789\b/, and: [/\budp\b|\bports?\b|ポート|\bvxlan\b/i], weight: 7 },
  { pattern: POD, and: [BETWEEN_NODES, FAILS], weight: 8 },
  { pattern: /\bpods?[ -]to[ -]pods?\b|(?:pod|ポッド) ?(?:間|同士)/i, and: [FAILS], weight: 7 },
  { pattern: /\bpods?[ -]to[ -]pods?\b|(?:pod|ポッド) ?(?:間|同士)/i, and: [BETWEEN_NODES, FAILS], weight: 8 },
  { pattern: /"VNI": ?\d{1,8}/, and: [/"Port": ?\d{1,5}/], weight: 6 },
  {
    pattern: /\bpods?\b.{1,60}\bpods?\b|(?:pod|ポッド)[^。]{1,40}(?:pod|ポッド)/i,
    and: [NODE, CONNECT, FAILS],
    weight: 7,
  },
  {
    pattern: POD,
    and: [/\bonly\b.{0,60}\bsame (?:node|host)|同じ(?:ノード|ホスト)[^。]{0,24}(?:だけ|しか|のみ)/i, CONNECT],
    weight: 8,
  },
  {
    pattern: /\bpods?[ -]to[ -]pods?\b|(?:pod|ポッド) ?(?:間|同士)/i,
    and: [
      /\bsame (?:node|host|vm|machine)\b|\b(?:within|inside) (?:a|one|the) (?:node|host)|同じ(?:ノード|ホスト)|同一(?:ノード|ホスト)|ノード内/i,
      /\bonly\b|だけ|のみ|しか/i,
    ],
    weight: 8,
  },
];
