import { conclude, continueAt, goTo, ruledOut, unknown } from '../../define';
import { OWN_SUBNET, VIP_TOLD } from '../../source-vip';
import { defineSymptom, step } from '../../typed';
import { hnsNetwork } from '../container-creating/network';
import { runtimeService } from '../container-creating/runtime';
import { apiWay, cniKind, flanneld, kubeProxies, listening, readyState, sourceVip } from './cluster';
import { identity, kubeletPlace, kubeletWhy, notInstalled, registration } from './kubelet';
import { ASKS, COMPONENT, FAILS, MISSING, NODE, STUCK } from '../../vocabulary';

/** S01: whether the node is really up: its programs, its place in the cluster, its network. */
export const nodeBringUpCheck = defineSymptom({
  id: 'node-bring-up-check',
  code: 'S01',
  anchor: 'how-do-i-know-kubernetes-on-windows-completed-successfully',
  group: 'node',
  example: 'Kubelet stopped posting node status.',
  recognise: [
    { pattern: /Kubelet stopped posting node status/i, weight: 10 },
    { pattern: /\bNotReady(?:,SchedulingDisabled)?\s{1,40}\S{1,80}\s{1,40}\d{1,5}[smhdy]/i, weight: 8 },
    { pattern: /^\S{1,253}\s+NotReady\b/im, weight: 7 },
    { pattern: /\bstatus is now: NodeNotReady\b|\bNodeStatusUnknown\b|\bKubeletNotReady\b/i, weight: 8 },
    { pattern: /\bNotReady\b/, weight: 5 },
    { pattern: /\bNotReady\b/i, and: [NODE], weight: 7 },
    {
      pattern: /failed to run Kubelet:|failed to load kubelet config file|unable to load bootstrap kubeconfig/i,
      weight: 9,
    },
    { pattern: /failed to parse kubelet flag: unknown flag/i, weight: 10 },
    {
      pattern: /unknown flag: --(?:network-plugin|cni-|container-runtime|pod-infra|image-pull|log-dir|logtostderr)/i,
      weight: 8,
    },
    { pattern: /listen tcp \S{1,60}:10250: bind/i, weight: 8 },
    { pattern: /nodes? "[^"\n]{1,253}" (?:not found|is not allowed to modify node)/i, weight: 8 },
    { pattern: /Unable to register node with API server/i, weight: 8 },
    { pattern: /container runtime network not ready|NetworkPluginNotReady/i, weight: 7 },
    {
      pattern:
        /cni (?:plugin )?not initiali[sz]ed|cni config (?:uninitiali[sz]ed|is not)|network ?plugin (?:is )?not ?ready|no network config found in/i,
      weight: 7,
    },
    { pattern: /\bready\b/i, and: [NODE, /\bunknown\b/i], weight: 7 },
    // A node that does not become Ready.
    { pattern: /\bready\b|準備/i, and: [NODE, FAILS], weight: 7 },
    { pattern: /\bkubelet(?:\.exe)?\b/i, and: [STUCK], weight: 6 },
    {
      pattern: /\b(?:join(?:ed|ing)?|regist(?:er|ered|ration))\b|参加|登録/i,
      and: [NODE, FAILS, /cluster|クラスタ/i, /windows|kube|k8s|worker|ワーカー/i],
      weight: 6,
    },
    // Whether it is up at all.
    {
      pattern:
        /completed? successfully|\b(?:came|come|is) up\b|正常に(?:完了|セットアップ|起動)|うまく(?:いった|できた)|成功した/i,
      and: [/kubernetes/i, /how|verify|check|successfully|正常/i],
      weight: 8,
    },
    {
      pattern: /\bkubelet\b/i,
      and: [/kube-?proxy/i, /\b(?:running|run|up)\b|動い|実行|起動して/i, /how|check|\?|か|確認/i],
      weight: 7,
    },
    {
      pattern: /\bkubelet(?:\.exe)?\b/i,
      and: [MISSING, /process|プロセス|task manager|タスク ?マネージャ|Get-Process|service|サービス|\.exe/i],
      weight: 6,
    },
    {
      pattern: /\b(?:shows? up|see|appears?|list(?:s|ed)?|visible)\b|表示され|見え|出て(?:こ|来)|現れ|載ら|一覧/i,
      and: [NODE, /get nodes|cluster|クラスタ|追加|参加|join/i, FAILS],
      weight: 6,
    },
    { pattern: /node\.kubernetes\.io\/(?:not-ready|unreachable)/, weight: 6 },
    { pattern: /Failed to contact API server when waiting for CSINode|Failed to initialize CSINode/i, weight: 5 },
    {
      pattern:
        /Cannot find a process with the name "(?:kubelet|kube-proxy)"|名前 "(?:kubelet|kube-proxy)" のプロセスが見つかりません/i,
      weight: 8,
    },
    { pattern: /failed to load CNI config/i, weight: 7 },
    { pattern: COMPONENT, and: [/process|プロセス/i, FAILS], weight: 5 },
    { pattern: /\bnode not found\b/i, and: [/\bkubelet\b/i], weight: 6 },
    {
      pattern: /\b(?:check|verify|know|tell|confirm)\b|確認|判断|わか|分か/i,
      and: [
        NODE,
        /\b(?:everything|healthy|processes|running|up|finished|done|properly|correctly|ok)\b|セットアップ|完了|正常|起動して|構築|プロセス/i,
        /windows|kube|k8s/i,
      ],
      weight: 6,
    },
    { pattern: /\b(?:kubectl )?get nodes?\b/i, and: [FAILS], weight: 7 },
    {
      pattern: /\bunknown\b/i,
      and: [NODE, /状態|ステータス|\bstatus\b|\bstate\b|\bshows?\b|\bshown\b|\bis\b|表示|に?なっ/i],
      weight: 7,
    },
    { pattern: /\bkubelet\b/i, and: [/\bstop/i, /\bstatus\b/i, /\bpost/i], weight: 7 },
    {
      pattern: /\bnever (?:\w{1,12} )?join|\b(?:not|n't) join|参加でき|join でき/i,
      and: [NODE, /windows|kube|k8s|\bwin\b|\bworkers?\b|ワーカー/i],
      weight: 7,
    },
    {
      pattern: /\bready\b/i,
      and: [NODE, /どこで|どうやって|確認|\bhow\b|\bwhere\b/i, /windows|kube|join|参加/i],
      weight: 7,
    },
    {
      pattern:
        /\binstall(?:ed|ation)?\b|\bset ?-?up\b|\bprocess(?:es)?\b|インストール|構築|セットアップ|手順(?:書)?|正しく動|正常に動/i,
      and: [
        /\bkubernetes on windows\b|\bwindows (?:node|worker)|\bwin (?:node|worker)|Windows ?(?:の)?(?:ノード|ワーカー|側)|kubernetes/i,
        ASKS,
        /\bsucceed|\bsuccess|\bcorrect|\bproper|\bmust run\b|\bshould (?:be )?run|\bprocess(?:es)?\b|正し|正常|成功|確か|確認/i,
      ],
      weight: 6,
    },
    {
      pattern: /\bregister|\bjoin|参加|認識|登録/i,
      and: [
        /\bnode\b|ノード|ワーカー|\bworker\b/i,
        /\bnever\b|\bnot\b|n't\b|\bfail|ない|ません|失敗/i,
        /windows|kube|k8s|\bnever (?:registered|joined)/i,
      ],
      weight: 6,
    },
    { pattern: /\bkubernetes on windows\b/i, and: [ASKS, /\bwork(?:ed|s|ing)?\b|\bsure\b|\bsuccess/i], weight: 7 },
    { pattern: /\bhealthy\b|\balive\b/i, and: [/\b(?:windows|win) (?:node|worker|host)/i, ASKS], weight: 6 },
    {
      pattern: COMPONENT,
      and: [
        /い(?:ない|ません)(?:$|[\s"。、])|居ない|\bnot running\b|\bisn't running\b|動いて(?:い)?(?:ない|ません)|上がって(?:い)?(?:ない|ません)/i,
      ],
      weight: 6,
    },
  ],
  first: 'kubelet',
  steps: {
    kubelet: step({
      probes: ['services', 'processes'],
      also: ['component-versions'],
      decide: (evidence) => kubeletPlace(evidence.services, evidence.processes, evidence['component-versions']),
      answers: {
        runs: goTo('api'),
        stopped: goTo('runtime'),
        bare: conclude('kubelet-not-started', 'confirmed'),
        'rke2-stopped': conclude('rke2-stopped', 'confirmed'),
        'rke2-alone': conclude('rke2-without-kubelet', 'likely'),
        'rke2-unregistered': conclude('rke2-not-registered', 'confirmed'),
        absent: goTo('installer'),
      },
      unsure: goTo('api'),
    }),
    installer: step({
      probes: [],
      answers: { rke2: conclude('rke2-not-registered', 'likely'), other: goTo('not-installed') },
      unsure: goTo('not-installed'),
    }),
    'not-installed': step({
      probes: ['services', 'processes', 'component-versions'],
      decide: (evidence) => notInstalled(evidence.services, evidence.processes, evidence['component-versions']),
      answers: { nothing: conclude('kubelet-not-installed', 'confirmed'), something: unknown },
      unsure: unknown,
    }),
    runtime: step({
      probes: ['services'],
      also: ['runtime'],
      decide: (evidence) => runtimeService(evidence.services, evidence.runtime),
      answers: {
        runs: goTo('kubelet-why'),
        stopped: continueAt('container-creating', 'runtime-config'),
        'no-pipe': continueAt('container-creating', 'runtime-config'),
        crashed: continueAt('container-creating', 'runtime-config'),
      },
      unsure: goTo('kubelet-why'),
    }),
    'kubelet-why': step({
      probes: ['services', 'processes'],
      also: ['log-scan'],
      decide: (evidence) => kubeletWhy(evidence.services, evidence.processes, evidence['log-scan']),
      answers: {
        runs: unknown,
        disabled: conclude('kubelet-disabled', 'confirmed'),
        'unknown-flag': conclude('kubelet-unknown-flag', 'confirmed'),
        config: conclude('kubelet-config-missing', 'confirmed'),
        bootstrap: conclude('kubelet-bootstrap-missing', 'confirmed'),
        port: conclude('kubelet-port-taken', 'confirmed'),
        'no-pipe': conclude('kubelet-before-runtime', 'confirmed'),
        ended: conclude('kubelet-not-running', 'confirmed'),
      },
      unsure: conclude('kubelet-not-running', 'likely'),
    }),
    api: step({
      probes: [],
      also: ['kube-tools', 'api-reach'],
      decide: (evidence) => apiWay(evidence['kube-tools'], evidence['api-reach']),
      answers: { 'no-way': continueAt('api-server-connect', 'kubeconfig'), answers: goTo('registered') },
      unsure: goTo('registered'),
    }),
    registered: step({
      probes: ['node-registered'],
      decide: (evidence) => registration(evidence['node-registered']),
      answers: { missing: goTo('identity'), there: goTo('ready') },
      unsure: goTo('ready'),
    }),
    identity: step({
      probes: ['certs', 'node-registered'],
      decide: (evidence) => identity(evidence.certs, evidence['node-registered']),
      answers: {
        truncated: conclude('node-name-truncated', 'confirmed'),
        other: conclude('node-name-changed', 'confirmed'),
        same: goTo('csr'),
      },
      unsure: goTo('csr'),
    }),
    csr: step({
      probes: [],
      answers: { pending: conclude('csr-pending', 'likely'), none: goTo('deleted') },
      unsure: goTo('deleted'),
    }),
    deleted: step({
      probes: ['node-registered'],
      decide: (evidence) => registration(evidence['node-registered']),
      answers: { missing: conclude('node-not-registered', 'confirmed'), there: unknown },
      unsure: unknown,
    }),
    ready: step({
      probes: ['node-object'],
      decide: (evidence) => readyState(evidence['node-object']),
      answers: {
        ready: goTo('kube-proxy'),
        network: continueAt('container-creating', 'cni-config'),
        silent: continueAt('api-server-connect', 'client-certificate'),
        runtime: continueAt('container-creating', 'runtime-config'),
        other: conclude('node-not-ready', 'likely'),
      },
      unsure: goTo('kube-proxy'),
    }),
    'kube-proxy': step({
      probes: ['processes'],
      decide: ({ processes }) => kubeProxies(processes),
      answers: {
        none: goTo('source-vip'),
        several: continueAt('vnics-endpoints-deleted', 'second'),
        one: goTo('cni'),
      },
      unsure: goTo('cni'),
    }),
    // Where other trees find that there is none: nothing of this one follows.
    'source-vip': step({
      probes: [],
      also: [...VIP_TOLD, ...OWN_SUBNET, 'flannel-state'],
      decide: sourceVip,
      answers: { none: continueAt('flannel-vxlan-rejoin', 'dummy'), told: goTo('no-kube-proxy') },
      unsure: goTo('no-kube-proxy'),
    }),
    'no-kube-proxy': step({
      probes: ['processes'],
      decide: ({ processes }) => kubeProxies(processes),
      answers: { none: conclude('kube-proxy-absent', 'confirmed'), several: unknown, one: unknown },
      unsure: unknown,
    }),
    cni: step({
      probes: ['cni-config'],
      decide: (evidence) => cniKind(evidence['cni-config']),
      answers: { flannel: goTo('flanneld'), other: goTo('network') },
      unsure: goTo('network'),
    }),
    flanneld: step({
      probes: ['processes'],
      decide: ({ processes }) => flanneld(processes),
      answers: { runs: goTo('network'), none: continueAt('flanneld-waiting-for-network', 'pod-subnet') },
      unsure: goTo('network'),
    }),
    network: step({
      probes: [],
      also: ['hns-networks', 'hns-process', 'cni-config'],
      decide: hnsNetwork,
      answers: {
        there: goTo('listening'),
        missing: continueAt('no-network-adapter', 'hns-crashes'),
        hung: continueAt('container-creating', 'hns-network'),
      },
      unsure: goTo('listening'),
    }),
    listening: step({
      probes: ['local-health'],
      decide: (evidence) => listening(evidence['local-health']),
      answers: {
        both: goTo('all-seen'),
        'kubelet-silent': conclude('kubelet-silent', 'likely'),
        'kube-proxy-silent': conclude('kube-proxy-silent', 'likely'),
      },
      unsure: goTo('all-seen'),
    }),
    'all-seen': step({
      probes: ['node-object'],
      decide: (evidence) => readyState(evidence['node-object']),
      answers: { ready: ruledOut, network: unknown, silent: unknown, runtime: unknown, other: unknown },
      unsure: unknown,
    }),
  },
  causes: {
    'kubelet-not-installed': { remediations: ['rejoin-node'] },
    'kubelet-not-started': { remediations: [] },
    'rke2-stopped': { remediations: [] },
    'rke2-without-kubelet': { remediations: [] },
    'rke2-not-registered': { remediations: ['register-rke2'] },
    'kubelet-disabled': { remediations: ['start-automatically'], explains: ['not-automatic'] },
    'kubelet-unknown-flag': {
      remediations: ['remove-kubelet-flags'],
      explains: ['service-throttled'],
    },
    'kubelet-config-missing': { remediations: [], explains: ['service-throttled'] },
    'kubelet-bootstrap-missing': { remediations: ['rejoin-node'], explains: ['service-throttled'] },
    'kubelet-port-taken': { remediations: [], explains: ['service-throttled'] },
    'kubelet-before-runtime': { remediations: ['start-runtime'], explains: ['service-throttled'] },
    'kubelet-not-running': { remediations: ['start-runtime'] },
    'node-name-changed': { remediations: ['set-kubelet-name', 'rejoin-node'] },
    'node-name-truncated': { remediations: ['set-kubelet-name'] },
    'csr-pending': { remediations: ['approve-request'] },
    'node-not-registered': { remediations: ['rejoin-node'] },
    'node-not-ready': { remediations: [] },
    'kube-proxy-absent': { remediations: ['restart-kube-proxy'] },
    'kubelet-silent': { remediations: ['restart-kubelet'] },
    'kube-proxy-silent': { remediations: ['restart-kube-proxy'] },
  },
});
