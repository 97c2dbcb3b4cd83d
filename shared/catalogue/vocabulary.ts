import { either } from './either';

/**
 * Words in which operators of either language speak of the parts of a cluster, and of their failing. A pattern names
 * one of them and, by `and`, the others that must stand in the same sentence.
 */

export const POD = /\bpods?\b|ポッド|\bcontainers?\b|コンテナ/i;
export const NODE = /\bnodes?[-_]?\d{0,4}\b|ノード|\bworkers?\b|ワーカー|\bhosts?\b|ホスト/i;
export const NODE_PORT = /\bnode[ -]?ports?\b|ノード ?ポート/i;
export const HOST_PORT = /\bhost[ -]?ports?\b|ホスト ?ポート/i;
export const CLUSTER_IP = /\b(?:cluster|service)[ -]?ips?\b|(?:サービス|\bservice) ?(?:の ?)?(?:cluster ?)?ip/i;
export const SERVICE = /\bservices?\b|サービス/i;
export const ENDPOINT = /\b(?:hns)?endpoints?\b|エンドポイント|\bvnics?\b/i;
export const LOAD_BALANCER = /\bload[ -]?balancers?\b|\bLB (?:policy|policies|rules?)\b|ロード ?バランサ/i;
export const API_SERVER = /\bapi ?-?server\b|apiserver|API ?サーバ|\b(?:kubernetes|kube|k8s) api\b/i;
export const COMPONENT = /\b(?:kubelet|kube-?proxy|flanneld?)(?:\.exe)?\b/i;
export const OVERLAY = /\boverlay\b|オーバーレイ|\bvxlan\b|\bflannel\b|\b4789\b/i;
export const OUTSIDE = either(
  /\b(?:internet|external|externally|outside|outbound|outgoing|egress)\b|\bgoogle\b|\b8\.8\.8\.8\b/,
  /\b1\.1\.1\.1\b/,
  /インターネット|外部|社外|外(?:に|へ|の|と|向|側)|アウトバウンド/,
);

/** From the node itself, and not from another machine. */
export const FROM_THE_NODE = either(
  /\b(?:itself|locally|localhost|loopback|127\.0\.0\.1)\b/,
  /\b(?:own|local|same) (?:windows )?(?:node|host|machine|server|ip|address|node ?port)\b/,
  /\b(?:from|on|via) (?:the|this|that|my|a) (?:windows )?(?:node|host|machine|server|worker)\b/,
  /\bnode's own\b/,
  /自身|自体|自分|自(?:ノード|ホスト|機)|同じ(?:ノード|ホスト|サーバ)|ローカル/,
  /(?:ノード|ホスト|サーバー|\bnode|\bhost) ?(?:の)?(?:(?:の?(?:上|内|中|側))?(?:から|で(?!しか)|より)|上)/,
);
export const BETWEEN_NODES = either(
  /\binter-?node\b/,
  /\b(?:cross|across|between|different|other|another|separate)[ -](?:\w{1,20} ){0,2}(?:nodes?|hosts?)\b/,
  /\bnode(?:[ -][a-z0-9]|\d)\b.{1,40}\bnode(?:[ -][a-z0-9]|\d)\b/,
  /(?:ノード|ホスト)(?:間|同士|を(?:また|跨|越|こえ))|(?:別|他|ほか|異なる|違う)の?(?:ノード|ホスト)/,
  /ノード ?[a-z0-9]\b[^。]{1,40}ノード ?[a-z0-9]\b/,
);
export const AFTER_SCALING_DOWN = either(
  /\bscal(?:e|ed|es|ing)[ -]?(?:it |them )?(?:down|in)\b/,
  /\bscal(?:e|ed|es|ing) (?:\w{1,20} )?to (?:zero|0|one|1)\b/,
  /\bscaled? .{0,60}\b(?:from \d+ )?to [01]\b|\bscale\b.{0,60}\breplicas?[ =]{1,3}(?:to )?[01]\b/,
  /\b(?:last|no|no more|without|any) (?:local )?(?:windows )?pods?\b/,
  /\bpods?\b.{0,40}\b(?:zero|0)\b/,
  /\bonly (?:works? )?on (?:the )?nodes? (?:that|which|where|with)\b|\bat least one pod\b/,
  /スケール ?(?:ダウン|イン)|\breplicas? ?[をが] ?[01]\b|(?:pod|ポッド)[^。]{0,12}(?:ない|無い)ノード/,
  /(?:pod|ポッド) ?数?[をが] ?(?:0|ゼロ)|(?:pod|ポッド|レプリカ)[^。]{0,12}(?:減ら|へら|少なく|いな(?:い|く)|0 ?個|ゼロ)/,
  /(?:pod|ポッド)[^。]{0,12}(?:なくな|消え)|ノードでしか|少なくとも ?(?:1|一|ひと) ?つの ?(?:pod|ポッド)|最後の ?(?:pod|ポッド)/,
);
export const WITHOUT_A_LOGON = either(
  /\blog(?:s|ged|ging)?[ -]?(?:off|out)\b|\bsign(?:s|ed|ing)?[ -]?out\b/,
  /\b(?:rdp|remote desktop|session|powershell|console)\b.{0,40}\b(?:clos|disconnect|end)/,
  /\bafter (?:a |the |every )?(?:reboot|restart)|\breboot(?:ed|ing)?\b|\bin the background\b/,
  /\bautomatically\b|\b(?:at|on) boot\b|\bas an? (?:windows )?services?\b|\bnssm\b/,
  /\bclos(?:e|es|ed|ing) (?:the |my )?(?:\w{1,20} )?(?:window|session|console|terminal)\b/,
  /\bkeep(?:s|ing)?\b.{1,60}\brunning\b/,
  /サービスで動|(?:ウィンドウ|コンソール|画面|セッション|RDP|ターミナル|シェル) ?を? ?(?:閉じ|切)|(?:OS|サーバー?|マシン|Windows) ?の?起動時|常に(?:実行|起動|動)|ログ ?(?:オフ|アウト)|サインアウト/,
  /リモート ?デスクトップ|(?:OS|サーバー?|ノード|マシン|Windows|を|の)再起動(?:後|する|した|し|で)|再起動後|バックグラウンド/,
  /自動(?:で)?(?:起動|開始)|サービス(?:として|に登録|化)|常駐/,
);

