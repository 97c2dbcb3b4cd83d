import { either } from './either';

/**
 * Words in which operators of either language speak of the parts of a cluster, and of their failing. A pattern names
 * one of them and, by `and`, the others that must stand in the same sentence.
 */

export const POD = /\bpods?\b|ポッド|\bcontainers?\b|コンテナ/i;
export const NODE = /\bnodes?[-_]?\d{0,4}\b|ノード|\bworkers?\b|ワーカー|\bhosts?\b|ホスト/i;
export const NODE_PORT = /\bnode[ -]?ports?\b|ノード ?ポート/i;
export const HOST_PORT = /\bhost[ -]?ports?\b|ホスト ?ポート/i;
export const CLUSTER_IP =
  /\b(?:cluster|service|svc)[ -]?(?:v?ips?|addresses|address)\b|(?:サービス|\bservice|\bsvc|クラスター?) ?(?:の ?)?(?:仮想 ?|cluster ?)?(?:ip|アドレス)/i;
export const SERVICE = /\bservices?\b|サービス/i;
export const ENDPOINT = /\b(?:hns)?endpoints?\b|エンド ?ポイント|\bv-?nics?\b|仮想 ?(?:NIC|アダプタ)/i;
export const LOAD_BALANCER = /\bload[ -]?balanc(?:ers?|ing)\b|\bLBs?\b|ロード ?バランサ|負荷分散/i;
export const API_SERVER = /\bapi ?-?server\b|apiserver|API ?(?:サーバ|鯖)|\b(?:kubernetes|kube|k8s)[ -]?api\b|:6443\b/i;
export const COMPONENT = /\b(?:kubelet|kube[- ]?proxy|flanneld?)(?:\.exe)?\b/i;
export const OVERLAY = /\boverlay\b|オーバーレイ|\bvxlan\b|\bflannel\b|\b4789\b/i;
export const OUTSIDE = either(
  /\bget(?:s|ting)? out\b|\bweb ?sites?\b|\bgithub\b|\bmicrosoft\.com\b|\bbing\b|\b4\.2\.2\.2\b/,
  /\bpublic (?:ip|address|site)|\bthe (?:net|web|world)\b|\bwan\b/,
  /\b(?:internet|external|externally|outside|outbound|outgoing|egress)\b|\bgoogle\b|\b8\.8\.8\.8\b|\b1\.1\.1\.1\b/,
  /(?:外|他所|よそ)(?:に|へ|の|と|向|側|部)|公開 ?(?:サイト|IP)|ネットに|グローバル|インターネット|外部|社外/,
  /外(?:に|へ|の|と|向|側)|アウトバウンド/,
);

