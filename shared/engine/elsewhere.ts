import { either } from '../catalogue/either';
import { ASKS, FAILS } from '../catalogue/vocabulary';

/** What only Linux prints, or only people who speak of Linux write. */
const LINUX = either(
  /\bno such file or directory\b/,
  /\bconnect: (?:connection refused|no route to host|network is unreachable|connection timed out)\b/,
  /\bdial unix\b|\bunix:\/\/|\biptables\b|\bnftables\b|\bnf_(?:conntrack|tables)\b|\bipvs\b/,
  /\bcgroups?\b|\bcgroupfs\b|overlayfs|\bsystemd\b|\bsystemctl\b|\b(?!v1\.)[\w@-]{1,40}\.service\b/,
  /\bjournalctl\b|\bkernel: |\b(?:kubelet|containerd|dockerd|kube-proxy|flanneld)\[\d{1,7}\]/,
  /\bOCI runtime\b|\brunc\b|\/opt\/cni\/bin|\/etc\/cni\/net\.d|\/proc\/|\/sys\/|\/dev\/|\/usr\//,
  /\/lib\/modules|\/bin\/(?:ba)?sh|\/var\/lib\/(?:calico|containerd|docker|cni)\b/,
  /\/var\/run\/(?:docker|calico)/,
  /\bplugin type="(?:bridge|portmap|loopback|ptp|macvlan|ipvlan|cilium-cni|weave-net|aws-cni|multus|bandwidth|tuning)"/,
  /\bcoredns\b|\braspberry\b|\b(?:k3s|microk8s|alpine)\b|\bBIRD is not ready\b/,
  /\bcilium\b|\bweave-net\b|(?<![-\w])(?:eth|ens|enp)\d\w{0,6}\b|\bveth[0-9a-f]{6,12}\b/,
  /\bnetns\b|\blinux[-/]\w|\w-linux\b|\bdocker0\b|\bdocker on linux\b|\bcni0\b|\bflannel\.1\b|\bicmp_seq\b/,
  /\bpackets transmitted\b|\bNo route to host\b|\bbash: |\broot@|\bsudo \b|\bapparmor\b/,
  /\bselinux\b|\bOOMKilled\b|\bOut of memory: Kill|kubernetes\.io\/os[=: ]{1,2}linux/,
  /\b(?:ubuntu|debian|centos|rhel|red hat|rocky linux|fedora|suse|flatcar)\b/,
  /そのようなファイルやディレクトリ/,
  // Unless they only say that all is well there.
  /(?<!\b(?:works?|fine|ok|good) (?:\w{1,12} )?on (?:the |our |my )?)\bLinux (?:nodes?|workers?|pods?|containers?|vms?)\b(?![^.]{0,24}\b(?:works?|fine|ok|healthy|unaffected|not affected|have no))/,
  /\bLinux ?の? ?(?:ノード|ワーカー|サーバー?|マシン|コンテナー?|ポッド|Pod)(?!(?:で)?は[^。]{0,8}(?:正常|問題な|OK|動|大丈夫|でき|つなが|繋が))/,
);
/** What only a Windows node prints, or only people who speak of Windows write. */
const WINDOWS = either(
  /windows|\bhns|\bhcn[A-Z]|\bhcs(?:shim)?::|failed in Win32|\b[A-Z]:\\|\.exe\b|\.ps1\b/,
  /\bconnectex\b|The system cannot find|\/pipe\/|\bwin-(?:bridge|overlay)\b|vEthernet|\bwin-|\bwin\w{0,12}\d/,
  /\bCategoryInfo\b|\b0x[c8]0(?:3b|37)[0-9a-f]{4}\b|:10250\b/,
  /指定された/,
);
/** What is said of things that are well. */
const WELL = either(
  /\b(?:is|are) (?:now )?(?:there|running|fine|ok|stable|valid|ready|good|up|present|healthy)\b|\ball good\b|\bcreated for\b/,
  /(?:動いて|存在して|起動して)(?:い)?ます|存在します|(?:でき|なり)ました(?:$|。)|正常です|安定して/,
);
/** What asks for the meaning of a word. */
const MEANING = either(
  /\bdifference between\b|^\S{1,30} (?:vs\.?|versus|or) \S{1,30}\??$|^what (?:is|are|does) (?:an? |the )?[\w -]{1,30}\??$/,
  /とは(?:$|[?。何])|の違い|の?使い分け|の役割/,
);
/** One short sentence. */
const REMARK = /^[^\n。]{1,80}[。.?!]?$/;

