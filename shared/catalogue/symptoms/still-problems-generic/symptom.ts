import { conclude, continueAt, goTo, ruledOut, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import { nodesReached, podsReached } from '../vsphere-4789/overlay';
import { fabric, kubeletPort, managementIp, refusals, topology } from './evidence';
import { FAILS, TRIED_ALL, TROUBLE } from '../../vocabulary';

/** S19: the last resort, when nothing else fits: is the topology right, and does the traffic between nodes and Pods pass? */
export const stillProblemsGeneric = defineSymptom({
  id: 'still-problems-generic',
  code: 'S19',
  anchor: 'i-am-still-seeing-problems-what-should-i-do',
  group: 'node',
  example: 'Get "https://10.0.0.5:10250/containerLogs/default/web": dial tcp 10.0.0.5:10250: i/o timeout',
  recognise: [
    { pattern: /:10250\b[^\n]{0,300}(?:i\/o timeout|refused|connectex)/i, weight: 10 },
    { pattern: /\b10250\b/, and: [FAILS], weight: 8 },
    { pattern: /error dialing backend/i, weight: 9 },
    { pattern: /\bstill\b/i, and: [/\b(?:see|seeing|have|having)\b/i, /\bproblems?\b|\bissues?\b/i], weight: 6 },
    { pattern: /\bstill (?:not working|broken|failing|does ?n[o']t work)/i, weight: 5 },
    {
      pattern: TRIED_ALL,
      and: [
        /\bnetwork|\bconnect|\bpods?\b|\bnodes?\b|\bkube|\bpage\b|\bguide\b|ネットワーク|つなが|繋が|接続|通信|ポッド|ノード|トラブルシュート|トラブルシューティング|手順/i,
        FAILS,
      ],
      weight: 6,
    },
    {
      pattern: /\bpods?\b|ポッド/i,
      and: [/物理|ハイパーバイザ|\bhypervisor\b|\bphysical\b/i, /許可|\ballow|ブロック|\bblock|\bdrop|破棄/i],
      weight: 9,
    },
    { pattern: TRIED_ALL, and: [/\bfix(?:es)?\b|\bremed/i, /\b(?:none|nothing)\b/i], weight: 5 },
    {
      pattern:
        /\banti-?spoof|\bspoof(?:ing|ed)?\b|MAC ?アドレス(?:の)?(?:偽装|スプーフィング)|\bpromiscuous\b|なりすまし|スプーフィング/i,
      and: [/\bpods?\b|ポッド|\bnodes?\b|ノード|kube/i],
      weight: 8,
    },
    {
      pattern: /\b(?:traffic|packets?|protocols?)\b|トラフィック|パケット|プロトコル/i,
      and: [
        /\bpods?\b|ポッド/i,
        /\b(?:physical|hypervisor|underlay|fabric|topology|cloud|infrastructure|firewall)\b|物理|ハイパーバイザ|基盤|下位|許可/i,
      ],
      weight: 9,
    },
    // The complaint alone, or of a cluster.
    {
      pattern:
        /(?:^|"|。\s?)[^\n。"]{0,12}(?:まだ[^\n。"]{0,12}(?:問題|直[らり]|解決し|治ら)|問題が(?:続いて|残って|解決しない|解決しません))[^\n。"]{0,20}(?:[。?、]?[^\n。"]{0,10}(?:どう|何|なに)[^\n"]{0,16})?[。?]?(?:$|")/m,
      weight: 6,
    },
    {
      pattern: /まだ[^\n。]{0,12}(?:問題|直[らり]|解決し|治ら)|問題が(?:続いて|残って|解決しない|解決しません)/,
      and: [/windows|kube|\bpods?\b|ポッド|ノード|ネットワーク|通信|対処|手順|つなが|繋が|接続|確認/i],
      weight: 6,
    },
    {
      pattern: /どうすれば(?:いい|よい)[^\n。]{0,6}わか/,
      and: [/windows|kube|\bpods?\b|ポッド|ノード|ネットワーク|通信|手順|試/i],
      weight: 6,
    },
    {
      pattern: /\bstill\b/i,
      and: [
        FAILS,
        /\bwindows (?:network|pods?|nodes?)|\bpods?\b|\bkube|\bwhat should\b/i,
        /\bluck\b|\bproblems?\b|\bissues?\b|\bbroken\b/i,
      ],
      weight: 6,
    },
    { pattern: /firewall|ファイアウォール/i, and: [/\bpods?\b|ポッド/i, FAILS], weight: 8 },
    { pattern: /firewall|ファイアウォール/i, and: [/\bpods?\b|ポッド/i, /traffic|between|通信/i], weight: 8 },
    { pattern: /\btopology\b|トポロジ/i, and: [/l2bridge|overlay/i], weight: 7 },
    {
      pattern: TRIED_ALL,
      and: [/\btroubleshoot|\b(?:whole|entire) (?:list|page|guide)\b|トラブル ?シュー/i],
      weight: 6,
    },
    {
      pattern: /\b(?:packets?|traffic)\b|パケット|トラフィック/i,
      and: [
        /\bpods?\b|ポッド/i,
        /\bnetwork team\b|\bsource (?:ip|address)|\bswitch(?:es)?\b|ネットワーク ?(?:チーム|担当|管理者)|送信元|スイッチ/i,
        /\bdrop|破棄|ドロップ|許可|\ballow|\bblock|遮断/i,
      ],
      weight: 9,
    },
    {
      pattern: /\bstill\b|まだ|未だ/i,
      and: [/\bpods?\b|ポッド/i, FAILS, /\bsuggest|\bsteps?\b|\bfollowed\b|\bhelp|手順|対処|案内/i],
      weight: 7,
    },
    {
      pattern: TRIED_ALL,
      and: [/\bwindows (?:pods?|nodes?|network)|\bwin network|Windows ?(?:ノード|ポッド|Pod)/i, TROUBLE],
      weight: 7,
    },
    {
      pattern:
        /\bunknown macs?\b|\bmac (?:addresses|spoof|address changes)\b|\bforged transmits?\b|偽装転送|MAC ?アドレス/i,
      and: [/\bpods?\b|ポッド/i, /\ballow|\bpermit|許可|\brequire|必要|\bdrop|破棄/i],
      weight: 9,
    },
  ],
  first: 'topology',
  steps: {
    topology: step({
      probes: ['cni-config', 'hns-networks'],
      also: ['flannel-state'],
      decide: (evidence) => topology(evidence['cni-config'], evidence['hns-networks'], evidence['flannel-state']),
      answers: {
        fits: goTo('management-ip'),
        own: goTo('management-ip'),
        'plugin-differs': conclude('cni-plugin-mismatch', 'confirmed'),
        'backend-differs': conclude('flannel-backend-mismatch', 'confirmed'),
      },
      unsure: goTo('management-ip'),
    }),
    'management-ip': step({
      probes: ['hns-networks', 'node-object'],
      decide: (evidence) => managementIp(evidence['hns-networks'], evidence['node-object']),
      answers: {
        fits: goTo('kubelet-port'),
        lost: conclude('management-ip-lost', 'confirmed'),
        drifted: conclude('management-ip-drifted', 'confirmed'),
      },
      unsure: goTo('kubelet-port'),
    }),
    'kubelet-port': step({
      probes: ['firewall', 'local-health'],
      decide: (evidence) => kubeletPort(evidence.firewall, evidence['local-health']),
      answers: {
        open: goTo('nodes'),
        closed: conclude('kubelet-port-closed', 'confirmed'),
        blocked: conclude('kubelet-port-blocked', 'confirmed'),
        'not-listening': continueAt('node-bring-up-check', 'kubelet'),
      },
      unsure: goTo('nodes'),
    }),
    nodes: step({
      probes: ['fabric-reach'],
      decide: (evidence) => nodesReached(evidence['fabric-reach']),
      answers: { reached: goTo('remote-pods'), silent: conclude('nodes-unreachable', 'confirmed') },
      unsure: goTo('remote-pods'),
    }),
    'remote-pods': step({
      probes: ['fabric-reach'],
      decide: (evidence) => podsReached(evidence['fabric-reach']),
      answers: { reached: goTo('refusals'), silent: goTo('fabric') },
      unsure: goTo('refusals'),
    }),
    fabric: step({
      probes: ['hns-networks', 'platform'],
      also: ['cni-config'],
      decide: (evidence) => fabric(evidence['hns-networks'], evidence.platform, evidence['cni-config']),
      answers: {
        overlay: continueAt('vsphere-4789', 'backend'),
        azure: continueAt('azure-hostgw-no-internet', 'own-routes'),
        guarded: goTo('spoofing'),
        other: goTo('filters'),
      },
      unsure: goTo('filters'),
    }),
    spoofing: step({
      probes: [],
      answers: { forbidden: conclude('anti-spoofing', 'confirmed'), allowed: goTo('filters') },
      unsure: conclude('anti-spoofing', 'likely'),
    }),
    // Only where all of it could be looked at is silence about a complaint good news.
    refusals: step({
      probes: ['fabric-reach', 'firewall', 'local-health', 'hns-networks', 'cni-config'],
      also: ['api-reach'],
      decide: (evidence) => refusals(evidence['fabric-reach'], evidence['api-reach']),
      answers: { refused: conclude('application-refuses', 'likely'), none: goTo('complaint') },
      unsure: goTo('complaint-unconfirmed'),
    }),
    complaint: step({
      probes: [],
      answers: {
        none: ruledOut,
        refused: conclude('application-refuses', 'likely'),
        'timed-out': goTo('filters'),
        'only-ping': conclude('only-ping-fails', 'confirmed'),
      },
      unsure: ruledOut,
    }),
    'complaint-unconfirmed': step({
      probes: [],
      answers: {
        refused: conclude('application-refuses', 'likely'),
        'timed-out': goTo('filters'),
        'only-ping': conclude('only-ping-fails', 'confirmed'),
      },
      unsure: unknown,
    }),
    filters: step({
      probes: [],
      answers: { some: conclude('traffic-filtered', 'likely'), none: unknown },
      unsure: conclude('traffic-filtered', 'likely'),
    }),
  },
  causes: {
    'cni-plugin-mismatch': { remediations: [] },
    'flannel-backend-mismatch': { remediations: [] },
    'management-ip-lost': {
      remediations: [],
      explains: ['vnic-no-management-ip', 'switch-slow', 'management-ip-race'],
    },
    'management-ip-drifted': { remediations: [], explains: ['vnic-no-management-ip'] },
    'kubelet-port-closed': { remediations: ['allow-kubelet-port'] },
    'kubelet-port-blocked': { remediations: [] },
    'nodes-unreachable': { remediations: [] },
    'anti-spoofing': { remediations: [] },
    'application-refuses': { remediations: [] },
    'only-ping-fails': { remediations: [], byDesign: true },
    'traffic-filtered': { remediations: [] },
  },
});
