import type { Pattern } from '../../define';
import { FAILS, TRIED_ALL, TROUBLE } from '../../vocabulary';

/** What operators paste or say of S19. */
export const recognise: readonly Pattern[] = [
  { pattern: /:10250\b[^\n]{0,300}(?:i\/o timeout|refused|connectex)/i, weight: 10 },
  { pattern: /\b10250\b/, and: [FAILS], weight: 8 },
  { pattern: /error dialing backend/i, weight: 9 },
  { pattern: /\bstill\b/i, and: [/\b(?:see|seeing|have|having)\b/i, /\bproblems?\b|\bissues?\b/i], weight: 6 },
  { pattern: /\bstill (?:not working|broken|failing|does ?n[o']t work)/i, weight: 5 },
  {
    pattern: TRIED_ALL,
    and: [
      /\bnetwork|\bconnect|\bpods?\b|\bnodes?\b|\bkube|\bpage\b|\bguide\b|ネットワーク|つなが|繋が|接続|通信|ポッド|ノード|トラブルシュート|トラブルシューティング|手順/i,
      FAILS,
    ],
    weight: 6,
  },
  {
    pattern: /\bpods?\b|ポッド/i,
    and: [/物理|ハイパーバイザ|\bhypervisor\b|\bphysical\b/i, /許可|\ballow|ブロック|\bblock|\bdrop|破棄/i],
    weight: 9,
  },
  { pattern: TRIED_ALL, and: [/\bfix(?:es)?\b|\bremed/i, /\b(?:none|nothing)\b/i], weight: 5 },
  {
    pattern:
      /\banti-?spoof|\bspoof(?:ing|ed)?\b|MAC ?アドレス(?:の)?(?:偽装|スプーフィング)|\bpromiscuous\b|なりすまし|スプーフィング/i,
    and: [/\bpods?\b|ポッド|\bnodes?\b|ノード|kube/i],
    weight: 8,
  },
  {
    pattern: /\b(?:traffic|packets?|protocols?)\b|トラフィック|パケット|プロトコル/i,
    and: [
      /\bpods?\b|ポッド/i,
      /\b(?:physical|hypervisor|underlay|fabric|topology|cloud|infrastructure|firewall)\b|物理|ハイパーバイザ|基盤|下位|許可/i,
    ],
    weight: 9,
  },
  // The complaint alone, or of a cluster.
  {
    pattern:
      /(?:^|"|。\s?)[^\n。"]{0,12}(?:まだ[^\n。"]{0,12}(?:問題|直[らり]|解決し|治ら)|問題が(?:続いて|残って|解決しない|解決しません))[^\n。"]{0,20}(?:[。?、]?[^\n。"]{0,10}(?:どう|何|なに)[^\n"]{0,16})?[。?]?(?:$|")/m,
    weight: 6,
  },
  {
    pattern: /まだ[^\n。]{0,12}(?:問題|直[らり]|解決し|治ら)|問題が(?:続いて|残って|解決しない|解決しません)/,
    and: [/windows|kube|\bpods?\b|ポッド|ノード|ネットワーク|通信|対処|手順|つなが|繋が|接続|確認/i],
    weight: 6,
  },
  {
    pattern: /どうすれば(?:いい|よい)[^\n。]{0,6}わか/,
    and: [/windows|kube|\bpods?\b|ポッド|ノード|ネットワーク|通信|手順|試/i],
    weight: 6,
  },
  {
    pattern: /\bstill\b/i,
    and: [
      FAILS,
      /\bwindows (?:network|pods?|nodes?)|\bpods?\b|\bkube|\bwhat should\b/i,
      /\bluck\b|\bproblems?\b|\bissues?\b|\bbroken\b/i,
    ],
    weight: 6,
  },
  { pattern: /firewall|ファイアウォール/i, and: [/\bpods?\b|ポッド/i, FAILS], weight: 8 },
  { pattern: /firewall|ファイアウォール/i, and: [/\bpods?\b|ポッド/i, /traffic|between|通信/i], weight: 8 },
  { pattern: /\btopology\b|トポロジ/i, and: [/l2bridge|overlay/i], weight: 7 },
  {
    pattern: TRIED_ALL,
    and: [/\btroubleshoot|\b(?:whole|entire) (?:list|page|guide)\b|トラブル ?シュー/i],
    weight: 6,
  },
  {
    pattern: /\b(?:packets?|traffic)\b|パケット|トラフィック/i,
    and: [
      /\bpods?\b|ポッド/i,
      /\bnetwork team\b|\bsource (?:ip|address)|\bswitch(?:es)?\b|ネットワーク ?(?:チーム|担当|管理者)|送信元|スイッチ/i,
      /\bdrop|破棄|ドロップ|許可|\ballow|\bblock|遮断/i,
    ],
    weight: 9,
  },
  {
    pattern: /\bstill\b|まだ|未だ/i,
    and: [/\bpods?\b|ポッド/i, FAILS, /\bsuggest|\bsteps?\b|\bfollowed\b|\bhelp|手順|対処|案内/i],
    weight: 7,
  },
  {
    pattern: TRIED_ALL,
    and: [/\bwindows (?:pods?|nodes?|network)|\bwin network|Windows ?(?:ノード|ポッド|Pod)/i, TROUBLE],
    weight: 7,
  },
  {
    pattern:
      /\bunknown macs?\b|\bmac (?:addresses|spoof|address changes)\b|\bforged transmits?\b|偽装転送|MAC ?アドレス/i,
    and: [/\bpods?\b|ポッド/i, /\ballow|\bpermit|許可|\brequire|必要|\bdrop|破棄/i],
    weight: 9,
  },
];
