import type { Pattern } from '../../define';
import { FAILS, HNS, MISSING, TROUBLE } from '../../vocabulary';

/** What operators paste or say of S05. */
export const recognise: readonly Pattern[] = [
  {
    pattern: /(?:hnsCall|hcn\w{1,40}) failed in Win32:[^\n]{0,200}(?:wrong diskette|\(0x0{0,6}22\)|0x803b0007)/i,
    weight: 10,
  },
  { pattern: /wrong diskette is in the drive/i, weight: 10 },
  { pattern: /Insert %2 \(Volume Serial Number: %3\)|ボリューム ?シリアル番号: ?%3/i, weight: 10 },
  { pattern: /failed to hot attach bridge HNSEndpoint/i, weight: 9 },
  {
    pattern:
      /(?:間違った|正しくない|誤った|違う)[^\n]{0,8}(?:ディスク|ディスケット|フロッピー)|ドライブ[^\n]{0,20}ディスケット/,
    weight: 8,
  },
  {
    pattern: /diskette|floppy|ディスケット|フロッピー/i,
    and: [/\bhns|\bhcn|\bcni\b|\bpods?\b|ポッド|flannel|kube|container|コンテナ/i],
    weight: 10,
  },
  { pattern: /switch-port was not found|スイッチ ?ポートが見つかり/i, weight: 8 },
  { pattern: /\bHNS\.data\b/i, weight: 8 },
  { pattern: HNS, and: [/incompatib|not compatible|互換性/i], weight: 8 },
  { pattern: HNS, and: [/windows update|\bupdat(?:e|es|ing)\b|更新|アップデート/i, FAILS], weight: 6 },
  { pattern: /vmsmp[\\/]+parameters[\\/]+NicList|\bNicList\b/i, weight: 8 },
  { pattern: HNS, and: [/\b0x0{0,6}22\b/i], weight: 9 },
  { pattern: /\bhnsCall\b/i, and: [FAILS], weight: 8 },
  { pattern: /\bhnsdiag delete\b|(?:Stop|Restart)-Service (?:-\w{1,10} )?HNS\b/i, weight: 5 },
  { pattern: /wrong (?:diskette|floppy)|間違った ?ディスケット/i, weight: 7 },
  { pattern: /\bswitch[ -]?port\b|スイッチ ?ポート/i, and: [MISSING], weight: 7 },
  {
    pattern: HNS,
    and: [
      /\b(?:stale|old|corrupt\w{0,3}|broken|incompatible|outdated)\b|古い|壊れ|破損|互換|不整合/i,
      /\bobjects?\b|\bdata\b|\bupdat|\bpatch|オブジェクト|データ|更新|パッチ|アップデート/i,
    ],
    weight: 8,
  },
  { pattern: HNS, and: [/\bpatch(?:es|ed|ing)?\b|パッチ/i, FAILS], weight: 7 },
  { pattern: HNS, and: [/\bobjects?\b|オブジェクト/i, TROUBLE], weight: 7 },
  { pattern: HNS, and: [/\bdisk(?:ette)?s?\b|ディスク/i, /\bdrive\b|ドライブ|\binsert\b|間違|違う|誤/i], weight: 8 },
];
