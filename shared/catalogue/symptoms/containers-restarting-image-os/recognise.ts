import type { Pattern } from '../../define';
import { MISMATCH } from '../../vocabulary';

/** What operators paste or say of S21. */
export const recognise: readonly Pattern[] = [
  {
    pattern:
      /0x[c8]0370101|operating system does not match the host|オペレーティング ?システムがホスト[^\n]{0,20}一致しません/i,
    weight: 10,
  },
  { pattern: /no matching manifest for windows/i, weight: 9 },
  { pattern: /wrong diff id calculated on extraction|unmarshall? layerchain json/i, weight: 9 },
  { pattern: /hcsshim::ImportLayer|ImportLayer failed in Win32/i, weight: 9 },
  { pattern: /0x[c8]0370106/i, weight: 9 },
  { pattern: /0xc0000142|-1073741502|3221225794/i, weight: 6 },
  { pattern: /archive\/tar: invalid tar header/i, weight: 3 },
  { pattern: /\bCrashLoopBackOff\b/, weight: 3 },
  { pattern: /\bCrashLoopBackOff\b/i, and: [/\bwin(?:dows)?\b|windows|\biis\b|servercore|nanoserver/i], weight: 7 },
  {
    pattern: /\bdocker\b|\bwindows\b/i,
    and: [
      /\b(?:containers?|pods?)\b/i,
      /\b(?:keeps?|over and over|again and again|constantly|repeatedly|forever)\b/i,
      /\brestart/i,
    ],
    weight: 8,
  },
  { pattern: /(?:コンテナ|\bpod|ポッド)/i, and: [/再起動|落ち|RESTARTS/i, /繰り返|何度も|続け|ループ/], weight: 7 },
  {
    pattern: /(?:コンテナ|イメージ|\bcontainer\b|\bimages?\b)/i,
    and: [
      /\bOS\b|operating system|オペレーティング ?システム|ltsc\d{4}|\b(?:10\.0\.)?(?:17763|20348|25398|26100)\b|\b(?:1809|2019|2022|2025)\b/i,
      MISMATCH,
    ],
    weight: 8,
  },
  { pattern: /no matching manifest/i, and: [/windows/i], weight: 8 },
  {
    pattern: /\brestart|再起動|\bcrash|落ち|起動し(?:ない|ません)/i,
    and: [
      /\bltsc20\d\d\b|\bnanoserver\b|\bservercore\b/i,
      /\b(?:server|windows) ?(?:2016|2019|2022|2025)\b|\bhost|\bnode|ノード|ホスト/i,
    ],
    weight: 8,
  },
  {
    pattern: /\bimages?\b|イメージ|\bltsc20\d\d\b|\bnanoserver\b|\bservercore\b/i,
    and: [
      /\bhosts?\b|\bnodes?\b|ホスト|ノード|\bserver 20\d\d/i,
      /\bversions?\b|\bbuilds?\b|\bOS\b|\btoo (?:new|old)\b|バージョン|ビルド|\bltsc20\d\d\b|\b1809\b/i,
      MISMATCH,
    ],
    weight: 8,
  },
  {
    pattern: /コンテナ|ポッド|\bpods?\b|\bcontainers?\b/i,
    and: [
      /\brestart[ -]?loop|\brestart(?:s|ed|ing)? (?:constantly|endlessly|forever|continuously|repeatedly|all the time|every)|\bconstantly restart|起動と(?:終了|停止)|再起動(?:し続|を繰|ループ|が止|ばかり)/i,
      /windows|コンテナ|ltsc|docker|servercore/i,
    ],
    weight: 8,
  },
  {
    pattern: /\bcontainers?\b|\bpods?\b|コンテナ|ポッド/i,
    and: [
      /\bkeeps? (?:on )?restarting\b|\brestart(?:s|ing|ed)? (?:in a )?loop|\brestart(?:s|ing)? (?:again|over|all the|endless|every|constant)|\brestarts?: \d\d|\bcrash[- ]?loop(?:s|ing)?\b|(?:起動|立ち上が)[^。]{0,8}(?:すぐ|直後|即)[^。]{0,6}(?:落ち|終了|停止|死)|すぐに?(?:落ち|終了|停止|死|再起動)/i,
    ],
    weight: 6,
  },
  {
    pattern: /\bbase ?images?\b|ベース ?イメージ|\bimages?\b.{0,20}\bbuilt\b|イメージ/i,
    and: [
      /\bwindows\b|\bOS\b|\b20(?:16|19|22|25)\b|\bversions?\b|バージョン|\bltsc/i,
      MISMATCH,
      /\bbase\b|ベース|\bnodes?\b|\bhosts?\b|ノード|ホスト|\bbuilt\b/i,
    ],
    weight: 8,
  },
  {
    pattern: /コンテナ|ポッド|\bpods?\b/i,
    and: [
      /(?:何度も|繰り返し|延々|勝手に|すぐ)[^。]{0,8}(?:再起動|立ち上が|起動し直|作り直)|立ち上がり直|再起動(?:が|を)?(?:続|繰|止まら|やま)/,
    ],
    weight: 7,
  },
  {
    pattern: /コンテナ/,
    and: [
      /(?:ずっと|絶えず|常に|延々|何回も|連続)[^。]{0,6}(?:再起動|リスタート|落ち)|再起動[^。]{0,6}(?:ずっと|続け|繰)/,
    ],
    weight: 7,
  },
  { pattern: /コンテナ|ポッド|\bpods?\b/i, and: [/(?:秒|分)(?:ごと|毎|おき)に[^。]{0,6}(?:再起動|落ち)/], weight: 7 },
];
