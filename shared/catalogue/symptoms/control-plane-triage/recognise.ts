import type { Pattern } from '../../define';
import { API_SERVER, FAILS, NO_OTHER_SERVER, TROUBLE } from '../../vocabulary';

/** What operators paste or say of S22. */
export const recognise: readonly Pattern[] = [
  { pattern: /connection to the server (?:\S{1,260} )?was refused/i, weight: 9 },
  { pattern: /etcdserver: /i, weight: 10 },
  { pattern: /\betcd ?server\b/i, and: [FAILS], weight: 9 },
  { pattern: /connection\b.{0,60}\brefused\b.{0,30}did you specify the right host/i, weight: 9 },
  { pattern: /\[[+-]\]etcd (?:ok|failed)|livez check failed|healthz check failed/i, weight: 9 },
  { pattern: /an error on the server \(.{1,260}\) has prevented the request from succeeding/i, weight: 8 },
  {
    pattern: /Error from server \(ServiceUnavailable\)|the server is currently unable to handle the request/i,
    weight: 7,
  },
  { pattern: /net\/http: TLS handshake timeout/i, and: [NO_OTHER_SERVER], weight: 5 },
  {
    pattern: /net\/http: TLS handshake timeout/i,
    and: [/Unable to connect to the server|:6443|kubectl|\/apis?\//i],
    weight: 10,
  },
  {
    pattern:
      /(?:kube-(?:apiserver|controller-manager|scheduler)|etcd)-?\S{0,80}\s{1,20}0\/1\s{1,20}\S*(?:CrashLoopBackOff|Error)/i,
    weight: 9,
  },
  {
    pattern: /(?:kube-(?:apiserver|controller-manager|scheduler)|\betcd)\b/i,
    and: [/CrashLoopBackOff|\bcrash|\bdown\b|クラッシュ|落ち|起動し|再起動|\bError\b|unhealthy/i],
    weight: 9,
  },
  { pattern: /(?<![/-])\bcontrol[ -]?plane\b|コントロール ?プレーン/i, and: [FAILS], weight: 8 },
  { pattern: /(?<!\/)\bmaster\b|マスター/i, and: [/kubernetes|k8s|kubectl|ノード|\bapi\b/i, FAILS], weight: 7 },
  { pattern: API_SERVER, and: [/CrashLoopBackOff|\bcrash|クラッシュ|落ち/i], weight: 9 },
  { pattern: /kubernetes master errors|マスターエラー/i, weight: 9 },
  {
    pattern:
      /^[^\n]{0,20}マスター?(?:ノード|サーバー?)?(?:に問題|[がも](?:落ち|ダウン|死|止ま|おかし|応答|反応|固ま|動か|不調))|\bmaster (?:node )?(?:is )?(?:down|unreachable|dead)/im,
    weight: 7,
  },
  { pattern: /\bkube-system\b/i, and: [/CrashLoopBackOff|クラッシュ|\bcrash|\bError\b/i], weight: 6 },
  {
    pattern: /(?<![/-])\bcontrol[ -]?plane\b|コントロール ?プレーン/i,
    and: [/\brestart(?:s|ing)\b|再起動/i],
    weight: 8,
  },
  { pattern: /\betcd\b/i, and: [FAILS], weight: 8 },
  { pattern: /\b6443\b/, and: [/\brefused?\b|拒否/i], weight: 5 },
  {
    pattern: /\b(?:kube-)?(?:api-?server|controller-manager|scheduler)\b/i,
    and: [
      /\bexit(?:s|ed|ing)?\b|\bdies\b|\bdied\b|\bkeeps? (?:restart|crash|dy)|\bnot (?:running|up)\b|止ま|停止|動いて(?:い)?ない/i,
    ],
    weight: 9,
  },
  {
    pattern: /(?<![/-])\bmaster\b|マスター?/i,
    and: [/\bkubelet\b|\bkube|\bk8s\b|クラスター?|\bcontrol/i, FAILS],
    weight: 8,
  },
  {
    pattern: API_SERVER,
    and: [
      /\brestart(?:s|ed|ing)\b|再起動/i,
      /\bconstant|\bkeeps?\b|\ball the time\b|\bevery\b|\bloop|繰り返|続け|何度|ループ|\brestarting\b/i,
    ],
    weight: 9,
  },
  { pattern: /\btls handshake time(?:d )?-?out\b/i, and: [/\bkube|\b6443\b|\bapi ?server/i], weight: 8 },
  {
    pattern: /\b(?:kube-apiserver|etcd|kube-scheduler|kube-controller-manager)\b/i,
    and: [/(?<!\/)\bmaster\b|マスター|control ?-?plane|コントロール ?プレーン/i, TROUBLE],
    weight: 8,
  },
  {
    pattern: /\bmaster\b|マスター/i,
    and: [
      /kubernetes|\bk8s\b|\bkube/i,
      /障害|\bunresponsive\b|\bdown\b|\bdead\b|\bbroken\b|\btriage\b|\bdiagnos|切り分け|調べ|調査/i,
    ],
    weight: 8,
  },
  { pattern: /\bmaster nodes?\b|\bk8s master\b|\bkubernetes master\b|マスター ?ノード/i, and: [FAILS], weight: 6 },
  {
    pattern: /^[^\n]{0,16}マスター?(?:ノード)?の?(?:調子|具合|様子|状態|障害|トラブル|異常)/im,
    and: [TROUBLE],
    weight: 6,
  },
  {
    pattern: /\bmaster components?\b|\bstatic pods?\b|\bsystem containers?\b|システム ?コンテナ/i,
    and: [TROUBLE],
    weight: 6,
  },
];
