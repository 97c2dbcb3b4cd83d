import type { Pattern } from '../../define';
import {
  ASKS,
  BY_NODE,
  CLUSTER_IP,
  FAILS,
  LOAD_BALANCER,
  MISSING,
  NODE,
  SERVICE,
  TROUBLE,
  UNEVENLY,
  USED_UP,
} from '../../vocabulary';

/** What operators paste or say of S03. */
export const recognise: readonly Pattern[] = [
  {
    pattern:
      /hcnCreateLoadBalancer failed in Win32:[^\n]{0,300}(?:port already exists|0x803b0013|\(0x0{0,7}e\)|not enough memory)/i,
    weight: 10,
  },
  { pattern: /hcnCreateLoadBalancer\b/i, weight: 9 },
  {
    pattern: /(?:ClusterIP|Nodeport|ExternalIP|IngressIP|Healthcheck loadbalancer) policy creation failed/i,
    weight: 9,
  },
  { pattern: /Remote endpoint creation failed/i, weight: 8 },
  { pattern: /Policy creation failed: hcn/i, weight: 8 },
  {
    pattern: /Couldn't reserve more than \d{1,6} ranges|Successfully reserved \d{1,6} ranges of 64 ports/i,
    weight: 9,
  },
  { pattern: /specified port already exists|指定されたポートは既に存在/i, weight: 9 },
  {
    pattern: /\bport (?:already )?exists\b|ポートが?(?:既に|すでに)存在/i,
    and: [/kube-?proxy|\bhcn|\bhns|load ?balancer/i],
    weight: 9,
  },
  { pattern: /\bdynamic ?port ?range\b/i, weight: 7 },
  {
    pattern: /HNS network is not present or has changed since the last sync|Querying HNS for endpoints failed/i,
    weight: 9,
  },
  { pattern: /0x803b00(?:12|1c)\b/i, weight: 5 },
  { pattern: LOAD_BALANCER, and: [NODE, UNEVENLY], weight: 8 },
  { pattern: LOAD_BALANCER, and: [/\bHNS\b|kube-?proxy|windows/i, FAILS], weight: 6 },
  { pattern: LOAD_BALANCER, and: [/\bHNS\b|kube-?proxy|windows/i, MISSING], weight: 7 },
  { pattern: SERVICE, and: [NODE, UNEVENLY], weight: 7 },
  { pattern: SERVICE, and: [BY_NODE], weight: 10 },
  { pattern: CLUSTER_IP, and: [BY_NODE], weight: 10 },
  { pattern: LOAD_BALANCER, and: [BY_NODE], weight: 10 },
  { pattern: /kube-?proxy/i, and: [/\b(?:policy|policies|rules)\b|ポリシー|ルール/i, FAILS], weight: 7 },
  {
    pattern:
      /\b(?:dynamic|ephemeral) (?:tcp |udp )?port|\bport ?pool\b|ポート ?プール|(?:動的|一時|エフェメラル) ?(?:TCP ?)?ポート/i,
    and: [/exhaust|ran out|run out|used up|no free|too few|枯渇|不足|足りな|使い切|使い果た|空き/i],
    weight: 8,
  },
  { pattern: /\benable-dsr\b|\bDSR\b|\bDirect Server Return\b/, weight: 6 },
  { pattern: LOAD_BALANCER, and: [NODE, MISSING], weight: 7 },
  { pattern: LOAD_BALANCER, and: [/\binconsisten/i], weight: 7 },
  { pattern: LOAD_BALANCER, and: [/\bhcn|\bhns\b/i, TROUBLE], weight: 6 },
  {
    pattern: /\bpolic(?:y|ies)\b.{0,20}\bcreat|\bcreat\w{1,5}\b.{0,20}\bpolic(?:y|ies)\b/i,
    and: [/\bfail/i, /\bhcn|\bhns|kube-?proxy|load ?balancer/i],
    weight: 8,
  },
  {
    pattern:
      /\bport ?(?:pool|range|block|reservation)s?\b|\b64[- ]ports?\b|ポート ?の? ?(?:プール|範囲|ブロック|予約)/i,
    and: [USED_UP, /\bwindows\b|\bhns\b|kube|\bservices?\b|\bnodes?\b|サービス|ノード|\b64\b|64 ?(?:個|ポート)/i],
    weight: 8,
  },
  {
    pattern: /\bservices?\b|サービス/i,
    and: [
      /\bnode[ -]?(?:\d|[a-z]\b)|ノード ?[a-z0-9]\b/i,
      /\bnot\b|n't\b|\bonly\b|ない|ません|だけ|しか/i,
      /\bhns\b|windows|kube-?proxy|\bnode ?\w\b.{1,60}\bnode ?\w\b|ノード ?\w.{1,30}ノード ?\w/i,
    ],
    weight: 8,
  },
  {
    pattern: /\bsvcs?\b|\bservices?\b|サービス/i,
    and: [/\bhcn|\bhns\b|kube-?proxy/i, FAILS, /\bhalf\b|\bsome\b|\bmany\b|\bnewer\b|一部|半分|いくつか/i],
    weight: 8,
  },
  { pattern: /\bsvc\b/i, and: [BY_NODE], weight: 10 },
  { pattern: /(?:動的|一時|エフェメラル) ?(?:TCP ?|UDP ?)?ポート|\bdynamic ?port/i, and: [ASKS], weight: 7 },
  { pattern: LOAD_BALANCER, and: [/\bhns\b|kube-?proxy/i, TROUBLE], weight: 6 },
  {
    pattern: LOAD_BALANCER,
    and: [/\bonly some\b|\bsome services\b|一部の|\bnot all\b/i, /windows|\bhns\b|kube|\bnodes?\b|ノード/i],
    weight: 8,
  },
  { pattern: /\bdsr\b/i, and: [/kube-?proxy|windows|\bhns\b|load ?balanc/i], weight: 7 },
  {
    pattern: /ポート|\bports?\b/i,
    and: [USED_UP, /\bhns\b|kube-?proxy|load ?balancer|ロード ?バランサ/i],
    weight: 8,
  },
  { pattern: /\bpolicy creation failed\b/i, and: [/kube-?proxy|\bservices?\b|サービス/i], weight: 10 },
  {
    pattern: /\bport exhaust|\bports? (?:are |is )?exhaust|ポート(?:の|が)?枯渇/i,
    and: [/\bservices?\b|サービス|kube|k8s|\bhns\b|windows/i],
    weight: 8,
  },
  { pattern: SERVICE, and: [MISSING, /kube-?proxy|\bhns\b/i, /\bnodes?\b|ノード/i], weight: 7 },
];
