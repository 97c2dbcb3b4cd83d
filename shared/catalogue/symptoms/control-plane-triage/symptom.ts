import { because, cite, conclude, continueAt, goTo, ruledOut, undecided } from '../../define';
import { BY_API_SERVER } from '../../silenced';
import { defineSymptom, step } from '../../typed';

/**
 * S22: the control plane is suspected. It never runs on Windows: what is wrong with the way to it is concluded by the
 * tree of the API server, and what is wrong with it itself ends with lines to be run there.
 */
export const controlPlaneTriage = defineSymptom({
  id: 'control-plane-triage',
  code: 'S22',
  anchor: 'common-kubernetes-master-errors',
  group: 'control-plane',
  example: 'The connection to the server 10.0.0.10:6443 was refused - did you specify the right host or port?',
  recognise: [
    { pattern: /connection to the server .{1,260} was refused/i, weight: 8 },
    { pattern: /etcdserver: /i, weight: 9 },
    { pattern: /\[[+-]\]etcd (?:ok|failed)|livez check failed|healthz check failed/i, weight: 9 },
    { pattern: /an error on the server \(.{1,260}\) has prevented the request from succeeding/i, weight: 7 },
    { pattern: /net\/http: TLS handshake timeout/i, weight: 4 },
    { pattern: /\b50[023] (?:Internal Server Error|Bad Gateway|Service Unavailable)\b/i, weight: 3 },
    {
      pattern: /kube-(?:apiserver|controller-manager|scheduler)\S*[^\n]{0,80}(?:CrashLoopBackOff|Error|0\/1)/i,
      weight: 8,
    },
    { pattern: /コントロール ?プレーン[^\n]{0,40}(?:異常|停止|応答しない|応答しません|落ち|ダウン)/, weight: 8 },
    { pattern: /マスター[^\n]{0,20}(?:エラー|異常|停止|応答しない|応答しません)/, weight: 6 },
  ],
  first: 'connection',
  steps: {
    connection: step({
      probes: ['api-reach'],
      decide: ({ 'api-reach': { connection, certificate } }) => {
        const made = cite('api-reach', '/connection');
        if (connection === 'failed') return undecided(made);
        if (connection === 'connected' && certificate) return because('connected', made);
        return because(connection === 'refused' ? 'refused' : 'elsewhere', made);
      },
      answers: {
        connected: goTo('status'),
        refused: goTo('others'),
        elsewhere: continueAt('api-server-connect', 'connection'),
      },
      unsure: continueAt('api-server-connect', 'kubeconfig'),
    }),
    status: step({
      probes: ['api-reach'],
      decide: ({ 'api-reach': { status } }) => {
        const told = cite('api-reach', '/status');
        // Refused credentials are an answer as well: the control plane works.
        return status === null ? undecided(told) : because(status >= 500 ? 'unwell' : 'answers', told);
      },
      answers: { answers: ruledOut, unwell: continueAt('api-server-connect', 'status') },
      unsure: continueAt('api-server-connect', 'clock'),
    }),
    others: step({
      probes: [],
      answers: { 'only-here': continueAt('api-server-connect', 'kubeconfig'), 'also-others': goTo('keeper') },
      unsure: goTo('keeper'),
    }),
    keeper: step({
      probes: [],
      answers: {
        own: conclude('api-server-down', 'likely'),
        provider: conclude('provider-control-plane', 'likely'),
      },
      unsure: conclude('api-server-down', 'likely'),
    }),
  },
  causes: {
    'api-server-down': { remediations: ['look-at-control-plane'], silences: BY_API_SERVER },
    'provider-control-plane': { remediations: [], silences: BY_API_SERVER },
  },
  pageCommands: {
    'docker-ps': { command: 'docker ps -a', instead: ['crictl ps -a'] },
    'docker-logs': {
      command: 'docker logs [ID]',
      instead: ['crictl logs <container id>', 'journalctl -u kubelet -n 200'],
    },
  },
});
