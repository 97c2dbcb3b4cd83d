import { faultyNodes } from './faulty';
import { healthyNode } from './healthy';
import type { PracticeNode } from './practice-node';
import type { Flavour, Language } from './state';
import type { Release } from './flavours/options';

export type { PracticeNode } from './practice-node';

const HEALTHY: ReadonlyArray<readonly [Flavour, Language, Release, string]> = [
  ['sdn-hostgw', 'en', '17763', 'sdn-hostgw-en'],
  ['sdn-hostgw', 'ja', '20348', 'sdn-hostgw-ja'],
  ['kubeadm-vxlan', 'en', '20348', 'kubeadm-vxlan-en'],
  ['kubeadm-vxlan', 'ja', '20348', 'kubeadm-vxlan-ja'],
  ['kubeadm-vxlan', 'ja', '26100', 'kubeadm-vxlan-2025-ja'],
  ['aks', 'en', '20348', 'aks-en'],
  ['aks', 'ja', '20348', 'aks-ja'],
];

/** Every practice node: healthy ones first, then one or more for each fault. */
export const practiceNodes: readonly PracticeNode[] = [
  ...HEALTHY.map(([flavour, language, release, id]) => healthyNode(id, flavour, language, release)),
  ...faultyNodes,
];

export function practiceNode(id: string): PracticeNode | undefined {
  return practiceNodes.find((node) => node.id === id);
}
