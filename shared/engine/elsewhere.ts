import { either } from '../catalogue/either';

/** What only Linux prints, or only people who speak of Linux write. */
const LINUX = either(
  /\bno such file or directory\b/,
  /\bconnect: (?:connection refused|no route to host|network is unreachable|connection timed out)\b/,
  /\bdial unix\b|\bunix:\/\/|\biptables\b|\bnftables\b|\bnf_(?:conntrack|tables)\b|\bipvs\b/,
  /\bcgroups?\b|\bcgroupfs\b|overlayfs|\bsystemd\b|\bsystemctl\b|\b\w{1,40}\.service\b/,
  /\bjournalctl\b|\bkernel: |\b(?:kubelet|containerd|dockerd|kube-proxy|flanneld)\[\d{1,7}\]/,
  /\bOCI runtime\b|\brunc\b|\/opt\/cni\/bin|\/etc\/cni\/net\.d|\/proc\/|\/sys\/|\/dev\/|\/usr\//,
  /\/lib\/modules|\/bin\/(?:ba)?sh|\/var\/lib\/(?:calico|containerd|docker|cni)\b/,
  /\/var\/run\/(?:docker|calico)/,
  /\bplugin type="(?:bridge|portmap|loopback|ptp|macvlan|ipvlan|cilium-cni|weave-net|aws-cni|multus|bandwidth|tuning)"/,
  /\bcoredns\b/,
  /\bcilium\b|\bweave-net\b|(?<![-\w])(?:eth|ens|enp)\d\w{0,6}\b|\bveth[0-9a-f]{6,12}\b/,
  /\bnetns\b|\blinux[-/]\w|\w-linux\b|\bdocker0\b|\bcni0\b|\bflannel\.1\b|\bicmp_seq\b/,
  /\bpackets transmitted\b|\bNo route to host\b|\bbash: |\broot@|\bsudo \b|\bapparmor\b/,
  /\bselinux\b|\bOOMKilled\b|\bOut of memory: Kill|kubernetes\.io\/os[=: ]{1,2}linux/,
  /\b(?:ubuntu|debian|centos|rhel|red hat|rocky linux|fedora|suse|flatcar)\b/,
  /そのようなファイルやディレクトリ/,
  // Unless they only say that all is well there.
  /\bLinux (?:nodes?|workers?)\b(?! (?:are |is |do |does )?(?:work|fine|ok|healthy|unaffected|not affected|have no))/,
  /\bLinux ?の? ?(?:ノード|ワーカー|サーバー?|マシン)(?!(?:で)?は[^。]{0,8}(?:正常|問題な|OK|動|大丈夫|でき|つなが|繋が))/,
);
/** What only a Windows node prints, or only people who speak of Windows write. */
const WINDOWS = either(
  /windows|\bhns|\bhcn[A-Z]|\bhcs(?:shim)?::|failed in Win32|\b[A-Z]:\\|\.exe\b|\.ps1\b/,
  /\bconnectex\b|The system cannot find|\/pipe\/|\bwin-(?:bridge|overlay)\b|vEthernet|\bwin-|\bwin\w{0,12}\d/,
  /\bCategoryInfo\b|\b0x[c8]0(?:3b|37)[0-9a-f]{4}\b|:10250\b/,
  /指定された/,
);
/** Windows Subsystem for Linux and Docker Desktop speak the language of a node, and are none. */
const DESKTOP = /\bWslRegisterDistribution\b|\bWsl\/|docker_engine\b|dockerDesktop/i;

/**
 * A text without the lines that come from something else than a Windows node: a Linux node, or a desktop. Empty where
 * a line of these is in it and nothing in it is of Windows.
 * @param joined the same text with its line breaks taken away, for marks that a terminal broke
 */
export function ofWindowsNode(text: string, joined: string): string {
  if (DESKTOP.test(joined)) return '';
  if (!LINUX.test(text) && !LINUX.test(joined)) return text;
  if (!WINDOWS.test(text) && !WINDOWS.test(joined)) return '';
  const lines = text.split('\n');
  // A terminal may have broken the line between its marks.
  const ofWindows = (line: string, before: string) =>
    WINDOWS.test(line) || WINDOWS.test(`${before} ${line}`) || WINDOWS.test(`${before}${line}`);
  const kept = lines.filter((line, at) => !LINUX.test(line) || ofWindows(line, lines[at - 1] ?? ''));
  return kept.join('\n');
}
