import type { Pattern } from '../../define';
import { FAILS, OUTSIDE, POD } from '../../vocabulary';

/** What operators paste or say of S07. */
export const recognise: readonly Pattern[] = [
  // A ping that was answered is no symptom.
  {
    pattern: /Pinging [^\n]{1,120} with 32 bytes of data[^\n]{0,200}(?:timed out|unreachable|general failure)/i,
    weight: 6,
  },
  { pattern: /ping を送信しています[^\n]{0,200}(?:タイムアウト|到達できません)/i, weight: 6 },
  { pattern: /(?:^|")(?:Request timed out\.?|要求がタイムアウトしました。?)(?:$|")/im, weight: 5 },
  { pattern: /Destination (?:host|net) unreachable\.|宛先(?:ホスト|ネット(?:ワーク)?)に到達できません/i, weight: 6 },
  { pattern: POD, and: [OUTSIDE, FAILS], weight: 8 },
  { pattern: /\bkubectl exec\b/i, and: [/\bping\b/i, FAILS], weight: 8 },
  { pattern: POD, and: [/\bping(?:s|ed|ing)?\b|\bICMP\b/i, OUTSIDE, FAILS], weight: 9 },
  { pattern: POD, and: [/\bping(?:s|ed|ing)?\b|\bICMP\b/i, FAILS], weight: 7 },
  { pattern: POD, and: [/\bTest-Connection\b/i, FAILS], weight: 7 },
  {
    pattern: /\b(?:tracert|traceroute|Test-Connection|ping)\b[^\n]{0,300}(?:Request timed out|要求がタイムアウト)/i,
    weight: 6,
  },
  { pattern: /\bExceptionList\b/i, weight: 7 },
  { pattern: /\bexception ?list\b/i, and: [/\bNAT\b|\bpods?\b|ポッド/i], weight: 7 },
  { pattern: /\bOutBoundNAT\b/i, weight: 6 },
  { pattern: /ping: transmit failed|PING: (?:転送|送信)に失敗|\bGeneral failure\b|一般エラー/i, weight: 6 },
  { pattern: /\bTest-Connection\b/i, and: [OUTSIDE, FAILS], weight: 6 },
];
