import type { Pattern } from '../../define';
import { ENDPOINT, GONE, LATER, POD } from '../../vocabulary';

/** What operators paste or say of S10. */
export const recognise: readonly Pattern[] = [
  { pattern: /Local endpoint not found/i, weight: 10 },
  {
    pattern: /\bhns[^\n]{0,80}endpoint[^\n]{0,40} (?:was )?not found|hcn\w{0,40}Endpoint[^\n]{0,120}not found/i,
    weight: 8,
  },
  {
    pattern:
      /\bThe endpoint was not found|endpoint with id \S{1,80} (?:was )?not found|エンドポイントが見つかりませんでした/i,
    weight: 8,
  },
  {
    pattern:
      /\b(?:vNICs?|endpoints?)\b[^\n]{0,60}\b(?:(?:is|are|was|were|being|been|gets?) (?:being )?(?:deleted|removed|gone|lost)|disappear|vanish|(?:deleted|removed) (?:unexpectedly|after|by)\b)/i,
    and: [/\bhns\b|\bvnics?\b|container|\bpods?\b/i],
    weight: 8,
  },
  {
    pattern:
      /\b(?:los(?:e|es|ing)|lost|delet(?:es?|ed|ing)|remov(?:es?|ed|ing))\b[^\n]{0,40}\b(?:hns ?endpoints?|vnics?)\b/i,
    and: [POD],
    weight: 8,
  },
  {
    pattern: /kube-?proxy/i,
    and: [/\b(?:delet|remov|clean|kill)(?:es?|ed|ing|s)?\b|削除|消/i, ENDPOINT],
    weight: 10,
  },
  { pattern: /hostname-override/i, and: [/kube-?proxy/i], weight: 8 },
  {
    pattern:
      /(?:vNICs?|エンドポイント)[^\n。]{0,24}(?:削除され(?!ない|ません)|勝手に|消え(?!ない|ません|ず)|消され|消失|なくな(?!ら)|無くな|失われ|いなくな|消滅)/i,
    weight: 8,
  },
  { pattern: ENDPOINT, and: [LATER, GONE], weight: 9 },
  { pattern: /\bGet-HnsEndpoint\b/i, and: [LATER, GONE], weight: 9 },
  {
    pattern: /\b(?:running|active)\b|実行中|稼働中|動作中|動いて(?:い)?る/i,
    and: [POD, /\bnetwork\b|\bconnectivity\b|\bnics?\b|ネットワーク|通信|接続/i, LATER, GONE],
    weight: 8,
  },
  { pattern: /しばらくすると[^\n]{0,60}(?:通信できな|接続できな|ネットワークが切れ)/, weight: 3 },
  {
    pattern: /(?<!\b(?:never|not|to|can|I|we) )\b(?:remov|delet|clean|kill|wip)(?:es|ed|ing)\b/i,
    and: [
      /\bhns ?endpoints?\b|\bv-?nics?\b/i,
      /\bmy\b|\bwho\b|\bwhy\b|\brunning\b|\bhostname-?override\b|\bhostname override\b|\bkeeps?\b/i,
    ],
    weight: 8,
  },
  { pattern: /--?hostname-override/i, weight: 6 },
  { pattern: /hostname[ -]?override/i, and: [/kube|\bhns\b|\bv-?nics?\b|endpoint|エンドポイント/i], weight: 7 },
  {
    pattern: POD,
    and: [
      /\b(?:network ?)?(?:adapters?|nics?|vnics?|endpoints?|interfaces?)\b|アダプタ|エンドポイント|\bNIC\b/i,
      LATER,
      GONE,
    ],
    weight: 8,
  },
  {
    pattern: /\bcontainers?\b|\bpods?\b|コンテナ|ポッド/i,
    and: [
      /\bnetwork\b|\bconnectivity\b|ネットワーク|通信/i,
      GONE,
      /\bafter (?:\d|a few|some|several)|しばらく|数(?:分|時間)|分後|時間が?(?:経|たつ|後)/i,
    ],
    weight: 7,
  },
  { pattern: /\bv-?nics?\b|仮想 ?NIC/i, and: [GONE], weight: 8 },
  {
    pattern: ENDPOINT,
    and: [/\bhns\b/i, /\b(?:removed|deleted)\b|削除され/i, /\bwhile\b|\brunning\b|実行中|稼働中/i],
    weight: 8,
  },
];
