import type { Pattern } from '../../define';
import { CLUSTER_IP, FAILS, NODE, SERVICE_ADDRESS } from '../../vocabulary';

/** What operators paste or say of S17. */
export const recognise: readonly Pattern[] = [
  { pattern: CLUSTER_IP, and: [NODE, FAILS], weight: 9 },
  { pattern: CLUSTER_IP, and: [FAILS], weight: 7 },
  { pattern: SERVICE_ADDRESS, and: [FAILS], weight: 6 },
  { pattern: SERVICE_ADDRESS, and: [/TcpTestSucceeded\s*: False/i], weight: 7 },
  {
    pattern: /nslookup\b[^\n]{0,120}\b10\.(?:9[6-9]|10\d|11[01])\.\d{1,3}\.\d{1,3}\b[^\n]{0,80}DNS request timed out/i,
    weight: 7,
  },
  { pattern: /\bcluster ?ip\b/i, weight: 2 },
  { pattern: /Unable to connect to the remote server|リモート サーバーに接続できません/i, weight: 2 },
  { pattern: /DNS request timed out/i, weight: 1 },
];
