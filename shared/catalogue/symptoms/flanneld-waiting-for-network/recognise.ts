import type { Pattern } from '../../define';
import { MISSING, STUCK } from '../../vocabulary';

/** What operators paste or say of S12. */
export const recognise: readonly Pattern[] = [
  { pattern: /Waiting for the Network(?: \(\S{1,60}\))? to be created/i, weight: 10 },
  { pattern: /failed to get management IP from HNSNetwork|Waiting to get ManagementIP\b/i, weight: 10 },
  { pattern: /Waiting to get net interface/i, weight: 9 },
  { pattern: /pod cidr not assigned/i, weight: 9 },
  { pattern: /Could not find valid interface matching|Failed to find any valid interface to use/i, weight: 9 },
  { pattern: /failed to acquire lease: node/i, weight: 8 },
  { pattern: /took too long to get ready/i, and: [/flannel|cbr0|vxlan0/i], weight: 9 },
  { pattern: /\bflanneld?\b/i, and: [STUCK], weight: 8 },
  {
    pattern: /\bflanneld?\b/i,
    and: [/ネットワーク|network|vxlan0|cbr0/i, /waiting|いつまでも|待(?:ち|機|って)/i],
    weight: 8,
  },
  { pattern: /ネットワークが作成されるのを待/, weight: 10 },
  { pattern: /ネットワーク(?:が|の)?(?:作成|生成|作られる|できる)(?:を|の)?(?:待|のを待|完了待)/, weight: 8 },
  { pattern: /\bwait(?:s|ing)?\b/i, and: [/\bnetwork\b/i, /\bcreated?\b|\bflannel/i], weight: 8 },
  { pattern: /\bflanneld?\b/i, and: [/ネットワーク|\bnetwork\b/i, MISSING], weight: 7 },
  { pattern: /\bflanneld?\b/i, and: [/\binterface\b|インターフェイス|インターフェース/i, MISSING], weight: 8 },
  { pattern: /failed to get management IP|Error registering network: timeout/i, weight: 9 },
  { pattern: /\bmanagement ?ip\b|管理 ?IP/i, and: [/\bflannel/i], weight: 8 },
  {
    pattern: /\bflanneld?\b/i,
    and: [
      /\bnever creates?|(?:\bnot|n't) creat|作成し(?:ない|ません|て)|作(?:らない|りません|って(?:くれ)?(?:ない|ません)|られ)/i,
      /network|ネットワーク|vxlan0|cbr0|flannel\.4096/i,
    ],
    weight: 9,
  },
  { pattern: /took too long to get ready/i, weight: 5 },
  {
    pattern: /\bstart(?:-kubelet)?\.ps1\b|\binstall script\b|\bhelper\.psm1\b/i,
    and: [/\bwait(?:s|ing)? (?:for|on)\b|待(?:ち|機|って|つ)/i, /\bnetwork\b|ネットワーク/i],
    weight: 9,
  },
  { pattern: /flanneld\.exe --kubeconfig-file/i, weight: 5 },
  { pattern: /\bwaiting for the network\b(?! \w)/i, and: [STUCK], weight: 7 },
  {
    pattern: /\bflanneld?\b/i,
    and: [
      /\bnetwork\b|ネットワーク|\bcbr0\b|\bvxlan0\b/i,
      /\bappear|\bcreat|\bbefore\b|\bcome up\b|出てこ|作成|作ら/i,
      /\brestart|再起動|\btwice\b|何度/i,
    ],
    weight: 9,
  },
  {
    pattern: /(?<!kube-)\bflanneld?\b/i,
    and: [/\bnetwork\b|\bvxlan0\b|\bcbr0\b|ネットワーク/i, MISSING, /\bcreat|作/i],
    weight: 9,
  },
];
