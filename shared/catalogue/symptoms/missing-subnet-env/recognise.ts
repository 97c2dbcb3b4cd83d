import type { Pattern } from '../../define';
import { MISSING } from '../../vocabulary';

/** What operators paste or say of S13. */
export const recognise: readonly Pattern[] = [
  { pattern: /loadFlannelSubnetEnv failed/i, weight: 10 },
  {
    pattern: /open\s{1,4}\S{0,40}[\\/]run[\\/]flannel[\\/]subnet\.env[^\n]{0,40}(?:system cannot find|指定された)/i,
    weight: 10,
  },
  { pattern: /C:\\run\\flannel\\subnet\.env/i, weight: 9 },
  { pattern: /\bsubnet\.env\b/i, and: [MISSING], weight: 10 },
  { pattern: /\bsubnet[. _-]?env\b|\brun[\\/]flannel\b/i, and: [MISSING], weight: 9 },
  {
    pattern: /\bflannel\b|\bFLANNEL_SUBNET\b/i,
    and: [/\bsubnet (?:env )?file\b|\benv file\b|FLANNEL_SUBNET|サブネット ?ファイル|env ?ファイル/i, MISSING],
    weight: 9,
  },
  { pattern: /(?<!Wrote subnet file to \S{0,30})\bsubnet\.env\b/i, weight: 9 },
  { pattern: /plugin type="flannel" failed \(add\)/i, weight: 5 },
  { pattern: /FLANNEL_(?:NETWORK|SUBNET|MTU|IPMASQ)=/i, weight: 6 },
  { pattern: /\bflannel/i, and: [/\bsubnet\b/i, /\benv\b/i, /\bfail|\bload|\bmissing|\bnot?\b|n't\b/i], weight: 8 },
  { pattern: /\brun flannel\b/i, weight: 5 },
];
