import type { NodeState } from '../state';
import { kubeProxyFlags } from './processes';

/** The text of HCN_E_ADDR_INVALID_OR_RESERVED. */
const INVALID = {
  en: 'An IP address is invalid or reserved.',
  ja: 'IP アドレスが無効か、予約されています。',
};

/** What kube-proxy says of its source VIP on an overlay; null: nothing is wrong with it. `ends`: it does not run without one. */
export function sourceVipTrouble(state: NodeState): { readonly ends: boolean; readonly text: string } | null {
  const overlay = state.hns.networks.find(({ type }) => type.toLowerCase() === 'overlay');
  const line = kubeProxyFlags(state);
  if (overlay === undefined || line === '') return null;
  const vip = /--source-vip[= ](\d+(?:\.\d+){3})/.exec(line)?.[1];
  if (vip === undefined) return { ends: true, text: '"Error running ProxyServer" err="source-vip flag not set"' };
  // Every practice network is a /24 or lies in one.
  const inside = vip.replace(/\.\d+$/, '') === overlay.prefix.replace(/\.\d+\/\d+$/, '');
  const error = `hcnCreateEndpoint failed in Win32: ${INVALID[state.windows.language]} (0x803b002f)`;
  return inside ? null : { ends: false, text: `"Source Vip endpoint creation failed" err="${error}"` };
}
