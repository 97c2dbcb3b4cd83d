import type { Pattern } from '../../define';
import { FAILS, HOST_PORT } from '../../vocabulary';

/** What operators paste or say of S04. */
export const recognise: readonly Pattern[] = [
  { pattern: /failed to add hostport mapping/i, weight: 10 },
  {
    pattern: /plugin type="(?:win-bridge|win-overlay|sdnbridge|sdnoverlay)" failed \(add\)[^\n]{0,300}port ?mapping/i,
    weight: 10,
  },
  { pattern: HOST_PORT, and: [FAILS], weight: 10 },
  { pattern: HOST_PORT, and: [/\b(?:publish|expos|reach|access)|公開|発行|応答|アクセス|つなが|繋が/i], weight: 7 },
  { pattern: HOST_PORT, weight: 6 },
  { pattern: /\bport ?mappings?\b|ポート ?マッピング/i, and: [FAILS], weight: 7 },
  { pattern: /\bportMappings\b/i, weight: 6 },
  { pattern: /provided policy configuration is invalid or missing parameters/i, weight: 6 },
  { pattern: /指定されたポリシー構成が無効/, weight: 6 },
];
