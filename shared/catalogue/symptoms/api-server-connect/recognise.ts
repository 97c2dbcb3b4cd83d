import type { Pattern } from '../../define';
import { API_SERVER, CLUSTER_TRAFFIC, COMPONENT, CONNECT, FAILS, NO_OTHER_SERVER, NO_REGISTRY } from '../../vocabulary';

/** What operators paste or say of S23. */
export const recognise: readonly Pattern[] = [
  { pattern: /Unable to connect to the server/i, weight: 9 },
  { pattern: /You must be logged in to the server/i, weight: 9 },
  { pattern: /x509: certificate is valid for/i, and: [NO_REGISTRY], weight: 9 },
  { pattern: /client certificate .{0,200} is expired/i, weight: 9 },
  { pattern: /certificate has expired or is not yet valid/i, weight: 8 },
  { pattern: /x509: certificate signed by unknown authority/i, and: [NO_REGISTRY], weight: 6 },
  { pattern: /\bx509:/i, and: [NO_REGISTRY], weight: 5 },
  { pattern: /\bx509\b|certificate signed by unknown authority/i, and: [CLUSTER_TRAFFIC], weight: 8 },
  {
    pattern: /dial tcp\b[^\n]{0,260}(?:connectex:|i\/o timeout|no such host|そのようなホスト)/i,
    and: [CLUSTER_TRAFFIC],
    weight: 8,
  },
  { pattern: /dial tcp [^\s]{1,260}:(?:6443|8443)\b/i, weight: 7 },
  { pattern: /connection to the server (?:\S{1,260} )?was refused/i, weight: 6 },
  { pattern: /connectex:/i, and: [NO_OTHER_SERVER], weight: 5 },
  { pattern: /connectex:/i, and: [CLUSTER_TRAFFIC], weight: 6 },
  { pattern: /unable to load bootstrap kubeconfig/i, weight: 6 },
  { pattern: /couldn't get current server API group list/i, weight: 6 },
  { pattern: API_SERVER, and: [CONNECT, FAILS], weight: 8 },
  { pattern: API_SERVER, and: [CONNECT, FAILS, COMPONENT], weight: 9 },
  {
    pattern: API_SERVER,
    and: [
      /\bcert(?:ificate)?s?\b|証明書|\bSANs?\b/i,
      /expire|untrusted|not trusted|invalid|wrong|n't|\bnot?\b|missing|mismatch|期限|切れ|エラー|\berror|信頼|無効|含まれ|一致し|ない/i,
    ],
    weight: 8,
  },
  {
    pattern: /\b(?:kubelet|kube-?proxy|flanneld?|kubeconfig)\b/i,
    and: [/\bcert(?:ificate)?s?\b|証明書/i, /expir|期限|切れ/i],
    weight: 7,
  },
  { pattern: /no such host/i, weight: 2 },
  { pattern: /\bUnauthorized\b/i, weight: 2 },
  { pattern: /\bUnauthorized\b/i, and: [/kubelet|kubectl|API server/i], weight: 5 },
  {
    pattern:
      /^(?:対象のコンピューターによって拒否されたため、接続できませんでした。?|No connection could be made because the target machine actively refused it\.?)$/im,
    weight: 5,
  },
  { pattern: /接続済みの呼び出し先が一定の時間を過ぎても正しく応答しなかった/, weight: 3 },
  { pattern: /https:\/\/[^\s]{1,260}:(?:6443|8443)\b/i, and: [CONNECT, FAILS], weight: 8 },
  {
    pattern: /\bfailed to (?:list|watch) \*v1/i,
    and: [/\bUnauthorized\b|x509|connectex|no such host|timeout/i],
    weight: 8,
  },
  {
    pattern: /\bkubeconfig\b/i,
    and: [
      /\bserver\b|\baddress\b|\bendpoint\b|サーバ|アドレス|接続先/i,
      /\bwrong\b|\bold\b|\bnot\b|\binvalid\b|n't\b|\boutdated\b|古い|違|誤|間違/i,
    ],
    weight: 8,
  },
  {
    pattern: /\bcert(?:ificate)?s?\b|証明書/i,
    and: [COMPONENT, /\bunknown authority\b|\buntrusted\b|\bnot trusted\b|\binvalid\b|\brevoked\b|失効|信頼|無効/i],
    weight: 8,
  },
  { pattern: /\bunknown authority\b/i, and: [/\bkube/i], weight: 8 },
  { pattern: /\bconnectex\b/i, and: [/\b6443\b/], weight: 8 },
];
