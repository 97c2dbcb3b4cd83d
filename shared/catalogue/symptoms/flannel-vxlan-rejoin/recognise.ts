import type { Pattern } from '../../define';
import { CONNECT, OVERLAY, POD, REJOINED, TROUBLE } from '../../vocabulary';

/** What operators paste or say of S11. */
export const recognise: readonly Pattern[] = [
  { pattern: /Source ?Vip endpoint creation failed/i, weight: 10 },
  { pattern: /source-vip flag not set/i, weight: 10 },
  { pattern: /has been allocated to dummy/i, weight: 10 },
  { pattern: /\bsourceVip(?:Request)?\.json\b/i, weight: 10 },
  { pattern: /could not find host mac address/i, weight: 7 },
  // host-local of Linux nodes says so of sandboxes.
  { pattern: /duplicate allocation is not allowed/i, weight: 3 },
  { pattern: /address is invalid or reserved|アドレスが無効か、?予約/i, weight: 7 },
  { pattern: REJOINED, and: [OVERLAY], weight: 8 },
  { pattern: REJOINED, and: [POD, CONNECT], weight: 9 },
  {
    pattern: REJOINED,
    and: [/\bpod ?cidr\b|\bpod subnet|Pod ?(?:の)?サブネット|ポッド ?(?:の)?サブネット/i],
    weight: 9,
  },
  {
    pattern: /\bsource[ -]?vip\b|ソース ?VIP/i,
    and: [
      /\b(?:old|stale|former|previous|wrong|fail)|古い|以前|前の|失敗|ありません|設定され(?:ない|ていません)|ない/i,
    ],
    weight: 9,
  },
  { pattern: /\bpod ?cidr\b|\bpod subnet/i, and: [/\b(?:old|stale|former|previous)\b|古い|以前の|前の/i], weight: 7 },
  { pattern: /\bsource[ _-]?vip/i, and: [/\bflag\b|\bdummy\b|\bjson\b|\bendpoint\b|\bcreat/i], weight: 7 },
  { pattern: /source[_-]?vip|ソース ?VIP/i, weight: 6 },
  {
    pattern: /\bsource vip\b/i,
    and: [/\bpods?\b|ポッド|\bcidr\b|\bsubnet\b|サブネット|kube|\bnodes?\b|ノード|flannel|vxlan/i],
    weight: 7,
  },
  { pattern: REJOINED, and: [/\bflannel|\bpods?\b|ポッド|\bvxlan\b/i, TROUBLE], weight: 9 },
];
