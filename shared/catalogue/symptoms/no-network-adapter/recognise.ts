import type { Pattern } from '../../define';
import { GONE, MISSING, TROUBLE } from '../../vocabulary';

/** What operators paste or say of S18. */
export const recognise: readonly Pattern[] = [
  {
    pattern: /no (?:virtual )?network adapters?/i,
    and: [/kubelet|start\.ps1|start-kubelet|\bhns\b|found/i],
    weight: 9,
  },
  { pattern: /failed to find a suitable network adapter/i, weight: 10 },
  { pattern: /unable to find HNS network specified/i, weight: 9 },
  { pattern: /hcnCreateNetwork failed/i, weight: 9 },
  { pattern: /GetHNSNe(?:tw|wt)orkByName[^\n]{0,120}not found/i, weight: 9 },
  { pattern: /0x803b0001\b/i, weight: 3 },
  {
    pattern: /network adapters?\b|(?:ネットワーク|イーサネット|仮想) ?アダプタ|\bvEthernet\b/i,
    and: [MISSING],
    weight: 8,
  },
  { pattern: /\bHNS ?networks?\b|HNS ?(?:の)?ネットワーク|\bcbr0\b|\bvxlan0\b/i, and: [MISSING], weight: 8 },
  { pattern: /\bGet-HnsNetwork\b|\bGet-NetAdapter\b/i, and: [MISSING], weight: 8 },
  { pattern: /vEthernet \((?:Ethernet|イーサネット)/i, weight: 2 },
  { pattern: /Get-HnsNetwork \| \? Name|Get-NetAdapter \| \? Name/i, weight: 6 },
  { pattern: /アダプタ|\badapters?\b/i, and: [/kubelet|start\.ps1|\bHNS\b/i, MISSING], weight: 9 },
  { pattern: /アダプタ|\badapters?\b/i, and: [/kubelet|start(?:-kubelet)?\.ps1/i, TROUBLE], weight: 7 },
  { pattern: /\bsuitable\b|適切な/i, and: [/\bnetwork ?adapter\b|ネットワーク ?アダプタ/i], weight: 8 },
  { pattern: /\bvEthernet\b|\bcbr0\b|\bvxlan0\b/i, and: [GONE], weight: 7 },
];