/** A text without the remarks, each a paragraph of its own, that speak of nothing that fails. */
export function ofTrouble(text: string): string {
  const wrong = (paragraph: string) =>
    !REMARK.test(paragraph) ||
    FAILS.test(paragraph) ||
    !(MEANING.test(paragraph) || (WELL.test(paragraph) && !ASKS.test(paragraph)));
  return text.split('\n\n').filter(wrong).join('\n\n');
}

/** Windows Subsystem for Linux and Docker Desktop speak the language of a node, and are none. */
const DESKTOP =
  /\bWslRegisterDistribution\b|\bWsl\/|docker_engine\b|docker ?desktop|\bminikube\b|container instances?\b|\bfargate\b|cloud run\b|\bwsl\d?\b/i;
/** Software that has nothing to do with a node, and what people have in an office. */
const OTHER_SOFTWARE = either(
  /\b(?:apache|httpd|tomcat|haproxy|postgres(?:ql)?|psql|mysql|mariadb|mongodb?|redis|kafka|rabbitmq|oracle|mssql\w{0,12}|sql ?server)\b/,
  /\b(?:elasticsearch|wordpress|sharepoint|outlook|excel|onedrive|active directory|domain controllers?|group policy|kerberos|wsus|ldap|radius)\b/,
  /\bmy (?:\w{1,12} ){0,2}(?:pc|computer|phone|tv)\b|\b(?:vpn|wi-?fi|wlan|printers?|bluetooth|browser|chrome|docker[- ]compose|virtualbox|vagrant|vm snapshots?|hyper-v guests?|datastores?|XMLHttpRequest|ClusterFormationFailureHelper|master not discovered|CORS policy|veeam)\b/,
  /\b(?:terraform|ansible|jenkins|gitlab|npm|pip|java|jvm|jdbc|spring|spooler|app(?:lication)? ?pools?|backup exec|sccm|intune|citrix)\b/,
  /プリンタ|アプリケーション ?プール|グループ ?ポリシー|ドメイン ?(?:コントローラ|参加)|Hyper-V ?(?:ゲスト|の ?VM)|ノート ?(?:PC|パソコン)|無線|エクセル|ブラウザ|会議|スナップショット|データストア|メールサーバ|ファイルサーバ|共有フォルダ/,
);
/** What nobody says who does not speak of a cluster. */
const CLUSTER = either(
  /\bkube|\bk8s\b|\bpods?\b|ポッド|\bhns|\bhcn|\bhcs|\bcni\b|flannel|calico|containerd|\bnode ?ports?\b|ノード ?ポート/,
  /\bcluster ?ip|\bhost ?ports?\b|\bcontainers?\b|コンテナ|\betcd|\bx509\b|:6443\b|\bcontrol ?plane|コントロール ?プレーン|vEthernet|subnet\.env/,
  /windows (?:nodes?|workers?)|Windows ?(?:の)?(?:ノード|ワーカー)|\bapi ?-?server\b|failed in Win32/,
);

/**
 * A text without the lines that come from something else than a Windows node: a Linux node, or a desktop. Empty where
 * a line of these is in it and nothing in it is of Windows, and where it speaks of other software and of no cluster.
 * @param joined the same text with its line breaks taken away, for marks that a terminal broke
 */
export function ofWindowsNode(text: string, joined: string): string {
  if (DESKTOP.test(joined)) return '';
  if (OTHER_SOFTWARE.test(text) && !CLUSTER.test(text) && !CLUSTER.test(joined)) return '';
  if (!LINUX.test(text) && !LINUX.test(joined)) return text;
  if (!WINDOWS.test(text) && !WINDOWS.test(joined)) return '';
  const lines = text.split('\n');
  // A terminal may have broken the line between its marks.
  const ofWindows = (line: string, before: string) =>
    WINDOWS.test(line) || WINDOWS.test(`${before} ${line}`) || WINDOWS.test(`${before}${line}`);
  const kept = lines.filter((line, at) => !LINUX.test(line) || ofWindows(line, lines[at - 1] ?? ''));
  return kept.join('\n');
}
