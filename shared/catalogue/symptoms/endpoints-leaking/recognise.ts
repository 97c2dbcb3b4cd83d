import type { Pattern } from '../../define';
import { ENDPOINT, LEFT_BEHIND } from '../../vocabulary';

/** What operators paste or say of S15. */
export const recognise: readonly Pattern[] = [
  { pattern: /(?<!API ?)エンドポイント/i, and: [LEFT_BEHIND], weight: 9 },
  {
    pattern: ENDPOINT,
    and: [LEFT_BEHIND, /\bHNS(?:Endpoints?)?\b|\bpods?\b|ポッド|\bIPs\b|windows|\bnode\b/i],
    weight: 9,
  },
  {
    pattern: /\bips?\b|\bip address(?:es)?\b|IP ?アドレス/i,
    and: [/\bleak(?:s|ed|ing)?\b|リーク|\b(?:not|never) released\b|解放され(?:ない|ません|ず)|残(?:った|り続)/i],
    weight: 8,
  },
  {
    pattern: /\b(?:ipam|leases?)\b|リース/i,
    and: [/\bleak|リーク|\b(?:not|never) released\b|解放され|残っ/i, /\bpods?\b|ポッド|ipam/i],
    weight: 8,
  },
  { pattern: /\bhns ?endpoints?\b|HNS ?の?エンドポイント/i, and: [LEFT_BEHIND], weight: 10 },
  { pattern: /hnsdiag list endpoints/i, weight: 7 },
  { pattern: /\bGet-HnsEndpoint\b/i, and: [/\bcount\b|measure|more|larger|grow|多い|増/i], weight: 8 },
  { pattern: /failed to delete hnsendpoint|DeleteHNSEndpoint/i, weight: 8 },
  { pattern: /hcnDeleteEndpoint failed/i, weight: 7 },
  { pattern: /plugin type="(?:win-bridge|win-overlay|azure-vnet)" failed \(delete\)/i, weight: 8 },
  // The plugins of Linux nodes say so as well.
  { pattern: /plugin type="[^"]{1,40}" failed \(delete\)/i, weight: 3 },
  {
    pattern: /\bips?\b|\bip address(?:es)?\b|IP ?アドレス/i,
    and: [
      /\bdelet|\bremov|\bold\b|\bstale\b|\bdead\b|\bterminated\b|\bgone\b|削除|消し|古い|昔の/i,
      /\bpods?\b|ポッド/i,
      LEFT_BEHIND,
    ],
    weight: 8,
  },
  { pattern: /\b(?:endpoints?|ips)(?:\/ips)? (?:are |is )?leak(?:s|ing)?\b(?! [a-z])/i, weight: 7 },
];
