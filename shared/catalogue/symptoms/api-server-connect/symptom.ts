import { WITHOUT_NETWORK } from '../../consequences';
import { because, cite, conclude, goTo, ruledOut, undecided, unknown } from '../../define';
import { BY_API_SERVER } from '../../silenced';
import { defineSymptom, step } from '../../typed';
import { clientState, clockDirection, clockState, timeSource, credentialState, smallSkew } from './dates';
import { proxyState } from './proxy';
import { authorityState, connectionState, kubeconfigState, statusState } from './reach';
import { recognise } from './recognise';

/** A cause that keeps this node from asking the API server anything. */
function cuttingOff(...remediations: readonly string[]) {
  return { remediations, silences: BY_API_SERVER };
}

/** What is to be seen of a flanneld that could not ask the API server when it started. */
const UNREACHED = ['hns-network-missing', ...WITHOUT_NETWORK] as const;

/** S23: this node cannot connect to the API server, be it the way, the trust, the dates or the credentials. */
export const apiServerConnect = defineSymptom({
  id: 'api-server-connect',
  code: 'S23',
  anchor: 'cannot-connect-to-the-api-server-at-httpsaddressport',
  group: 'control-plane',
  example: 'Unable to connect to the server: x509: certificate signed by unknown authority',
  recognise,
  first: 'kubeconfig',
  steps: {
    kubeconfig: step({
      probes: ['kube-tools'],
      also: ['adapters'],
      decide: (evidence) => kubeconfigState(evidence['kube-tools'], evidence.adapters),
      answers: {
        missing: conclude('kubeconfig-missing', 'confirmed'),
        broken: conclude('kubeconfig-broken', 'confirmed'),
        localhost: conclude('kubeconfig-localhost', 'confirmed'),
        usable: goTo('connection'),
      },
      unsure: goTo('connection'),
    }),
    connection: step({
      probes: ['api-reach'],
      decide: (evidence) => connectionState(evidence['api-reach']),
      answers: {
        'no-name': conclude('api-dns-fails', 'confirmed'),
        refused: conclude('api-refused', 'confirmed'),
        silent: goTo('address-changed'),
        'no-handshake': conclude('api-no-handshake', 'likely'),
        connected: goTo('clock'),
      },
      unsure: goTo('clock'),
    }),
    'address-changed': step({
      probes: [],
      answers: { changed: conclude('kubeconfig-old-address', 'confirmed'), same: goTo('no-answer') },
      unsure: goTo('no-answer'),
    }),
    'no-answer': step({
      probes: ['api-reach'],
      decide: (evidence) => {
        const { connection } = evidence['api-reach'];
        const made = cite('api-reach', '/connection');
        return connection === 'timed-out' || connection === 'unreachable' ? because('silent', made) : undecided(made);
      },
      answers: { silent: conclude('api-timeout', 'confirmed'), answers: goTo('clock') },
      unsure: unknown,
    }),
    clock: step({
      probes: ['api-reach'],
      also: ['services'],
      decide: (evidence) => clockState(evidence['api-reach'], evidence.services),
      answers: {
        off: goTo('clock-direction'),
        'off-running': goTo('time-source'),
        small: conclude('clock-skew-small', 'confirmed'),
        'server-expired': conclude('server-cert-expired', 'confirmed'),
        fits: goTo('certificate-name'),
      },
      unsure: goTo('certificate-name'),
    }),
    'time-source': step({
      probes: ['time'],
      decide: ({ time }) => timeSource(time),
      answers: { none: conclude('no-time-source', 'confirmed'), there: goTo('clock-direction') },
      unsure: goTo('clock-direction'),
    }),
    'clock-direction': step({
      probes: ['api-reach'],
      decide: (evidence) => clockDirection(evidence['api-reach']),
      answers: { ahead: conclude('clock-skew-ahead', 'confirmed'), behind: conclude('clock-skew-behind', 'confirmed') },
      unsure: unknown,
    }),
    'certificate-name': step({
      probes: ['api-reach'],
      decide: (evidence) => {
        const { nameMatches } = evidence['api-reach'];
        const matches = cite('api-reach', '/nameMatches');
        if (nameMatches === null) return undecided(matches);
        return nameMatches
          ? because('covered', matches)
          : because('other-name', matches, cite('api-reach', '/certificate/names'));
      },
      answers: { 'other-name': conclude('cert-name-mismatch', 'confirmed'), covered: goTo('authority') },
      unsure: goTo('authority'),
    }),
    authority: step({
      probes: ['api-reach'],
      also: ['node-object', 'cluster-services'],
      decide: (evidence) => authorityState(evidence['api-reach'], evidence),
      answers: {
        'other-cluster': conclude('unknown-authority', 'confirmed'),
        proxy: conclude('tls-inspecting-proxy', 'confirmed'),
        'unknown-issuer': goTo('inspecting-proxy'),
        trusted: goTo('client-certificate'),
      },
      unsure: goTo('client-certificate'),
    }),
    'inspecting-proxy': step({
      probes: [],
      answers: { there: conclude('tls-inspecting-proxy', 'confirmed'), none: goTo('issuer') },
      unsure: goTo('issuer'),
    }),
    issuer: step({
      probes: ['api-reach'],
      decide: (evidence) => {
        const { trustedBy } = evidence['api-reach'];
        const by = cite('api-reach', '/trustedBy');
        if (trustedBy === null) return undecided(by);
        return because(trustedBy === 'nobody' ? 'untrusted' : 'trusted', by);
      },
      answers: { untrusted: conclude('unknown-authority', 'confirmed'), trusted: goTo('client-certificate') },
      unsure: goTo('client-certificate'),
    }),
    'client-certificate': step({
      probes: ['certs'],
      also: ['kube-tools', 'api-reach', 'node-object', 'cluster-services'],
      decide: (evidence) => clientState(evidence.certs, evidence['kube-tools'], evidence['api-reach'], evidence),
      answers: {
        expired: conclude('client-cert-expired', 'confirmed'),
        // A clock that is ahead shows the same.
        'expired-by-own-clock': conclude('client-cert-expired', 'likely'),
        missing: conclude('client-cert-link-broken', 'confirmed'),
        valid: goTo('status'),
      },
      unsure: goTo('status'),
    }),
    status: step({
      probes: ['api-reach'],
      decide: (evidence) => statusState(evidence['api-reach']),
      answers: { unwell: conclude('api-unhealthy', 'confirmed'), answers: goTo('proxy') },
      unsure: goTo('proxy'),
    }),
    proxy: step({
      probes: ['proxy-env'],
      also: ['kube-tools', 'node-object', 'cluster-services'],
      decide: (evidence) => proxyState(evidence['proxy-env'], evidence['kube-tools'], evidence),
      answers: { between: conclude('api-through-proxy', 'likely'), none: goTo('credentials') },
      unsure: goTo('credentials'),
    }),
    credentials: step({
      probes: [],
      also: ['log-scan', 'node-object', 'cluster-services', 'os-build'],
      decide: (evidence) => credentialState(evidence['log-scan'], evidence, evidence['os-build']),
      answers: {
        unauthorized: conclude('unauthorized-401', 'confirmed'),
        other: unknown,
        accepted: goTo('clock-left'),
      },
      unsure: unknown,
    }),
    'clock-left': step({
      probes: ['api-reach'],
      decide: (evidence) => smallSkew(evidence['api-reach']),
      answers: { small: conclude('clock-skew-small', 'likely'), fits: ruledOut },
      unsure: unknown,
    }),
  },
  causes: {
    'kubeconfig-missing': cuttingOff('copy-kubeconfig'),
    'kubeconfig-broken': cuttingOff('copy-kubeconfig'),
    'kubeconfig-localhost': cuttingOff('set-api-server'),
    'kubeconfig-old-address': cuttingOff('set-api-server'),
    'api-dns-fails': { ...cuttingOff(), explains: UNREACHED },
    'api-refused': { ...cuttingOff('look-at-control-plane'), explains: UNREACHED },
    'api-timeout': { ...cuttingOff(), explains: UNREACHED },
    'api-no-handshake': cuttingOff(),
    'clock-skew-ahead': { ...cuttingOff('resync-clock'), explains: ['client-cert-expired', 'server-cert-expired'] },
    'clock-skew-behind': cuttingOff('resync-clock'),
    'clock-skew-small': cuttingOff('resync-clock'),
    'no-time-source': cuttingOff(),
    'server-cert-expired': cuttingOff(),
    'cert-name-mismatch': cuttingOff('set-api-server'),
    'unknown-authority': cuttingOff('copy-kubeconfig', 'rejoin-node'),
    'tls-inspecting-proxy': cuttingOff(),
    'client-cert-expired': { ...cuttingOff('rejoin-node'), explains: ['kubelet-bootstrap-missing'] },
    'client-cert-link-broken': { ...cuttingOff('rejoin-node'), explains: ['kubelet-bootstrap-missing'] },
    'api-unhealthy': cuttingOff('look-at-control-plane'),
    'api-through-proxy': cuttingOff(),
    'unauthorized-401': cuttingOff('rejoin-node', 'copy-kubeconfig'),
  },
  pageCommands: {
    'admin-conf': {
      command: '/etc/kubernetes/admin.conf',
      instead: ['Get-ChildItem C:\\etc\\kubernetes, C:\\k\\config -ErrorAction SilentlyContinue'],
    },
    'kubelet-folder': {
      command: '~/kube/kubelet/',
      instead: ['Get-ChildItem C:\\var\\lib\\kubelet\\pki'],
    },
    'home-config': {
      command: '$HOME/.kube/config',
      instead: ['kubectl config view --kubeconfig C:\\k\\config --minify'],
    },
  },
});