/** From the node itself, and not from another machine. */
export const FROM_THE_NODE = either(
  /\b(?:inside|on) the (?:windows )?(?:node|host|server|machine|box)\b/,
  /\bfrom (?:a |the )?(?:windows |win )(?:node|host|box|worker)\b|\brdp(?:'?ed)?\b/,
  /\bfrom outside\b.{0,40}\b(?:ok|fine|works?)\b|\b(?:same|own) box\b/,
  /\b(?:itself|locally|localhost|loopback|127\.0\.0\.1)\b/,
  /\b(?:own|local|same) (?:windows )?(?:node|host|machine|server|ip|address|node ?port)\b/,
  /\b(?:from|on|via) (?:the|this|that|my|a) (?:windows )?(?:node|host|machine|server|worker)\b|\bnode's own\b/,
  /当該|本体|手元のノード|その(?:ノード|マシン|サーバー?)/,
  /(?:外|別|他)の?(?:部|マシン|端末|PC|ノード)?から(?:は|だと|なら)|自身|自体|自分|自(?:ノード|ホスト|機)/,
  /同じ(?:ノード|ホスト|サーバ)|ローカル/,
  /(?:ノード|ホスト|サーバー|\bnode|\bhost) ?(?:の)?(?:(?:の?(?:上|内|中|側))?(?:から|で(?!しか)|より)|上)/,
);
export const BETWEEN_NODES = either(
  /\b(?:cross|inter)-?(?:node|host)\b|\b(?:two|2|both|separate) (?:\w{1,20} ){0,2}(?:nodes|hosts|vms|machines)\b/,
  /\b(?:different|other|another|remote) (?:\w{1,20} ){0,2}(?:vms?|machines?|workers?)\b|\binter-?node\b/,
  /\b(?:cross|across|between|different|other|another|separate)[ -](?:\w{1,20} ){0,2}(?:nodes?|hosts?)\b/,
  /\bnode(?:[ -][a-z0-9]|\d)\b.{1,40}\bnode(?:[ -][a-z0-9]|\d)\b/,
  /(?:別|他|ほか|異なる|違う)の?(?:VM|マシン|サーバ|ワーカー)|(?:VM|ワーカー|マシン)(?:間|同士)/,
  /(?:ノード|ホスト)(?:間|同士|を(?:また|跨|越|こえ))|(?:別|他|ほか|異なる|違う)の?(?:ノード|ホスト)/,
  /ノード ?[a-z0-9]\b[^。]{1,40}ノード ?[a-z0-9]\b/,
);
export const AFTER_SCALING_DOWN = either(
  /\b(?:zero|no|0) (?:\w{1,12} )?pods?\b|\bno longer (?:host|run|have|has)s?\b/,
  /\bneeds? (?:a |one |at least one |any )?(?:local |running )?(?:windows )?pods?\b/,
  /\bscal\w{1,4}\b.{0,30}\bfrom \d{1,4} to \d{1,4}\b/,
  /\b(?:remov|delet|stopp|kill|evict|drain)\w{1,4}\b.{0,24}\bpods?\b/,
  /\bpods?\b.{0,20}\b(?:removed|deleted|gone|stopped|evicted|moved)\b/,
  /\b(?:one|1|a|single) (?:\w{1,12} )?pod\b.{0,20}\b(?:per|on (?:each|every|the)|there)\b/,
  /\b(?:after|when|once|since) (?:\w{1,20} ){0,3}scaling\b(?! up)|\bdownscal|\bscale-?(?:down|in)\b/,
  /\breplicas?\b.{0,30}\b(?:decreas|reduc|lower|remov|zero|0)/,
  /\b(?:reduc|decreas|lower)(?:e|ed|es|ing)\b.{0,30}\b(?:replicas?|pods?)\b/,
  /\bscal(?:e|ed|es|ing)[ -]?(?:it |them )?(?:down|in)\b|\bscal(?:e|ed|es|ing) (?:\w{1,20} )?to (?:zero|0|one|1)\b/,
  /\bscaled? .{0,60}\b(?:from \d+ )?to [01]\b|\bscale\b.{0,60}\breplicas?[ =]{1,3}(?:to )?[01]\b/,
  /\b(?:last|no|no more|without|any) (?:local )?(?:windows )?pods?\b|\bpods?\b.{0,40}\b(?:zero|0)\b/,
  /\bonly (?:works? )?on (?:the )?nodes? (?:that|which|where|with)\b|\bat least one pod\b/,
  /(?:pod|ポッド)が(?:配置|存在|稼働|載)[^。]{0,8}(?:ない|ません)/,
  /(?:pod|ポッド)[^。]{0,8}(?:消し|削除し|止め|落とし|移動し)(?:たら|て|た後|ると)/,
  /(?:pod|ポッド)の?(?:ない|無い|いない|残っていない)/,
  /(?:replicas?|レプリカ)(?:数)? ?(?:を|が) ?(?:0|1|ゼロ|減|下げ)|縮小|縮退|スケール ?を? ?(?:下げ|絞|減)|台数を減/,
  /(?:pod|ポッド)[^。]{0,12}(?:ゼロ|0)(?:台|個|つ)?(?:の|に|だ|で|だと)|(?:pod|ポッド)[^。]{0,10}1 ?つも/,
  /スケール ?(?:ダウン|イン)|\breplicas? ?[をが] ?[01]\b|(?:pod|ポッド)[^。]{0,12}(?:ない|無い)ノード/,
  /(?:pod|ポッド) ?数?[をが] ?(?:0|ゼロ)/,
  /(?:pod|ポッド|レプリカ)[^。]{0,12}(?:減ら|へら|少なく|いな(?:い|く)|0 ?個|ゼロ)/,
  /(?:pod|ポッド)[^。]{0,12}(?:なくな|消え)|ノードでしか|少なくとも ?(?:1|一|ひと) ?つの ?(?:pod|ポッド)/,
  /最後の ?(?:pod|ポッド)/,
);
export const WITHOUT_A_LOGON = either(
  /\binteractive(?:ly)?\b|\bwithout (?:an? |any )?(?:\w{1,12} )?(?:login|logon|logging)\b|\blogged[ -]?(?:on|in)\b/,
  /\bno ?body logs? on\b|\bas (?:a |an )?(?:windows |native |system )?services?\b|\b(?:native|system) services?\b/,
  /\b(?:each|every) (?:boot|reboot|restart|start)\b|\bdaemoni[sz]e|\btask scheduler\b/,
  /\bdisconnect\w{0,3} (?:from )?(?:the |my )?(?:rdp|session|remote)/,
  /\b(?:console|window|session|shell|terminal|prompt)s? open\b|\bstarts? with windows\b|\bauto-?start/,
  /\b(?:make|turn|register|install|convert|set ?up|wrap)\b.{1,40}\bservices?\b/,
  /\b(?:logoff|logout|log me out|reboots?|bootup|unattended|background)\b|\bas a daemon\b/,
  /\bservices?\b.{0,20}\binstall|\binstall.{0,30}\bservices?\b/,
  /\b(?:power ?shell|console|cmd|terminal|rdp|ssh|session|window)\b.{0,20}\b(?:open|stays?)\b/,
  /\bby hand\b.{0,30}\b(?:time|boot|start)|\bstart(?:s|ed)?\b.{0,40}\bby hand\b|\bmanually\b.{0,30}\bstart/,
  /\bstart.{0,30}\bmanually\b|\blog(?:s|ged|ging)?[ -]?(?:off|out)\b|\bsign(?:s|ed|ing)?[ -]?out\b/,
  /\b(?:rdp|remote desktop|session|powershell|console)\b.{0,40}\b(?:clos|disconnect|end)/,
  /\bafter (?:a |the |every )?(?:reboot|restart)|\breboot(?:ed|ing)?\b|\bin the background\b|\bautomatically\b/,
  /\b(?:at|on) boot\b|\bas an? (?:windows )?services?\b|\bnssm\b/,
  /\bclos(?:e|es|ed|ing) (?:the |my )?(?:\w{1,20} )?(?:window|session|console|terminal)\b/,
  /\bkeep(?:s|ing)?\b.{1,60}\brunning\b/,
  /(?:^|[。、\s])再起動(?:すると|したら)|閉じ(?:る|た|て)/,
  /(?:PowerShell|シェル|端末|プロンプト|ターミナル) ?(?:を|が)? ?(?:閉じ|終了|切)|タスク ?スケジューラ|再起動のたび/,
  /起動し直|常に?動|動(?:かし)?続け|Windows ?サービス(?:化|に|と)|自動(?:的に)?(?:起動|開始|立ち上)/,
  /オート ?スタート|スタートアップ|切断(?:する|した|後|で)|RDP ?(?:を|が)? ?(?:切|閉|抜け|落)/,
  /サービス(?:に(?:し|なら|する)|登録|として)|裏で|(?:毎回|いちいち)?手(?:動|で)[^。]{0,8}(?:起動|立ち上げ)/,
  /リブート|(?:窓|ウィンドウ|コンソール|画面)(?:を|は)[^。]{0,6}(?:開いたまま|閉じ)|切断(?:する|した|後)/,
  /サービスで動|(?:ウィンドウ|コンソール|画面|セッション|RDP|ターミナル|シェル) ?を? ?(?:閉じ|切)/,
  /(?:OS|サーバー?|マシン|Windows) ?の?起動時|常に(?:実行|起動|動)|ログ ?(?:オフ|アウト)|サインアウト/,
  /リモート ?デスクトップ/,
  /(?:OS|サーバー?|ノード|マシン|Windows|(?<!(?:kubelet|proxy|flanneld?) ?)を|の)再起動(?:後|する|した|し|で)/,
  /再起動後|バックグラウンド|自動(?:で)?(?:起動|開始)|サービス(?:として|に登録|化)|常駐/,
);

/** Something does not work. */
export const FAILS = either(
  /\b(?:incomplete|(?<!<)none|fewer|lacking|missing|absent)\b/,
  /\b(?:unresponsive|unreliable|unhealthy|silent|ends?|die[sd]?|dying|degraded|unusable|offline|out of order|not ok|suffer|orphan)\b/,
  /\b(?:flak(?:y|ing)|intermittent(?:ly)?|trouble|wrong|weird|bad|gone|goes away|went away|vanish(?:es|ed)?|disappear(?:s|ed)?|does nothing|nope|useless|100% loss|rejected?|denied|blocked?)\b/,
  /\b(?:can ?not|can'?t|couldn'?t|unable|n't|not|no(?! (?:errors?|problems?|issues?))|never|nothing|nobody)\b/,
  /\b(?:fail(?:s|ed|ing|ure)?|refused?s?|unreachable|inaccessible)\b/,
  /\b(?:tim(?:e|es|ed|ing)[ -]?outs?|broken?|breaks|lost|loo?s(?:e|es|ing)|drop(?:s|ped)?)\b/,
  /\b(?:swallow(?:s|ed)?|dead|down|stop(?:s|ped)?|stuck|hang(?:s|ing)?|hung|ignored?s?)\b/,
  /\b(?:intercept(?:s|ed)?|crash(?:es|ed|ing)?|(?<!\bno )(?:problems?|issues?|errors?))\b|n't\b|_REFUSED\b|\bNG\b/,
  /損失|ロスト|断(?:$|。)|切れる|孤立|不安定|応答なし|無反応|つながりにく|繋がりにく|遅い|不具合|改善し/,
  /(?:つながら|繋がら|動か|使え|通ら|届か|効か|見え|でき|行か)(?:ん(?![でだ])|へん|ぬ)|駄目|使えず|途切|困って|困り/,
  /妨げ|ブロック|破棄|弾かれ|はじかれ|沈黙|無応答|だめ|ダメ|死ん|消滅|消失|効か|効い(?:て)?ない/,
  /(?<!問題[はが]?)(?:ない|なく)|(?<!問題[はが]?あり)ません|ず(?:、|に|。|$)|なかった|失敗|不可|不能|不通/,
  /タイムアウト|拒否|切れ|切断|止ま|停止|落ち|無視|遮断|エラー|異常|ダウン|問題(?!な|[はが]な|[はが]?ありません)/,
  /悪い|おかし|不調|障害/,
);
/** It is not there. */
export const MISSING = either(
  /(?:\b(?:not|never)|n't) (?:\w{1,12} ){0,2}(?:writ(?:e|es|ing|ten)|creat(?:e|es|ed|ing)|generat(?:e|es|ed|ing)|exists?|appear(?:s|ed)?|find|found|there|present|listed?|show(?:s|n)? up)\b/,
  /\b(?:without|lack(?:s|ing)?|disappeared|vanished|empty|none|where is)\b/,
  /\b(?:not found|no(?= \S)|missing|cannot find|can'?t find|couldn'?t find|unable to find)\b/,
  /\b(?:never created|not created|was never|does ?n[o']t exist|do ?n[o']t exist)\b/,
  /\b(?:returns nothing|no result|not there|gone|absent)\b/,
  /無し|(?:でき|作られ|作成され|生成され|出来)て(?:い)?(?:ない|ません)|生成され(?:ない|ません|ず)|消えて(?:い|る)/,
  /空っぽ|見当たら|存在せず|出てこ/,
  /(?:見つか|見付か|存在|検出|認識|作成|作られ|あり|あがら|でき)[^。]{0,4}(?:ない|ません|ず)|が(?:ない|なく|無く)/,
  /なし(?:$|[。、)"\s])|がいない|しかない|無い|なくな|返(?:って|り|さ)[^。]{0,4}(?:こない|ません|ない)/,
);
/** It hangs or does not start. */
export const STUCK = either(
  /\b(?:sits?|sitting|waits|waiting|for ?ever|endless(?:ly)?|never)\b|\bin a loop\b|\blooping\b|\bno progress\b/,
  /\b(?:stuck|hangs?|hanging|hung|keeps? waiting|wait(?:s|ing)?\b.{0,40}\bfor ?ever)\b/,
  /\b(?:not|\w{2,6}n't) (?:start|come up|get past|run|move|proceed|continue|launch|created)\w*\b/,
  /\b(?:never (?:starts?|leaves?|finishes|becomes|created|comes)|exits?|crash(?:es|ed|ing)?)\b/,
  /\b(?:fails? to start|die[sd]?|stops?|keeps? restarting)\b/,
  /(?:ずっと|延々|永遠|いつまでも|永久)|進ま(?:ん|ず)|止まり|待ち続け|フリーズ|かたま/,
  /(?:進|起動|開始|立ち上が|動|終わ|変わ|抜け|作成)[^。、]{0,4}(?:ない|ません|ず|なく)/,
  /(?:待|止ま|とま)(?:ち|った|って|る|り)|(?:の|た)まま|ハング|スタック|固ま|落ち|停止|終了(?:し|する)|消え/,
);
export const HNS = /\bhns\b|\bhnsCall\b/i;
export const HOST_GW = /\b(?:host|ホスト)[ -]{0,2}gw\b|ホスト ?-? ?gw\b|\bl2bridge\b/i;
export const UNEVENLY = either(
  /\bnode(?:[ -][a-z0-9]|\d)\b.{1,60}\bnode(?:[ -][a-z0-9]|\d)\b/,
  /\b(?:differs?|different(?:ly)?|var(?:y|ies)|depend(?:s|ing))\b.{0,20}\b(?:on|per|by|from|between|across)\b.{0,20}\bnodes?\b/,
  /\bhalf of\b|\bnot (?:on )?(?:all|every|the other)\b|\bbut not\b|\binconsisten/,
  /\b(?:some|one|two|several|certain|a few|few) (?:of (?:the |my )?)?(?:\w{1,20} ){0,3}nodes?\b[^\n]{0,60}/,
  /\b(?:only|not) on\b|\bothers? (?:does ?n.t|do ?n.t|are not|not)\b/,
  /(?:あるノード|ノード毎|ノードごと|ノード次第|片方の|ノードの差|ノード間で(?:差|違|異|揃))|(?:つな|繋)がったり/,
  /一部の(?:サービス|service|ロード ?バランサ)|もの(?:と|も)[^。]{0,20}(?:もの|ない)|揃(?:わ|って(?:い)?)ない/,
  /食い違|ノード ?\S{1,12} ?では[^。]{1,40}ノード ?\S{1,12} ?では|一貫(?:性の(?:ない|無い)|しない|していない)/,
  /ノードによって|ノードごと|(?:一部|特定|ある)の? ?(?:Windows ?)?(?:の)?ノード|ノードと[^。]{0,12}ノードが/,
  /ばらばら|バラバラ|まちまち/,
);
/** Someone asks, or wants something. */
export const ASKS = either(
  /\?/,
  /\b(?:how|why|which|what|where|should|can i|could|do i|did|does|is it|verify|check|confirm|is there (?:a|an|any|some)|need|must|want|possible|recommended)\b/,
  /か(?:$|[。\s」])|でしょうか|ですか|ますか|べき|方法|必要|たい(?:$|[。\s])|教えて|なぜ|どう(?:す|や|し)|どこ|どれ/,
  /いい\?|(?:使|出来|でき)え?る$/,
);
/** A person in trouble, or one who asks. */
export const TROUBLE = either(FAILS, ASKS);
/** On one node so, on another otherwise. */
export const BY_NODE = either(
  /\b(?:some|certain|a few|many) (?:\w{1,12} ){0,3}(?:ips|services)\b.{0,30}\bone\b.{0,16}\bnode\b/,
  /\b(?:on|from) (?:only )?one (?:\w{1,12} )?nodes?\b|\bnode[ -]?\d\b.{0,12}\bonly\b|\bonly\b.{0,24}\bnode[ -]?\d\b/,
  /\bwin[-_ ]?[a-z]\b.{1,60}\bwin[-_ ]?[a-z]\b/,
  /\bwin(?:dows)?[-_ ]?(?:node[-_ ]?)?\d\b.{1,50}\bwin(?:dows)?[-_ ]?(?:node[-_ ]?)?\d\b/,
  /\bhalf of\b.{0,30}\bservices?\b|\b(?:number|count) of\b.{0,30}\bdiffer/,
  /\b(?:one|some|certain|half) (?:of )?(?:the |our |my )?(?:\w{1,12} )?nodes?\b.{0,30}\bnot\b/,
  /\bnot (?:on )?(?:the |an)other\b|\b(?:per|by|from) node\b.{0,20}\b(?:differ|var)/,
  /\bdiffer\w{0,4} (?:per|by|from|between) (?:the )?nodes?\b|\binconsistent(?:ly)?\b.{0,60}\bnodes?\b/,
  /\bnodes?\b.{0,60}\binconsistent|\bdepend(?:s|ing)?\b.{0,20}\bnodes?\b/,
  /\b(?:some|certain|half of|a few) (?:of )?(?:the |our |my )?(?:windows |win )?nodes\b/,
  /[1-9一二三] ?(?:台|つのノード|ノード)(?:で)?(?:だけ|のみ|は)/,
  /(?:ほか|他|残り)の?[0-9一二三]? ?(?:台|ノード)[^。]{0,8}(?:問題|正常|OK|つなが|繋が|でき)/,
  /(?:数|設定|ルール|状態)が?[^。]{0,8}ノード(?:で|ごと|毎|間|によって)|あるノード|ある Windows ?ノード/,
  /ノード(?:で|ごと|毎|間で?)(?:異な|違|差)|片方の/,
  /ノード(?:ごと|毎|間)[^。]{0,16}(?:ばらばら|バラバラ|まちまち|違|異|差)/,
  /ノードだけ[^。]{0,12}(?:つなが|繋が|作|使え|見え)|(?:つなが|繋が|作られ|使え)[^。]{0,6}ノードと|ノードによって/,
  /ノード(?:ごと|毎)に(?:違|異|差|ば)|一部の(?:Windows ?)?ノード(?:で|だけ|に|から)/,
  /ノード間で[^。]{0,10}(?:差|違|異|揃|一貫)/,
);
/** Some time after it was there. */
export const LATER = either(
  /\brandom(?:ly)?\b|\bafter \d{1,3} ?(?:m|s|h|min|sec)\b|\bbehind my back\b|\bout of nowhere\b/,
  /\b(?:after|within|every|for) (?:\w{1,12} ){0,4}(?:while|time|minutes?|mins?|hours?|hrs?|seconds?|days?)\b/,
  /\b(?:after|within) ?[~≈]? ?\d{1,4} ?\w{1,7}\b/,
  /\b(?:later|eventually|suddenly|spontaneously|randomly|at random|then|no longer|periodically|by itself|by themselves|over time|on its own|keeps?)\b/,
  /ランダム|不定期|ふと|放置|しばらく|時間(?:が)?(?:経|たつ|後|程|ほど)|分(?:後|ほど|くらい|で)|数分|突然|勝手に/,
  /いつの間にか|途中で|やがて|そのうち|定期的|急に|後から|あとから|自然に/,
);
/** It was there, and is no more. */
export const GONE = either(
  /\brandomly\b.{0,20}\b(?:removed|deleted)|\b(?:removed|deleted) (?:randomly|unexpectedly|again|by)\b/,
  /\b(?:gone|loo?s(?:e|es|ing)|lost|vanish\w{0,3}|disappear\w{0,3}|(?:get|gets|got|being|are|is|been|were|was) (?:\w{1,12} )?(?:delet|remov|clean|wip)\w{1,3}|go(?:es)? away|went away|no longer|delet(?:es|ing)|remov(?:es|ing)|drop(?:s|ped)?|miss(?:ing)?)\b/,
  /通信不能|居なく|消え|消失|消滅|なくな|無くな|いなくな|削除され|消され|失(?:わ|う)|切れ|途切|外れ|とれ(?:る|て)/,
);
/** All that was known has been tried. */
export const TRIED_ALL = either(
  /\b(?:all|every|any) (?:\w{1,12} ){0,2}(?:advice|suggestions?|steps?|hints?|tips?|recommendations?)\b/,
  /\bany(?:thing)? else\b.{0,20}\b(?:check|try|look)/,
  /\b(?:tried|did|done|followed|checked|went through|gone through|worked through|did go through)\b.{0,30}\b(?:everything|all|every|each|whole)\b/,
  /\b(?:none|nothing)\b.{0,40}\b(?:work(?:s|ed)?|help(?:s|ed)?|fix(?:es|ed)?)\b|\bout of ideas\b/,
  /\bwhat (?:else|next|now|should i do|can i do|to do)\b|\bno idea what\b/,
  /(?:全|すべて)[^。、]{0,8}(?:確認|実施|試行|対応)?済|すべての?(?:手順|対処|方法)|手順をすべて/,
  /対処(?:法)?を(?:全部|すべて)|ひと通り[^。]{0,10}(?:試|やっ|確認|実施)/,
  /(?:全部|全て|すべて|一通り|ひととおり|何を|どれを|どれも|あれこれ|いろいろ)[^。]{0,16}(?:試|やっ|やり|実施|確認|し(?:た|て|ま)|行)/,
  /(?:次|他|ほか)(?:は|に)?(?:何|なに|どう)|どうすれば(?:いい|よい|良い)|打つ手|お手上げ/,
);
export const LEFT_BEHIND = either(
  /\bexplod|\bfull of\b|\bbelongs? to no\b|\bno (?:container|pod) (?:uses|owns|belongs)|\bdead pods?\b/,
  /\bnew .{0,24}\b(?:a|per|each|every) (?:day|hour)\b/,
  /\bstill (?:\w{1,12} )?(?:hold|occup|allocat|reserv|assign|in use|there|exist|list)/,
  /\bafter (?:the )?pods? (?:is|are|was|were)? ?(?:gone|deleted|removed)|\bgoing up\b|\bgoes up\b|\bgets? bigger\b/,
  /\bclimb(?:s|ing)?\b|\btoo high\b|\bmultipl(?:y|ies)\b|\bpil(?:e|es|ed|ing) up\b|\baccumulat|\bstale\b/,
  /\bleaves?\b.{0,40}\bbehind\b|\bleft ?over\b/,
  /(?:\b(?:not|never)|n't) (?:\w{1,12} ){0,2}(?:clean(?:ed)?|free[ds]?|releas(?:e[ds]?|ing)|remov(?:ed?|ing)|delet(?:ed?|ing)|go(?:es)? away|reclaim(?:ed)?|given back|return(?:ed)?)\b/,
  /\b(?:remains?|stays?|linger(?:s|ing)?|ghost|dangling|zombie)\b|\bhundreds of\b|\bthousands of\b/,
  /\bfar (?:more|longer)\b|\b(?:way )?(?:more|longer) than\b|\bincreas(?:e|es|ing)\b|\bleak(?:s|ed|ing)?\b/,
  /\borphan(?:s|ed)?\b|\bleft behind\b|\bkeeps? growing\b|\bgrow(?:s|ing)\b/,
  /\bnever (?:released|removed|deleted|cleaned)|\bmore \w{0,20} ?(?:endpoints )?than\b|\bbut only\b|\btoo many\b/,
  /\bnever (?:goes down|shrinks|decreases)\b|\bunused\b|\bstill (?:hold|occup|allocated|in use|there|exist)/,
  /\bnever gets? (?:released|removed|deleted|cleaned)/,
  /何倍|[0-9０-９]+ ?倍|漏れ|消したはず|削除したはず|積み上が|蓄積|ゴミ|ごみ|孤立|孤児|幽霊/,
  /(?:解放|回収|削除|掃除|消去)され(?:て(?:い)?)?(?:ない|ません|ず)|(?:遥か|はるか|ずっと|圧倒的)に?多|膨れ|膨らみ/,
  /[0-9]{3,} ?(?:個|件|本)|使われていない|未使用|戻(?:って|ら|り)[^。]{0,4}(?:ない|ません)|リーク/,
  /残(?:っ|り|る|存|留|骸)|大量|多すぎ|減(?:ら|り)(?:ない|ません)|(?:消え|削除され|解放され)(?:ない|ません|ず)|増え/,
  /溜ま|たま(?:る|って)|より(?:ずっと|かなり|はるかに)?多い/,
);
export const USED_UP = either(
  /\bno free\b|\bout of (?:\w{1,12} ){0,2}(?:ips?|ip ?addresses|addresses|leases)\b/,
  /\bno (?:\w{1,12} ){0,2}(?:ips?|addresses|leases)\b(?! (?:of|from))|\bnone left\b|\bdeplet|\brun(?:s|ning)? dry\b/,
  /\bused? up\b|\b(?:run|ran|running) (?:short|low)\b|\bexhaust|\b(?:ran|run|runs|running) out of\b/,
  /\bout of (?:ip )?addresses\b|\bused up\b|\b(?:all|every)\b.{1,30}\b(?:in use|taken|used|(?<!still )allocated)\b/,
  /\bfull\b|\bnot enough\b|\bno more\b|\bempty\b/,
  /割り?当て(?:に|が|は|を)?(?:失敗|でき|不可|られ(?:ない|ません|ず))|枯れ|尽き|底をつ|底を突/,
  /取れ(?:ない|ません|なく)|割り振れ|払い出せ|確保でき|足らな|足りん|残り(?:が)?(?:0|ゼロ|な)|埋まっ/,
  /残って(?:い)?(?:ない|ません)|割り当て(?:可能|られ|でき)[^。]{0,14}(?:ない|ません)|満杯|枯渇/,
  /もう(?:ない|無い|ありません)|(?:が|も)なくな(?:った|り)|足り(?:ない|ません|なく|ず)/,
  /割り当て(?:ら|でき)[^。]{0,8}(?:ない|ません)|不足|使い切|使い果た|使いきっ|空き(?:が)?(?:な|あ)|いっぱい/,
  /払い出され(?:ない|ません)/,
);
export const MISMATCH = either(
  /≠|!=|\bvs\b|\btoo (?:new|old)\b|\bnewer\b|\bolder\b|\bbuilt (?:for|on|with)\b|\bbut (?:the )?(?:node|host)s?\b/,
  /\bnot the same\b|\bwrong\b|\b(?:newer|wrong|another|other) (?:\w{1,20} ){0,2}(?:os|version|build|base|image)\b/,
  /\bcrash(?:es|ed|ing)?\b|\bwo(?:n't|nt) (?:run|start)\b/,
  /\b(?:on|onto) (?:a |an |the |our )?(?:windows )?(?:server )?(?:2016|2019|2022|2025|1809)\b|\bmis-?match/,
  /\bdiffer(?:s|ent)?\b|(?:\bnot|n't|\bno) (?:match|compatible|supported|run)|\bincompatible\b/,
  /間違|別の|古い|新しい|ずれ|ズレ|食い違|あって(?:い)?ない|対応して(?:い)?(?:ない|ません)|落ち/,
  /起動し(?:ない|ません)|実行でき|一致し(?:ない|ません)|合わ(?:ない|ず)|合いません|合って(?:い)?(?:ない|ません)/,
  /違う|違い|異な|不一致|互換|動か(?:ない|ず)|動きません/,
);
export const CONNECT = either(
  /\bcommunicat|\bget to\b|\bping\b|\bcurl\b|\broute\b|\btraffic\b|\bspeak\b|\bsee each other\b|\bopen\b/,
  /\bconnect(?:s|ed|ion|ions|ing|ivity)?\b|\b(?:un)?reach(?:es|ed|able|ing)?\b|\baccess\b|\bcontact\b|\btalk\b/,
  /つなぐ|見え|叩|飛ば|通ら|通り|通る|疎通|抜け|接続|到達|届|つなが|繋が|アクセス|通信/,
);
/** What a client of the API server prints of its requests. */
export const CLUSTER_TRAFFIC = either(
  /:6443\b|\/apis?\/|\/apis?\?|Unable to connect to the server|\bkubelet\b|\bkubectl\b|\bkube-|\bapi[ -]?server\b/,
  /k8s\.io|kubeconfig|"kubernetes"/,
  /API サーバ/,
);
/** A registry of images or another server's certificate is not the API server's. */
export const NO_REGISTRY =
  /^(?![^]*(?:\/v2\/|\bregistry\b|\bharbor\b|\bnexus\b|\bartifactory\b|\bquay\.io\b|\bghcr\b|Error response from daemon|\bdocker\b|\bgit(?:hub|lab)?\b|\bhelm\b))/i;
/** Nor is a server with a name of its own, or an address outside private networks. */
export const NO_OTHER_SERVER =
  /^(?![^]*https?:\/\/(?!\[|10\.|172\.|192\.168\.|[^/\s]*(?:kube|k8s|api|cluster|:6443)))/i;
/** An address from the range that most clusters give to their services. */
export const SERVICE_ADDRESS = /\b10\.(?:96|97|98|99|10\d|11[01])\.\d{1,3}\.\d{1,3}\b/;
export const REJOINED = either(
  /\b(?:take|took|taken|pull|pulled|remov\w{1,2})\b.{0,40}\bout of\b.{0,80}\bback\b|\bput (?:it )?back\b/,
  /\b(?:came|come|comes|brought|bring) back\b.{0,20}\bcluster\b|\brejoin/,
  /\bregister(?:s|ed|ing)? (?:it |itself )?again\b|\bre-?register|\bback in(?:to)? the cluster\b/,
  /\bdelet\w{0,4} (?:the )?node\b|\b(?:delet|remov)\w{0,4}\b.{0,60}\b(?:join|add)(?:s|ed|ing)?\b|\bkubeadm reset\b/,
  /\breset\b.{0,40}\bjoin|\bsecond join\b|\breinstall(?:s|ed|ing)?\b.{0,20}\bnode\b|\bre-?join(?:s|ed|ing)?\b/,
  /\bre-?add(?:s|ed|ing)?\b|\bjoin(?:s|ed|ing)? (?:it |the cluster )?again\b|\bdelet\w{1,4} and (?:re)?join/,
  /削除[^。]{0,24}(?:参加|join)|再構築[^。]{0,16}(?:参加|join)/,
  /(?:再び|もう一度|改めて)[^。]{0,16}(?:参加|登録|追加|入れ)|クラスター?に戻(?:し|る|っ)/,
  /(?:離脱|脱退|除外)[^。]{0,16}(?:参加|追加|戻)|復帰/,
  /(?:参加|追加|登録|入れ|組み込み|join)(?:させ)?(?:し)?(?:直|なお)し?/,
  /(?:削除|外)して(?!も)[^。]{0,10}(?:追加|参加|入れ|戻)|組み直|リジョイン|リセット[^。]{0,16}(?:参加|join)/,
  /再(?:度)? ?(?:参加|登録|join|追加)|参加し直|入れ直|join し直|もう一度参加/,
);
/** An image that cannot be pulled under the name it was given is no matter of the node. */
export const NO_WRONG_NAME = /^(?![^]*(?:ImagePullBackOff|ErrImagePull|InvalidImageName|イメージ名))/i;
