import { conclude, goTo, ruledOut, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import { containerError, imageBuilds, layerState, missingManifest, restarting, startError } from './decide';
import { MISMATCH } from '../../vocabulary';

const TOLD = ['pods-here', 'kube-events', 'log-scan'] as const;

/** S21: containers restart, or never start, since their image is made for another Windows; and images whose layers are broken (X11). */
export const containersRestartingImageOs = defineSymptom({
  id: 'containers-restarting-image-os',
  code: 'S21',
  anchor: 'when-deploying-docker-containers-keep-restarting',
  group: 'pods',
  example:
    'hcs::CreateComputeSystem app: The container operating system does not match the host operating system. (0xc0370101)',
  recognise: [
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
  ],
  first: 'containers',
  steps: {
    containers: step({
      probes: ['pods-here'],
      also: ['kube-events', 'log-scan'],
      decide: restarting,
      answers: { many: goTo('error'), few: unknown, none: ruledOut },
      unsure: goTo('error'),
    }),
    error: step({
      probes: [],
      also: TOLD,
      decide: containerError,
      answers: {
        mismatch: goTo('builds'),
        manifest: goTo('manifest'),
        layers: goTo('layers'),
        'start-failed': goTo('start'),
        application: ruledOut,
        none: unknown,
      },
      unsure: unknown,
    }),
    builds: step({
      probes: ['os-build'],
      also: [...TOLD, 'image-platforms', 'runtime'],
      decide: imageBuilds,
      answers: {
        differs: conclude('image-os-mismatch', 'confirmed'),
        pause: conclude('pause-other-release', 'confirmed'),
        said: conclude('image-os-mismatch', 'likely'),
      },
      unsure: goTo('base'),
    }),
    base: step({
      probes: [],
      answers: { other: conclude('image-os-mismatch', 'likely'), same: unknown },
      unsure: unknown,
    }),
    manifest: step({
      probes: [],
      also: TOLD,
      decide: missingManifest,
      answers: { missing: conclude('image-wrong-platform', 'confirmed'), there: unknown },
      unsure: unknown,
    }),
    // A container of another release is refused before its process starts: what ends at once fits.
    start: step({
      probes: [],
      also: TOLD,
      decide: startError,
      answers: { same: conclude('container-cannot-start', 'likely'), gone: unknown },
      unsure: unknown,
    }),
    layers: step({
      probes: [],
      also: [...TOLD, 'disk', 'service-crashes'],
      decide: layerState,
      answers: {
        'disk-full': conclude('layers-disk-full', 'likely'),
        'power-loss': conclude('layers-after-power-loss', 'likely'),
        corrupt: conclude('layers-corrupt', 'confirmed'),
      },
      unsure: unknown,
    }),
  },
  causes: {
    'image-os-mismatch': { remediations: ['use-fitting-image'] },
    'pause-other-release': { remediations: ['set-pause-image'] },
    'image-wrong-platform': { remediations: ['use-fitting-image'] },
    'container-cannot-start': { remediations: [] },
    'layers-disk-full': { remediations: ['pull-image-again'] },
    'layers-after-power-loss': { remediations: ['pull-image-again'] },
    'layers-corrupt': { remediations: ['pull-image-again'] },
  },
});
