import type { Pattern } from '../../define';
import { FAILS, FROM_THE_NODE, NODE, NODE_PORT } from '../../vocabulary';

/** What operators paste or say of S08. */
export const recognise: readonly Pattern[] = [
  { pattern: NODE_PORT, and: [FROM_THE_NODE, FAILS], weight: 9 },
  {
    pattern: NODE_PORT,
    and: [
      /\bwindows (?:node|host|server|machine)\b[^\n]{0,20}\b(?:can|fail|unable|gets? no)|Windows ?(?:ノード|ホスト|サーバー?)が[^\n]{0,80}(?:アクセス|接続)/i,
    ],
    weight: 9,
  },
  {
    pattern: /\b(?:localhost|127\.0\.0\.1)[ :][^\n]{0,12}\b3[0-2]\d{3}\b/i,
    and: [
      /\b(?:unable|failed|refused?s?|timed out|times out|cannot|can't|not|false)\b|リモート ?サーバーに接続できません|拒否|つなが|繋が|タイムアウト|でき(?:ない|ません)/i,
    ],
    weight: 8,
  },
  {
    pattern: /(?:failed to connect|unable to connect|actively refused|connection refused)[^\n]{0,120}\b3[0-2]\d{3}\b/i,
    weight: 7,
  },
  { pattern: /\b3[0-2]\d{3}\b[^\n]{0,60}(?:actively refused|refused it|拒否|接続できません)/i, weight: 6 },
  { pattern: /(?:拒否|接続できません)[^\n]{0,120}\b3[0-2]\d{3}\b/, weight: 7 },
  { pattern: /TCP connect to \([^\n)]{1,80} ?: ?3[0-2]\d{3}\) failed/i, weight: 8 },
  { pattern: /RemotePort\s{0,20}: 3[0-2]\d{3}\b[^\n]{0,400}TcpTestSucceeded\s{0,20}: False/i, weight: 8 },
  { pattern: /unable to connect to the remote server|リモート サーバーに接続できません/i, weight: 2 },
  { pattern: NODE_PORT, and: [/\blocal(?:ly|host)?\b|ローカル|\bKB4571748\b/i], weight: 7 },
  { pattern: /:3[0-2]\d{3}\b|\bport 3[0-2]\d{3}\b/, and: [FROM_THE_NODE, FAILS], weight: 8 },
  { pattern: /\bKB4571748\b/i, weight: 5 },
  { pattern: NODE_PORT, weight: 2 },
  { pattern: NODE_PORT, and: [/\bexcept\b|\bbut not\b|以外/i, NODE], weight: 9 },
  { pattern: /(?<![.\w-])node[ -]?ports?\b(?!:)|ノード ?ポート/i, and: [FAILS], weight: 5 },
  { pattern: /RemotePort\s{0,20}: 3[0-2]\d{3}\b/i, and: [/TcpTestSucceeded\s{0,20}: False/i], weight: 8 },
  {
    pattern: NODE_PORT,
    and: [
      /\bother (?:nodes?|hosts?|machines?)\b|(?:他|ほか|別)の?(?:ノード|マシン|ホスト)/i,
      /\bonly\b|だけ|のみ|しか/i,
    ],
    weight: 8,
  },
  {
    pattern: /\b3[0-2]\d{3}\b/,
    and: [
      /unable to connect to the remote server|failed to connect|リモート ?サーバーに接続できません/i,
      /https?:\/\/\S{1,60}:3[0-2]\d{3}\b/i,
    ],
    weight: 7,
  },
];
