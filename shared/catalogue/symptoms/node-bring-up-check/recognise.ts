import type { Pattern } from '../../define';
import { ASKS, COMPONENT, FAILS, MISSING, NODE, STUCK } from '../../vocabulary';

/** What operators paste or say of S01. */
export const recognise: readonly Pattern[] = [
  { pattern: /Kubelet stopped posting node status/i, weight: 10 },
  { pattern: /\bNotReady(?:,SchedulingDisabled)?\s{1,40}\S{1,80}\s{1,40}\d{1,5}[smhdy]/i, weight: 8 },
  { pattern: /^\S{1,253}\s+NotReady\b/im, weight: 7 },
  { pattern: /\bstatus is now: NodeNotReady\b|\bNodeStatusUnknown\b|\bKubeletNotReady\b/i, weight: 8 },
  { pattern: /\bNotReady\b/, weight: 5 },
  { pattern: /\bNotReady\b/i, and: [NODE], weight: 7 },
  {
    pattern: /failed to run Kubelet:|failed to load kubelet config file|unable to load bootstrap kubeconfig/i,
    weight: 9,
  },
  { pattern: /failed to parse kubelet flag: unknown flag/i, weight: 10 },
  {
    pattern: /unknown flag: --(?:network-plugin|cni-|container-runtime|pod-infra|image-pull|log-dir|logtostderr)/i,
    weight: 8,
  },
  { pattern: /listen tcp \S{1,60}:10250: bind/i, weight: 8 },
  { pattern: /nodes? "[^"\n]{1,253}" (?:not found|is not allowed to modify node)/i, weight: 8 },
  { pattern: /Unable to register node with API server/i, weight: 8 },
  { pattern: /container runtime network not ready|NetworkPluginNotReady/i, weight: 7 },
  {
    pattern:
      /cni (?:plugin )?not initiali[sz]ed|cni config (?:uninitiali[sz]ed|is not)|network ?plugin (?:is )?not ?ready|no network config found in/i,
    weight: 7,
  },
  { pattern: /\bready\b/i, and: [NODE, /\bunknown\b/i], weight: 7 },
  // A node that does not become Ready.
  { pattern: /\bready\b|準備/i, and: [NODE, FAILS], weight: 7 },
  { pattern: /\bkubelet(?:\.exe)?\b/i, and: [STUCK], weight: 6 },
  {
    pattern: /\b(?:join(?:ed|ing)?|regist(?:er|ered|ration))\b|参加|登録/i,
    and: [NODE, FAILS, /cluster|クラスタ/i, /windows|kube|k8s|worker|ワーカー/i],
    weight: 6,
  },
  // Whether it is up at all.
  {
    pattern:
      /completed? successfully|\b(?:came|come|is) up\b|正常に(?:完了|セットアップ|起動)|うまく(?:いった|できた)|成功した/i,
    and: [/kubernetes/i, /how|verify|check|successfully|正常/i],
    weight: 8,
  },
  {
    pattern: /\bkubelet\b/i,
    and: [/kube-?proxy/i, /\b(?:running|run|up)\b|動い|実行|起動して/i, /how|check|\?|か|確認/i],
    weight: 7,
  },
  {
    pattern: /\bkubelet(?:\.exe)?\b/i,
    and: [MISSING, /process|プロセス|task manager|タスク ?マネージャ|Get-Process|service|サービス|\.exe/i],
    weight: 6,
  },
  {
    pattern: /\b(?:shows? up|see|appears?|list(?:s|ed)?|visible)\b|表示され|見え|出て(?:こ|来)|現れ|載ら|一覧/i,
    and: [NODE, /get nodes|cluster|クラスタ|追加|参加|join/i, FAILS],
    weight: 6,
  },
  { pattern: /node\.kubernetes\.io\/(?:not-ready|unreachable)/, weight: 6 },
  { pattern: /Failed to contact API server when waiting for CSINode|Failed to initialize CSINode/i, weight: 5 },
  {
    pattern:
      /Cannot find a process with the name "(?:kubelet|kube-proxy)"|名前 "(?:kubelet|kube-proxy)" のプロセスが見つかりません/i,
    weight: 8,
  },
  { pattern: /failed to load CNI config/i, weight: 7 },
  { pattern: COMPONENT, and: [/process|プロセス/i, FAILS], weight: 5 },
  { pattern: /\bnode not found\b/i, and: [/\bkubelet\b/i], weight: 6 },
  {
    pattern: /\b(?:check|verify|know|tell|confirm|is everything)\b|確認|判断|わか|分か/i,
    and: [
      NODE,
      /\b(?:everything|healthy|processes|running|up|finished|done|properly|correctly|ok)\b|セットアップ|完了|正常|起動して|構築|プロセス/i,
      /windows|kube|k8s/i,
    ],
    weight: 6,
  },
  { pattern: /\b(?:kubectl )?get nodes?\b/i, and: [FAILS], weight: 7 },
  {
    pattern: /\bunknown\b/i,
    and: [NODE, /状態|ステータス|\bstatus\b|\bstate\b|\bshows?\b|\bshown\b|\bis\b|表示|に?なっ/i],
    weight: 7,
  },
  { pattern: /\bkubelet\b/i, and: [/\bstop/i, /\bstatus\b/i, /\bpost/i], weight: 7 },
  {
    pattern: /\bnever (?:\w{1,12} )?join|\b(?:not|n't) join|参加でき|join でき/i,
    and: [NODE, /windows|kube|k8s|\bwin\b|\bworkers?\b|ワーカー/i],
    weight: 7,
  },
  {
    pattern: /\bready\b/i,
    and: [NODE, /どこで|どうやって|確認|\bhow\b|\bwhere\b/i, /windows|kube|join|参加/i],
    weight: 7,
  },
  {
    pattern:
      /\binstall(?:ed|ation)?\b|\bset ?-?up\b|\bprocess(?:es)?\b|インストール|構築|セットアップ|手順(?:書)?|正しく動|正常に動/i,
    and: [
      /\bkubernetes on windows\b|\bwindows (?:node|worker)|\bwin (?:node|worker)|Windows ?(?:の)?(?:ノード|ワーカー|側)|kubernetes/i,
      ASKS,
      /\bsucceed|\bsuccess|\bcorrect|\bproper|\bverify\b|\bmust run\b|\bshould (?:be )?run|\bprocess(?:es)?\b|正し|正常|成功|確か|確認/i,
    ],
    weight: 6,
  },
  {
    pattern: /\bregister|\bjoin|参加|認識|登録/i,
    and: [
      /\bnode\b|ノード|ワーカー|\bworker\b/i,
      /\bnever\b|\bnot\b|n't\b|\bfail|ない|ません|失敗/i,
      /windows|kube|k8s|\bnever (?:registered|joined)/i,
    ],
    weight: 6,
  },
  { pattern: /\bkubernetes on windows\b/i, and: [ASKS, /\bwork(?:ed|s|ing)?\b|\bsure\b|\bsuccess/i], weight: 7 },
  { pattern: /\bhealthy\b|\balive\b/i, and: [/\b(?:windows|win) (?:node|worker|host)/i, ASKS], weight: 6 },
  {
    pattern: COMPONENT,
    and: [
      /い(?:ない|ません)(?:$|[\s"。、])|居ない|\bnot running\b|\bisn't running\b|動いて(?:い)?(?:ない|ません)|上がって(?:い)?(?:ない|ません)/i,
    ],
    weight: 6,
  },
  { pattern: /\bkubelet\b/i, and: [/\bproxy\b/i, /\brunning\b|\bup\b|動/i, ASKS], weight: 7 },
  { pattern: /追加|参加|join/i, and: [/ノード/, /うまく|成功|できた|完了/, ASKS], weight: 6 },
  {
    pattern: /\bkubectl\b/i,
    and: [
      /\blist|\bshow|\bsee\b|表示|一覧|見え/i,
      /\bwindows\b/i,
      /\bnode|\bmachine|\bbox\b|\bserver\b|ノード|マシン/i,
      FAILS,
    ],
    weight: 6,
  },
];