/** Something does not work. */
export const FAILS = either(
  /\b(?:can ?not|can'?t|couldn'?t|unable|n't|not|no|never|nothing|nobody)\b/,
  /\b(?:fail(?:s|ed|ing|ure)?|refused?s?|unreachable|inaccessible)\b/,
  /\b(?:tim(?:e|es|ed|ing)[ -]?outs?|broken?|breaks|lost|los(?:e|es|ing)|drop(?:s|ped)?)\b/,
  /\b(?:swallow(?:s|ed)?|dead|down|stop(?:s|ped)?|stuck|hang(?:s|ing)?|hung|ignored?s?)\b/,
  /\b(?:intercept(?:s|ed)?|crash(?:es|ed|ing)?|problems?|issues?|errors?)\b/,
  /n't\b|_REFUSED\b|\bNG\b/,
  /だめ|ダメ|死ん|消滅|消失|効か|効い(?:て)?ない|(?<!問題[はが]?)(?:ない|なく)|(?<!問題[はが]?あり)ません|ず(?:、|に|。|$)|なかった|失敗|不可|不能|不通|タイムアウト|拒否|切れ|切断|止ま|停止|落ち/,
  /無視|遮断|エラー|異常|ダウン|問題(?!な|[はが]な|[はが]?ありません)|悪い|おかし|不調|障害/,
);
/** It is not there. */
export const MISSING = either(
  /\b(?:not found|no |missing|cannot find|can'?t find|couldn'?t find|unable to find)\b/,
  /\b(?:never created|not created|was never|does ?n[o']t exist|do ?n[o']t exist)\b/,
  /\b(?:returns nothing|no result|not there|gone|absent)\b/,
  /(?:見つか|見付か|存在|作成|作られ|あり|あがら|でき)[^。]{0,4}(?:ない|ません|ず)|がない|なし(?:$|[。、)"\s])|がいない|しかない|無い|なくな/,
  /返(?:って|り|さ)[^。]{0,4}(?:こない|ません|ない)/,
);
/** It hangs or does not start. */
export const STUCK = either(
  /\b(?:stuck|hangs?|hanging|hung|keeps? waiting|wait(?:s|ing)?\b.{0,40}\bfor ?ever)\b/,
  /\b(?:not|\w{2,6}n't) (?:start|come up|get past|run|move|proceed|continue|launch|created)\w*\b/,
  /\b(?:never (?:starts?|leaves?|finishes|becomes|created|comes)|exits?|crash(?:es|ed|ing)?)\b/,
  /\b(?:fails? to start|die[sd]?|stops?|keeps? restarting)\b/,
  /(?:進|起動|開始|立ち上が|動|終わ|変わ|抜け|作成)[^。、]{0,4}(?:ない|ません|ず|なく)|(?:待|止ま|とま)(?:ち|った|って|る|り)|(?:の|た)まま|ハング/,
  /スタック|固ま|落ち|停止|終了(?:し|する)|消え/,
);
export const HNS = /\bhns\b|\bhnsCall\b/i;
export const HOST_GW = /\b(?:host|ホスト)[ -]{0,2}gw\b|ホスト ?-? ?gw\b|\bl2bridge\b/i;
export const UNEVENLY = either(
  /\binconsisten/,
  /\b(?:some|one|two|several|certain|a few|few) (?:of (?:the |my )?)?(?:\w{1,20} ){0,3}nodes?\b[^\n]{0,60}/,
  /\b(?:only|not) on\b|\bothers? (?:does ?n.t|do ?n.t|are not|not)\b/,
  /ノード ?\S{1,12} ?では[^。]{1,40}ノード ?\S{1,12} ?では|一貫(?:性の(?:ない|無い)|しない|していない)|ノードによって|ノードごと/,
  /(?:一部|特定|ある)の? ?(?:Windows ?)?(?:の)?ノード|ノードと[^。]{0,12}ノードが|ばらばら|バラバラ|まちまち/,
);
export const LEFT_BEHIND = either(
  /\bleak(?:s|ed|ing)?\b|\borphan(?:s|ed)?\b|\bleft behind\b|\bkeeps? growing\b/,
  /\bgrow(?:s|ing)\b|\bnever (?:released|removed|deleted|cleaned)/,
  /\bmore \w{0,20} ?(?:endpoints )?than\b|\bbut only\b|\btoo many\b|\bnever (?:goes down|shrinks|decreases)\b|\bunused\b/,
  /\bstill (?:hold|occup|allocated|in use|there|exist)/,
  /\bnever gets? (?:released|removed|deleted|cleaned)/,
  /使われていない|未使用|戻(?:って|ら|り)[^。]{0,4}(?:ない|ません)|リーク|残(?:っ|り|る|存|留|骸)|大量|多すぎ|減(?:ら|り)(?:ない|ません)|(?:消え|削除され|解放され)(?:ない|ません|ず)|増え|溜ま|たま(?:る|って)/,
  /より(?:ずっと|かなり|はるかに)?多い/,
);
export const USED_UP = either(
  /\bexhaust|\b(?:ran|run|runs|running) out of\b|\bout of (?:ip )?addresses\b|\bused up\b/,
  /\b(?:all|every)\b.{1,60}\b(?:in use|taken|used|allocated)\b|\bfull\b|\bnot enough\b/,
  /\bno free\b|\bno more\b/,
  /残って(?:い)?(?:ない|ません)|割り当て(?:可能|られ|でき)[^。]{0,14}(?:ない|ません)|満杯|枯渇|もう(?:ない|無い|ありません)|なくな(?:った|り)|足り(?:ない|ません|なく|ず)/,
  /割り当て(?:ら|でき)[^。]{0,8}(?:ない|ません)|不足|使い切|使い果た|使いきっ|空き(?:が)?(?:な|あ)|いっぱい|払い出せ|払い出され(?:ない|ません)/,
);
export const MISMATCH = either(
  /\bmis-?match|\bdiffer(?:s|ent)?\b|(?:\bnot|n't|\bno) (?:match|compatible|supported|run)|\bincompatible\b|\bolder\b/,
  /実行でき|一致し(?:ない|ません)|合わ(?:ない|ず)|合いません|合って(?:い)?(?:ない|ません)|違う|違い|異な|不一致|互換|動か(?:ない|ず)|動きません/,
);
export const CONNECT = either(
  /\bconnect(?:s|ed|ion|ions|ing|ivity)?\b|\b(?:un)?reach(?:es|ed|able|ing)?\b|\baccess\b|\bcontact\b/,
  /\btalk\b/,
  /接続|到達|届|つなが|繋が|アクセス|通信|疎通/,
);
/** What a client of the API server prints of its requests. */
export const CLUSTER_TRAFFIC = either(
  /:6443\b|\/apis?\/|\/apis?\?|Unable to connect to the server|\bkubelet\b|\bkubectl\b|\bkube-/,
  /\bapi[ -]?server\b|k8s\.io|kubeconfig|"kubernetes"/,
  /API サーバ/,
);
/** A registry of images or another server's certificate is not the API server's. */
export const NO_REGISTRY =
  /^(?![^]*(?:\/v2\/|\bregistry\b|Error response from daemon|\bdocker\b|\bgit(?:hub|lab)?\b|\bhelm\b))/i;
/** Nor is a server with a name of its own, or an address outside private networks. */
export const NO_OTHER_SERVER =
  /^(?![^]*https?:\/\/(?!\[|10\.|172\.|192\.168\.|[^/\s]*(?:kube|k8s|api|cluster|:6443)))/i;
/** An address from the range that most clusters give to their services. */
export const SERVICE_ADDRESS = /\b10\.(?:96|97|98|99|10\d|11[01])\.\d{1,3}\.\d{1,3}\b/;
export const REJOINED = either(
  /\bre-?join(?:s|ed|ing)?\b|\bre-?add(?:s|ed|ing)?\b/,
  /\bjoin(?:s|ed|ing)? (?:it |the cluster )?again\b|\bdelet\w{1,4} and (?:re)?join/,
  /再(?:度)? ?(?:参加|登録|join|追加)|参加し直|入れ直|join し直|もう一度参加/,
);
/** An image that cannot be pulled under the name it was given is no matter of the node. */
export const NO_WRONG_NAME = /^(?![^]*(?:ImagePullBackOff|ErrImagePull|InvalidImageName|イメージ名))/i;
