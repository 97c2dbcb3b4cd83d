import { because, cite, conclude, goTo, ruledOut, undecided, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import { endpointStates, logQuiet, metOldObjects, rememberedNics, storeAge } from './objects';
import { FAILS, HNS, MISSING, TROUBLE } from '../../vocabulary';

/** S05: HNS cannot use objects from before an update or a change by hand (0x22, "The wrong diskette is in the drive"). */
export const hnsWrongDiskette = defineSymptom({
  id: 'hns-wrong-diskette',
  code: 'S05',
  anchor: 'i-am-seeing-errors-such-as-hnscall-failed-in-win32-the-wrong-diskette-is-in-the-drive',
  group: 'node',
  example: 'hnsCall failed in Win32: The wrong diskette is in the drive. (0x22)',
  recognise: [
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
  ],
  first: 'log',
  steps: {
    log: step({
      probes: ['log-scan', 'os-build'],
      // The networks and endpoints are what a verification has to look at, to see that nothing is left.
      also: ['processes', 'hns-process', 'hns-state-files', 'hns-networks', 'hns-endpoints'],
      decide: (evidence) =>
        metOldObjects(evidence['log-scan'], evidence['os-build'], evidence.processes, evidence['hns-process']),
      answers: { now: goTo('restart-due'), history: goTo('nic-list'), never: goTo('nic-list') },
      unsure: goTo('nic-list'),
    }),
    'restart-due': step({
      probes: ['features'],
      decide: ({ features: { rebootPending } }) => {
        const due = cite('features', '/rebootPending');
        return rebootPending === null ? undecided(due) : because(rebootPending ? 'due' : 'not-due', due);
      },
      answers: { due: conclude('hns-restart-due', 'confirmed'), 'not-due': goTo('store') },
      unsure: goTo('store'),
    }),
    store: step({
      probes: ['hns-state-files', 'update-history'],
      decide: (evidence) => storeAge(evidence['hns-state-files'], evidence['update-history']),
      answers: { older: conclude('stale-hns-objects', 'confirmed'), newer: goTo('recent-change') },
      unsure: goTo('recent-change'),
    }),
    'recent-change': step({
      probes: [],
      answers: { changed: conclude('stale-hns-objects', 'likely'), unchanged: goTo('nic-list') },
      unsure: goTo('nic-list'),
    }),
    'nic-list': step({
      probes: ['hns-state-files', 'hns-networks'],
      decide: (evidence) => rememberedNics(evidence['hns-state-files'], evidence['hns-networks']),
      answers: { leftover: conclude('leftover-nic', 'confirmed'), clean: goTo('endpoints') },
      unsure: goTo('endpoints'),
    }),
    endpoints: step({
      probes: ['hns-endpoints'],
      decide: (evidence) => endpointStates(evidence['hns-endpoints']),
      answers: { broken: conclude('broken-endpoint', 'likely'), whole: goTo('quiet') },
      unsure: unknown,
    }),
    quiet: step({
      probes: ['log-scan', 'os-build'],
      also: ['processes', 'hns-process'],
      decide: (evidence) =>
        logQuiet(evidence['log-scan'], evidence['os-build'], evidence.processes, evidence['hns-process']),
      answers: { quiet: ruledOut },
      unsure: unknown,
    }),
  },
  causes: {
    'hns-restart-due': { remediations: ['restart-node'], explains: ['stale-hns-objects', 'broken-endpoint'] },
    'stale-hns-objects': {
      remediations: ['delete-stale-host-endpoint', 'rename-hns-data'],
      explains: ['broken-endpoint'],
    },
    'leftover-nic': { remediations: ['remove-niclist-entries'] },
    'broken-endpoint': { remediations: ['delete-stale-host-endpoint'] },
  },
  pageCommands: {
    'hns-data': {
      command: 'Stop-Service HNS\nrm C:\\ProgramData\\Microsoft\\Windows\\HNS\\HNS.data\nStart-Service HNS',
      instead: [
        'Stop-Service kubelet, kubeproxy, flanneld, CalicoFelix, CalicoNode -ErrorAction SilentlyContinue',
        'Stop-Service hns -Force',
        'Rename-Item C:\\ProgramData\\Microsoft\\Windows\\HNS\\HNS.data HNS.data.bak',
        'Start-Service hns',
        'Start-Service flanneld, CalicoNode, CalicoFelix -ErrorAction SilentlyContinue',
        'Start-Service kubeproxy, kubelet -ErrorAction SilentlyContinue',
      ],
    },
    'hnsdiag-delete': {
      command:
        'hnsdiag list endpoints\nhnsdiag delete endpoints <id>\nhnsdiag list networks\nhnsdiag delete networks <id>\nRestart-Service HNS',
      instead: [
        'Get-HnsEndpoint | Select-Object Name, ID, VirtualNetworkName, IPAddress, State',
        "Get-HnsEndpoint | Where-Object { $_.VirtualNetworkName -eq 'cbr0' -and $_.Name -eq 'cbr0_ep' } | Remove-HnsEndpoint",
        "Get-HnsEndpoint | Where-Object { $_.VirtualNetworkName -eq 'cbr0' }",
      ],
    },
    'nic-list': {
      command: '\\\\Computer\\HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\vmsmp\\parameters\\NicList',
      instead: [
        'reg.exe export HKLM\\SYSTEM\\CurrentControlSet\\Services\\vmsmp\\parameters\\NicList C:\\NicList.reg',
        'reg.exe query HKLM\\SYSTEM\\CurrentControlSet\\Services\\vmsmp\\parameters\\NicList /s',
      ],
    },
  },
});
